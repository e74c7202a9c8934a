import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { noticeTemplates } from '#shared/words/notice.ts';
import type { NoticeWords } from '#shared/words/notice-words.ts';
import type { ReportWords } from '#shared/words/report-words.ts';
import { reportTemplates } from '#shared/words/report.ts';
import { speak, type TemplatesOf } from '#shared/words/speak.ts';
import { standingTemplates } from '#shared/words/standing.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';
import { stripTemplates, type StripWords } from '#shared/words/strip.ts';
import { tipWords, type TipWords } from '#shared/words/tips.ts';

/** Everything that the parts in Recruiter's page say, in one language. */
export type OverlayWords = Readonly<{
  standing: StandingWords;
  strip: StripWords;
  notice: NoticeWords;
  tips: TipWords;
  report: ReportWords;
}>;

/** As data: the page's script has room for the words of one language only. */
export type OverlayTemplates = TemplatesOf<OverlayWords>;

export function overlayTemplates(language: Language): OverlayTemplates {
  return {
    standing: standingTemplates[language],
    strip: stripTemplates[language],
    notice: noticeTemplates[language],
    tips: tipWords[language],
    report: reportTemplates[language],
  };
}

const spoken = new Map(
  LANGUAGES.map((language) => [language, speak<OverlayWords>(overlayTemplates(language))] as const),
);

export function overlayWords(language: Language): OverlayWords {
  return spoken.get(language) ?? speak<OverlayWords>(overlayTemplates(language));
}
