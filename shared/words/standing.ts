import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/standing-en-de.ts';
import { es, fr } from '#shared/words/standing-es-fr.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

export const standingWords: Catalogue<StandingWords> = { en, de, es, fr };
