import type { Instant } from '#shared/policy/instant.ts';
import type { HistoryChange } from '#shared/wire/history.ts';

/** A stretch of time that a seat was warned or restricted. */
export type Period = { standing: 'warned' | 'improvement'; from: Instant; until: Instant };

/** @param changes the latest first, as a history has them. */
export function periodsOf(changes: readonly HistoryChange[], now: Instant): Period[] {
  const periods: Period[] = [];
  let until = now;
  for (const { at, to } of changes) {
    if (to === 'warned' || to === 'improvement') periods.push({ standing: to, from: at, until });
    until = at;
  }
  return periods;
}
