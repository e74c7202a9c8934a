import type { NoticeKind } from '#shared/policy/notice-kind.ts';

/** The figures that a notice was issued by, ready to be read. */
export type NoticeFigures = NoticeCounts & Readonly<{ rate: string }>;

export type NoticeCounts = Readonly<{
  answered: string;
  total: string;
  line: string;
  minimum: string;
  /** Days of the window. */
  days: string;
  /** When they were so. */
  asOf: string;
}>;

/** What holds from now on. */
export type NoticeTerms = Readonly<{
  line: string;
  minimum: string;
  warningDays: string;
  improvementDays: string;
  /** End of the running period; null where none runs. */
  until: string | null;
  /** When it is judged next; null where CONTINUE has to come first. */
  judged: string | null;
}>;

type Titles = Record<NoticeKind, string>;

/** The words of the must-reads. In a pilot that refuses nothing, no word says that bulk is paused. */
export type NoticeWords = {
  titles: { enforce: Titles; inform: Titles };
  /** What was judged. */
  happened: (figures: NoticeFigures) => string;
  tooFew: (figures: NoticeCounts) => string;
  restored: string;
  /** What an inherited seat reads now; null with no InMails in its window. */
  inherited: (figures: NoticeFigures | null) => string;
  goesWithSeat: string;
  warningStartsNow: (terms: NoticeTerms) => string;
  /** `judged` only where that is not its end. */
  warningRuns: (period: Readonly<{ until: string; judged: string | null }>) => string;
  warningEnd: { enforce: (terms: NoticeTerms) => string; inform: (terms: NoticeTerms) => string };
  pausedUntil: { enforce: (until: string) => string; inform: (until: string) => string };
  pausedEnd: { enforce: (terms: NoticeTerms) => string; inform: (terms: NoticeTerms) => string };
  bulkIsBack: { enforce: string; inform: string };
  nextCheck: (when: string) => string;
  learnMore: string;
  review: string;
  ask: (relationshipManager: string | null) => string;
  proceed: string;
  notKept: string;
};
