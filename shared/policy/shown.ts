import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { Standing } from '#shared/policy/standing.ts';
import { isBelow, isBreach, type Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

export const SHOWN = [
  'nothing',
  'unknown',
  'paused',
  'warned',
  'below',
  'close',
  'on_track',
  'collecting_low',
  'collecting',
] as const;
/** What chip, strip, card and the lead's table show of a seat. */
export type Shown = (typeof SHOWN)[number];

export type ShownTerms = Pick<Terms, 'thresholdBps' | 'minimumVolume' | 'closeBps' | 'earlyVolume'>;

/** What of a reading decides what is shown. */
export type ShownReading = Readonly<{
  mode: Mode;
  standing: Standing;
  periodEndsAt: Instant | null;
  tally: Tally;
  terms: ShownTerms;
}>;

/**
 * The first row of "What is shown" that applies.
 * @param reading null when there is none, or the seat is not connected here.
 * @param now a pause whose end has passed is no longer known to hold.
 */
export function shownOf(reading: ShownReading | null, now: Instant): Shown {
  if (reading === null) return 'unknown';
  if (reading.mode === 'observe') return 'nothing';
  if (reading.standing === 'improvement') return isOver(reading, now) ? 'unknown' : 'paused';
  if (reading.standing !== 'good') return 'warned';
  return shownInGoodStanding(reading.tally, reading.terms);
}

function isOver(reading: ShownReading, now: Instant): boolean {
  return reading.periodEndsAt !== null && now >= reading.periodEndsAt;
}

function shownInGoodStanding(tally: Tally, terms: ShownTerms): Shown {
  if (isBreach(tally, terms)) return 'below';
  if (tally.total >= terms.minimumVolume) {
    return isBelow(tally, terms.closeBps) ? 'close' : 'on_track';
  }
  const isLow = tally.total >= terms.earlyVolume && isBelow(tally, terms.thresholdBps);
  return isLow ? 'collecting_low' : 'collecting';
}
