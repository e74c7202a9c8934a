import type { Catalogue } from '#shared/words/language.ts';
import { de, en } from '#shared/words/report-en-de.ts';
import { es, fr } from '#shared/words/report-es-fr.ts';
import type { ReportWords } from '#shared/words/report-words.ts';
import type { TemplatesOf } from '#shared/words/speak.ts';
import { usageCauseWords } from '#shared/words/usage.ts';

type OwnWords = Catalogue<TemplatesOf<ReportWords>>;

export const reportTemplates: OwnWords = {
  en: { ...en, linkedin: { ...en.linkedin, causes: usageCauseWords.en } },
  de: { ...de, linkedin: { ...de.linkedin, causes: usageCauseWords.de } },
  es: { ...es, linkedin: { ...es.linkedin, causes: usageCauseWords.es } },
  fr: { ...fr, linkedin: { ...fr.linkedin, causes: usageCauseWords.fr } },
};
