import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import type { Numbers } from '#shared/words/numbers.ts';

/** A past moment by the reader's clock: the time alone, and the day where it was another one. */
export function momentText(numbers: Numbers, at: Instant, now: Instant): string {
  const isToday = now - at < DAY_MS && numbers.day(at) === numbers.day(now);
  return isToday ? numbers.time(at) : `${numbers.day(at)}, ${numbers.time(at)}`;
}
