import type { Instant } from '#shared/policy/instant.ts';
import { shownOf, type Shown, type ShownReading } from '#shared/policy/shown.ts';
import { isBreach } from '#shared/policy/tally.ts';

/** Who needs a lead first; lower comes first. */
const URGENCY: Readonly<Record<Shown, number>> = {
  below: 0,
  warned: 1,
  paused: 2,
  close: 3,
  collecting_low: 4,
  on_track: 5,
  collecting: 6,
  unknown: 7,
  nothing: 8,
};

export type RiskReading = ShownReading & { readonly nextCheckAt: Instant | null };

function urgencyOf(reading: RiskReading, now: Instant): number {
  const shown = shownOf(reading, now);
  // A warned seat that is below the line now is as much at risk as one not yet warned.
  const isAtRisk = shown === 'warned' && isBreach(reading.tally, reading.terms);
  return isAtRisk ? URGENCY.below : URGENCY[shown];
}

/**
 * Soonest at risk first: seats that the next check would warn or restrict, by when it falls; then
 * those in a warning, those restricted, those close to the line, and the rest.
 */
export function compareRisk(one: RiskReading, other: RiskReading, now: Instant): number {
  const byUrgency = urgencyOf(one, now) - urgencyOf(other, now);
  if (byUrgency !== 0) return byUrgency;
  const at = (reading: RiskReading) => reading.nextCheckAt ?? Number.MAX_SAFE_INTEGER;
  return at(one) - at(other);
}
