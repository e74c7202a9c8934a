import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/page-en-de.ts';
import { es, fr } from '#shared/words/page-es-fr.ts';
import type { PageWords } from '#shared/words/page-words.ts';

export const pageWords: Catalogue<PageWords> = { en, de, es, fr };
