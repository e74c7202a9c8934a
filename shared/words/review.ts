import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/review-en-de.ts';
import { es, fr } from '#shared/words/review-es-fr.ts';
import type { ReviewWords } from '#shared/words/review-words.ts';

export const reviewWords: Catalogue<ReviewWords> = { en, de, es, fr };
