import type { SurfaceMiss } from '#extension/state/messages.ts';

/** A part of Recruiter's page that could not be read; `at` is the last time. */
export type KeptMiss = SurfaceMiss & { times: number };

const MOST_KEPT = 20;

/** The list with one more miss: newest first, one line for each part of each surface. */
export function withMiss(kept: readonly KeptMiss[], miss: SurfaceMiss): KeptMiss[] {
  const isSame = (one: KeptMiss): boolean => one.surface === miss.surface && one.part === miss.part;
  const times = (kept.find(isSame)?.times ?? 0) + 1;
  return [{ ...miss, times }, ...kept.filter((one) => !isSame(one))].slice(0, MOST_KEPT);
}
