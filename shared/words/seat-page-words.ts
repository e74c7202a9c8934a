import type { NoticeType } from '#shared/policy/standing.ts';

/** Figures of one check: each ready to be read. */
type Judged = { answered: string; total: string; rate: string; line: string; minimum: string };

/** What a seat's page says to its lead. */
export type SeatPageWords = {
  back: string;
  /** Why it stands so, in the order of what somebody asks. */
  why: {
    title: string;
    /** What the last check that moved it found. */
    found: (of: Judged & { when: string }) => string;
    tooFew: (when: string, total: string, minimum: string) => string;
    noInMails: (when: string) => string;
    paused: (until: string) => string;
    improvement: (until: string) => string;
    warned: (until: string) => string;
    warningDue: (holder: string) => string;
    neverMoved: string;
    restored: (when: string) => string;
    observed: string;
    terms: (version: string) => string;
    warnedBefore: (when: string, read: string) => string;
    read: (holder: string, when: string) => string;
    readBySilence: string;
    notRead: string;
  };
  nextCheck: string;
  lastSeen: (when: string) => string;
  chart: {
    title: string;
    rate: string;
    line: string;
    warningPeriod: string;
    improvementPeriod: string;
    point: (day: string, rate: string, answered: string, total: string) => string;
    notJudged: string;
    none: string;
    asTable: string;
    day: string;
    counts: string;
  };
  history: {
    title: string;
    none: string;
    happened: {
      warned: string;
      warnedAtOnce: string;
      restricted: string;
      renewed: string;
      recovered: string;
      tooFew: string;
      acknowledged: (holder: string) => string;
      acknowledgedUnseen: string;
      transferred: (holder: string) => string;
      restored: string;
      restoredBecause: (reason: string) => string;
      observed: string;
      shown: string;
      opened: string;
    };
    judged: (of: Judged) => string;
    until: (when: string) => string;
    heldBy: (holder: string) => string;
    notices: Record<NoticeType, string>;
    notice: (name: string, what: string) => string;
    read: (holder: string, when: string) => string;
    readBySilence: string;
    open: string;
    closed: string;
  };
  breakdown: {
    title: string;
    by: string;
    names: { template: string; project: string; surface: string; mode: string; holder: string };
    span: string;
    window: (days: string) => string;
    days: (days: string) => string;
    bulk: string;
    oneToOne: string;
    notSaid: string;
    none: string;
    /** No InMail says it at all. */
    nothingSaid: string;
    rate: string;
    answered: string;
  };
  holders: { title: string; since: (when: string) => string };
  leaving: {
    title: string;
    day: string;
    leave: string;
    withAnswers: string;
    rateAfter: string;
    none: string;
    note: string;
  };
  transfer: string;
  csv: string;
};
