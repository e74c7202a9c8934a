import { find } from '#extension/surfaces/find.ts';
import type { Spot } from '#extension/surfaces/place.ts';
import { surface, type Part } from '#extension/surfaces/surface.ts';

const navRoot: Part = [
  ['[data-live-test-global-nav]', '2026-07', 'A'],
  ['header.global-nav', '2026-07', 'A'],
];

/**
 * Recruiter's reports. Which address below is the InMail report, and how any of them is built, is
 * not known: nothing of them is read or touched. What we show stands between them and the navigation.
 */
export const reports = /* @__PURE__ */ surface({
  name: 'reports',
  path: /^\/talent\/reports(\/.*)?$/,
  parts: { navRoot },
  required: ['navRoot'],
  bulk: null,
});

/** What holds the navigation and nothing else is at most so much taller. */
const SNUG = 1.5;

/** The outermost element that is the navigation and no more: the page goes on after it. */
function navBlock(nav: HTMLElement): HTMLElement {
  const mostPx = nav.getBoundingClientRect().height * SNUG;
  let at = nav;
  while (at.parentElement !== null && at.parentElement !== document.body) {
    if (at.parentElement.getBoundingClientRect().height > mostPx) break;
    at = at.parentElement;
  }
  return at;
}

/**
 * Where our panel stands: in the flow of the page, under the navigation.
 * @param host the panel's own element, which stays where it is while that is still right.
 * @returns null where the page lays its parts out in another way than one under the other.
 */
export function spotUnderNav(root: ParentNode, host: HTMLElement): Spot | null {
  const nav = find(navRoot, root);
  if (nav === null) return null;
  const { previousElementSibling, parentNode } = host;
  if (parentNode !== null && previousElementSibling?.contains(nav) === true) {
    return { parent: parentNode, before: host.nextSibling };
  }
  const block = navBlock(nav);
  const { parentElement } = block;
  if (parentElement === null) return null;
  const { display, flexDirection } = getComputedStyle(parentElement);
  const isStack = /^(block|flow-root)$/.test(display) || flexDirection.startsWith('column');
  return isStack ? { parent: parentElement, before: block.nextSibling } : null;
}

/** How much room our own style sheet leaves above the panel. */
const CLEAR = '--gs-clear';

/** Out from under a navigation that floats over the page, which leaves no room for itself. */
export function keepClearOfNav(root: ParentNode, host: HTMLElement): void {
  const nav = find(navRoot, root);
  if (nav === null || window.scrollY > 0) return;
  const clearPx = Number.parseFloat(host.style.getPropertyValue(CLEAR)) || 0;
  const coveredPx = nav.getBoundingClientRect().bottom - host.getBoundingClientRect().top;
  const wantedPx = Math.max(0, Math.round(coveredPx + clearPx));
  if (wantedPx !== clearPx) host.style.setProperty(CLEAR, `${wantedPx}px`);
}
