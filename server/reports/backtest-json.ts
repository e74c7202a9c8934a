import type { Backtested, Met, MetInSegment } from '#shared/policy/backtest.ts';
import { DAY_MS, formatInstant } from '#shared/policy/instant.ts';
import { wilsonInterval } from '#shared/policy/wilson.ts';

function figuresOf({ seats, judged, warned, restricted, renewed, restrictedMs }: Met) {
  return { seats, judged, warned, restricted, renewed, restrictedDays: restrictedMs / DAY_MS };
}

/** Rounded down, as every rate is; null where there is nothing to share. */
function shareOf(part: number, of: number) {
  const interval = wilsonInterval(part, of);
  return interval === null ? null : { bps: Math.floor((part * 10_000) / of), ...interval };
}

function segmentOf(row: MetInSegment) {
  const { segment, releasedRecovered, releasedTooFew, inmails, answered, inmailsHeld } = row;
  return {
    segment,
    ...figuresOf(row),
    releasedRecovered,
    releasedTooFew,
    inmails,
    answered,
    inmailsHeld,
    warnedShare: shareOf(row.warned, row.seats),
    restrictedShare: shareOf(row.restricted, row.seats),
    heldShare: shareOf(inmailsHeld, inmails),
    responseRate: shareOf(answered, inmails),
  };
}

/** One line of `backtest --json`: what one set of terms would have done. */
export function backtestJson({ terms, all, bySegment }: Backtested) {
  return {
    // As a file for `--terms` has them.
    terms: { ...terms, effectiveFrom: formatInstant(terms.effectiveFrom) },
    ...figuresOf(all),
    bySegment: bySegment.map(segmentOf),
  };
}
