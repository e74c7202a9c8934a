import type { Language } from '#shared/words/language.ts';
import { latelyTemplates, type LatelyWords } from '#shared/words/lately.ts';
import { noticeTemplates } from '#shared/words/notice.ts';
import type { NoticeWords } from '#shared/words/notice-words.ts';
import type { ReportWords } from '#shared/words/report-words.ts';
import { reportTemplates } from '#shared/words/report.ts';
import { speak, type TemplatesOf } from '#shared/words/speak.ts';
import { standingTemplates } from '#shared/words/standing.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';
import { tipWords, type TipWords } from '#shared/words/tips.ts';

/** What is said in Recruiter's page now and then, and at length: the worker puts it together. */
export type ToldWords = Readonly<{
  standing: StandingWords;
  notice: NoticeWords;
  tips: TipWords;
  report: ReportWords;
  lately: LatelyWords;
}>;

export function toldTemplates(language: Language): TemplatesOf<ToldWords> {
  return {
    standing: standingTemplates[language],
    notice: noticeTemplates[language],
    tips: tipWords[language],
    report: reportTemplates[language],
    lately: latelyTemplates[language],
  };
}

export function toldWords(language: Language): ToldWords {
  return speak<ToldWords>(toldTemplates(language));
}
