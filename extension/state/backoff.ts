import type { Instant } from '#shared/policy/instant.ts';

const FIRST_MS = 15_000;
const LONGEST_MS = 4 * 60_000;

/**
 * How long to leave a server alone that did not answer: doubling from 15 s up to 4 min, less up to
 * a half by chance, so that a whole team's browsers do not come back at one instant.
 * @param failures how many tries in a row failed, from 1.
 * @param chance from 0 up to, not including, 1.
 */
export function backoffMs(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(longest * (1 - chance / 2));
}

/** True while a server that did not answer is left alone. */
export function isPausing(retryAt: Instant | null, now: Instant): boolean {
  // Further off than any pause: this machine's clock was set back meanwhile.
  return retryAt !== null && now < retryAt && retryAt - now <= LONGEST_MS;
}
