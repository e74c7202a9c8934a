import { clipboard } from '#extension/surfaces/clipboard.ts';
import { composer } from '#extension/surfaces/composer.ts';
import { home } from '#extension/surfaces/home.ts';
import { inbox } from '#extension/surfaces/inbox.ts';
import { nav } from '#extension/surfaces/nav.ts';
import { profile } from '#extension/surfaces/profile.ts';
import { project } from '#extension/surfaces/project.ts';
import { reports } from '#extension/surfaces/reports.ts';
import { search } from '#extension/surfaces/search.ts';
import { similarProfiles } from '#extension/surfaces/similar-profiles.ts';
import type { Surface, SurfaceName } from '#extension/surfaces/surface.ts';
import { toasts } from '#extension/surfaces/toasts.ts';

/** All that is known of Recruiter. A section of a page comes before the page it stands on. */
export const SURFACES: readonly Surface[] = [
  nav,
  similarProfiles,
  home,
  search,
  project,
  profile,
  clipboard,
  inbox,
  reports,
  composer,
  toasts,
];

export function isPageOf(surface: Surface, url: URL): boolean {
  return surface.path !== null && surface.path.test(url.pathname);
}

/** The surface whose page an address is; `other` for a page that we do not know. */
export function pageAt(url: URL): SurfaceName | 'other' {
  return SURFACES.find((surface) => isPageOf(surface, url))?.name ?? 'other';
}
