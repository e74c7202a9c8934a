import type { Backtested } from '#shared/policy/backtest.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';

/** All that a backtest's report is made from, as text or as a page. */
export type BacktestReport = Readonly<{
  history: {
    seats: number;
    inmails: number;
    /** Null of a history without events. */
    span: { from: Instant; until: Instant } | null;
    acknowledgements: number;
    termsChanges: number;
  };
  /** Days after which a warning was taken as read; null: only as the history says. */
  acknowledgeAfterDays: number | null;
  /** At least one, in the order they were asked for. */
  trials: readonly { tried: TriedTerms; backtested: Backtested }[];
  madeAt: Instant;
}>;
