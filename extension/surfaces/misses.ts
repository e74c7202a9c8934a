import { find } from '#extension/surfaces/find.ts';
import { isPageOf, SURFACES } from '#extension/surfaces/list.ts';
import { hasNav, nav } from '#extension/surfaces/nav.ts';
import type { Surface } from '#extension/surfaces/surface.ts';

export type Miss = Readonly<{ surface: string; part: string }>;

/** Parts come late, each engine of the page with its first visit. */
const PATIENCE_MS = 15_000;

/** True when the surface should be on the page now, as far as its address tells. */
function isExpected(surface: Surface, url: URL): boolean {
  // A profile over a list may be all that is drawn.
  const isDrawn = isPageOf(surface, url) && !url.pathname.includes('/profile/');
  return surface === nav ? hasNav(url) : isDrawn;
}

const keyOf = ({ surface, part }: Miss): string => `${surface} ${part}`;

/** Finds the required parts that stay away, and names each once a visit of a page. */
export class MissWatch {
  #visit = '';
  #since = 0;
  readonly #told = new Set<string>();

  look(root: ParentNode, url: URL, now: number): Miss[] {
    if (this.#visit !== url.pathname) {
      this.#visit = url.pathname;
      this.#since = now;
      this.#told.clear();
    }
    if (now - this.#since < PATIENCE_MS) return [];
    return SURFACES.filter((surface) => isExpected(surface, url)).flatMap((surface) =>
      surface.required.flatMap((part) => {
        const miss = { surface: surface.name, part };
        const isMissing = !this.#isTold(miss) && find(surface.parts[part] ?? [], root) === null;
        return isMissing ? this.once(miss) : [];
      }),
    );
  }

  /** The miss, unless it was named on this visit. */
  once(miss: Miss): Miss[] {
    if (this.#isTold(miss)) return [];
    this.#told.add(keyOf(miss));
    return [miss];
  }

  #isTold(miss: Miss): boolean {
    return this.#told.has(keyOf(miss));
  }
}
