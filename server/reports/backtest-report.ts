import type { Backtested } from '#shared/policy/backtest.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';

export type ReportedTrial = Readonly<{ tried: TriedTerms; backtested: Backtested }>;

/** All that a backtest's report is made from, as text or as a page. */
export type BacktestReport = Readonly<{
  history: {
    seats: number;
    inmails: number;
    span: { from: Instant; until: Instant };
    acknowledgements: number;
    termsChanges: number;
  };
  /** Days after which a warning was taken as read; null: only as the history says. */
  acknowledgeAfterDays: number | null;
  /** In the order they were asked for. */
  trials: readonly ReportedTrial[];
  /** The one of them that is told in detail. */
  lead: ReportedTrial;
  madeAt: Instant;
}>;
