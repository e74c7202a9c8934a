import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/seat-page-en-de.ts';
import { es, fr } from '#shared/words/seat-page-es-fr.ts';
import type { SeatPageWords } from '#shared/words/seat-page-words.ts';

export const seatPageWords: Catalogue<SeatPageWords> = { en, de, es, fr };
