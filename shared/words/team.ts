import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/team-en-de.ts';
import { es, fr } from '#shared/words/team-es-fr.ts';
import type { TeamWords } from '#shared/words/team-words.ts';

export const teamWords: Catalogue<TeamWords> = { en, de, es, fr };
