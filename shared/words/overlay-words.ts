import { heldTemplates, type HeldWords } from '#shared/words/held.ts';
import type { Language } from '#shared/words/language.ts';
import { timeTemplates, type TimeWords } from '#shared/words/numbers.ts';
import { speak, type TemplatesOf } from '#shared/words/speak.ts';
import { standingTemplates } from '#shared/words/standing.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';
import { stripTemplates, type StripWords } from '#shared/words/strip.ts';

/** What the script in Recruiter's page says by itself, in one language. */
export type OverlayWords = Readonly<{
  standing: StandingWords;
  strip: StripWords;
  held: HeldWords;
  times: TimeWords;
}>;

/** As data: the page's script has room for the words of one language only. */
export type OverlayTemplates = TemplatesOf<OverlayWords>;

export function overlayTemplates(language: Language): OverlayTemplates {
  return {
    standing: standingTemplates[language],
    strip: stripTemplates[language],
    held: heldTemplates[language],
    times: timeTemplates[language],
  };
}

export function overlayWords(language: Language): OverlayWords {
  return speak<OverlayWords>(overlayTemplates(language));
}
