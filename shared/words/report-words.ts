import type { UsageCause } from '#shared/policy/usage-difference.ts';
import type { Says } from '#shared/words/speak.ts';

/** What the panel over Recruiter's reports says. Rates, counts and instants come in ready to be read. */
export type ReportWords = Readonly<{
  title: string;
  show: string;
  hide: string;
  /** Which InMails the figures count. */
  window: (days: string) => string;
  accepted: string;
  declined: string;
  waiting: string;
  total: string;
  responseRate: string;
  acceptanceRate: string;
  of: Says<'part' | 'total'>;
  chart: Readonly<{
    title: string;
    /** What the chart shows, for those who do not see it. */
    says: Says<'from' | 'to' | 'lowest' | 'highest' | 'minimum' | 'below'>;
    line: (rate: string) => string;
    volume: string;
    unjudged: string;
    /** What one point is. */
    point: (days: string) => string;
    none: (days: string) => string;
    loading: string;
    table: string;
    day: string;
    answered: string;
    lineTerm: string;
  }>;
  linkedin: Readonly<{
    title: string;
    period: Says<'from' | 'to' | 'imported'>;
    theirs: string;
    ours: string;
    difference: string;
    points: (difference: string) => string;
    sent: string;
    why: string;
    /** Why the two are different things in any case. */
    always: readonly [string, string, string];
    /** Why these very counts likely differ. */
    causes: Readonly<Record<UsageCause, string>>;
    none: string;
    judgesNobody: string;
  }>;
}>;
