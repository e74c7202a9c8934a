import { DAY_MS, daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Standing } from '#shared/policy/standing.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** What of a reading decides which InMails the next check judges. */
export type CheckedReading = Readonly<{
  asOf: Instant;
  standing: Standing;
  nextCheckAt: Instant | null;
  terms: Pick<Terms, 'windowDays' | 'graceDays'>;
}>;

/**
 * Where the window of the check at a period's end begins, while today's tally is of another one: by
 * then a part of it has left, and replies to that part are of no help. Null within the last day,
 * when both are nearly the same, and where no period runs.
 */
export function windowToCome(reading: CheckedReading): Instant | null {
  const { asOf, standing, nextCheckAt, terms } = reading;
  const isTimed = standing === 'warned' || standing === 'improvement';
  if (!isTimed || nextCheckAt === null) return null;
  // A warning period's window ends with the period; its check is made the grace later.
  const graceDays = standing === 'warned' ? terms.graceDays : 0;
  const begins = nextCheckAt - daysToMs(terms.windowDays) - daysToMs(graceDays);
  const beganToday = asOf - daysToMs(terms.windowDays);
  return begins - beganToday > DAY_MS ? begins : null;
}
