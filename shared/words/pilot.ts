import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/pilot-en-de.ts';
import { es, fr } from '#shared/words/pilot-es-fr.ts';
import type { PilotWords } from '#shared/words/pilot-words.ts';

export const pilotWords: Catalogue<PilotWords> = { en, de, es, fr };
