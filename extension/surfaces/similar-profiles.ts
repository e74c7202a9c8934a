import { around } from '#extension/surfaces/find.ts';
import { profileList } from '#extension/surfaces/profile-list.ts';
import { surface, type Part } from '#extension/surfaces/surface.ts';

const area: Part = [['.similar-profiles__container', null, 'C']];

/** The section of similar profiles. It has no page of its own: it stands on a profile. */
export const similarProfiles = /* @__PURE__ */ surface({
  name: 'similar_profiles',
  path: null,
  parts: { area },
  required: [],
  bulk: profileList,
});

export function isAmongSimilarProfiles(element: HTMLElement): boolean {
  return around(area, element) !== null;
}
