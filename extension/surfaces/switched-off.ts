import type { Seen } from '#extension/surfaces/see.ts';
import { isAmongSimilarProfiles } from '#extension/surfaces/similar-profiles.ts';

/** The page as it is seen where some surfaces are switched off: as if these were not there. */
export function withoutOff(seen: Seen, off: readonly string[]): Seen {
  if (off.length === 0) return seen;
  const isOff = (name: string): boolean => off.includes(name);
  const controls = seen.controls.filter(
    ({ element }) => !(isOff('similar_profiles') && isAmongSimilarProfiles(element)),
  );
  return {
    ...seen,
    page: isOff(seen.page) ? 'other' : seen.page,
    navSpot: isOff('nav') ? null : seen.navSpot,
    controls: isOff(seen.page) ? [] : controls,
    composers: isOff('composer') ? [] : seen.composers,
  };
}
