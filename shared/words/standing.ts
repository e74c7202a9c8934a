import type { Catalogue } from '#shared/words/language.ts';
import { speak, type TemplatesOf } from '#shared/words/speak.ts';
import { de, en } from '#shared/words/standing-en-de.ts';
import { es, fr } from '#shared/words/standing-es-fr.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

export const standingTemplates: Catalogue<TemplatesOf<StandingWords>> = { en, de, es, fr };

export const standingWords: Catalogue<StandingWords> = {
  en: speak<StandingWords>(en),
  de: speak<StandingWords>(de),
  es: speak<StandingWords>(es),
  fr: speak<StandingWords>(fr),
};
