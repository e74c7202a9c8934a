import type { View } from '#extension/features/view.ts';
import { noticeKind } from '#shared/policy/notice-kind.ts';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { NoticeCounts, NoticeTerms, NoticeWords } from '#shared/words/notice-words.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { MustReadContent } from '#shared/words/must-read-content.ts';
import type { ToldWords } from '#shared/words/told-words.ts';

type Notice = NonNullable<Reading['notice']>;

/** Figures that no check judged are those that the seat reads now. */
function figuresOf(
  notice: Notice,
  reading: Reading,
  numbers: Numbers,
): NoticeCounts & { rate: string | null } {
  const { terms } = reading;
  const { tally, asOf } =
    notice.tally === null ? reading : { tally: notice.tally, asOf: notice.issuedAt };
  const rate = responseRateBps(tally);
  return {
    answered: numbers.count(answeredOf(tally)),
    total: numbers.count(tally.total),
    rate: rate === null ? null : numbers.rate(rate),
    line: numbers.term(terms.thresholdBps),
    minimum: numbers.count(terms.minimumVolume),
    days: numbers.count(terms.windowDays),
    asOf: numbers.instant(asOf),
  };
}

function termsOf(
  { terms, periodEndsAt, nextCheckAt }: Reading,
  view: View,
  numbers: Numbers,
): NoticeTerms {
  return {
    line: numbers.term(terms.thresholdBps),
    minimum: numbers.count(terms.minimumVolume),
    warningDays: numbers.count(terms.warningDays),
    improvementDays: numbers.count(terms.improvementDays),
    until: periodEndsAt === null ? null : numbers.instant(periodEndsAt),
    judged: nextCheckAt === null ? null : numbers.near(nextCheckAt, view.now),
  };
}

/** What happened, in numbers. */
function happened(notice: Notice, reading: Reading, words: NoticeWords, numbers: Numbers): string {
  const { rate, ...counts } = figuresOf(notice, reading, numbers);
  const figures = rate === null ? null : { rate, ...counts };
  switch (noticeKind(notice, reading.terms)) {
    case 'inherited':
      return words.inherited(figures);
    case 'ended_restored':
      return words.restored;
    case 'ended_too_few':
      return words.tooFew(counts);
    case 'warning':
    case 'improvement_started':
    case 'improvement_renewed':
    case 'ended_recovered':
      return figures === null ? '' : words.happened(figures);
  }
}

/** What it means, and until when: by the standing that the seat is in now. */
function means(notice: Notice, reading: Reading, words: NoticeWords, terms: NoticeTerms): string[] {
  const key = reading.mode === 'enforce' ? 'enforce' : 'inform';
  const next = terms.judged === null ? [] : [words.nextCheck(terms.judged)];
  const own = notice.type === 'inherited' ? [words.goesWithSeat] : [];
  switch (reading.standing) {
    case 'warning_due':
      return [...own, words.warningStartsNow(terms), words.warningEnd[key](terms)];
    case 'warned':
      return [
        ...own,
        words.warningRuns({
          until: terms.until ?? '',
          judged: reading.nextCheckAt === reading.periodEndsAt ? null : terms.judged,
        }),
        words.warningEnd[key](terms),
      ];
    case 'improvement':
      return [...own, words.pausedUntil[key](terms.until ?? ''), words.pausedEnd[key](terms)];
    case 'good': {
      const isEnd = notice.type === 'improvement_ended';
      return [...own, ...(isEnd ? [words.bulkIsBack[key]] : []), ...next];
    }
  }
}

/** What is said, and how numbers read in it. */
export type Speech = Readonly<{ numbers: Numbers; words: ToldWords }>;

/** The must-read of a notice, every word of it. */
export function noticeContent(
  notice: Notice,
  reading: Reading,
  view: View,
  { numbers, words: { notice: words, tips } }: Speech,
): MustReadContent {
  const key = reading.mode === 'enforce' ? 'enforce' : 'inform';
  return {
    title: words.titles[key][noticeKind(notice, reading.terms)],
    happened: happened(notice, reading, words, numbers),
    means: means(notice, reading, words, termsOf(reading, view, numbers)),
    tipsTitle: tips.title,
    // Whoever has just been released needs no advice.
    tips: notice.type === 'improvement_ended' ? [] : tips.tips,
    learnMore: words.learnMore,
    review: words.review,
    training: reading.trainingLinks.map((link) => link.title),
    ask: words.ask(reading.relationshipManager),
    proceed: words.proceed,
    notKept: words.notKept,
  };
}
