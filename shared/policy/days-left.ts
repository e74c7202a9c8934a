import { DAY_MS, type Instant } from '#shared/policy/instant.ts';

/** Days of a running period that are left, rounded up; null where none runs. */
export function daysLeft(periodEndsAt: Instant | null, now: Instant): number | null {
  return periodEndsAt === null ? null : Math.ceil(Math.max(0, periodEndsAt - now) / DAY_MS);
}
