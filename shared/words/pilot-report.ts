import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/pilot-report-en-de.ts';
import { es, fr } from '#shared/words/pilot-report-es-fr.ts';
import type { PilotReportWords } from '#shared/words/pilot-report-words.ts';

export const pilotReportWords: Catalogue<PilotReportWords> = { en, de, es, fr };
