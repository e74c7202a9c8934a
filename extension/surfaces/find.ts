import { isElement, outOf } from '#extension/surfaces/realm.ts';
import type { Part } from '#extension/surfaces/surface.ts';

/** The part as its newest anchor finds it; an older anchor only where the newer ones find nothing. */
export function find(part: Part, root: ParentNode): HTMLElement | null {
  for (const [selector] of part) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found !== null) return found;
  }
  return null;
}

/** Those of the elements that are the part by the newest anchor that finds any. */
export function among(part: Part, elements: readonly HTMLElement[]): HTMLElement[] {
  for (const [selector] of part) {
    const found = elements.filter((element) => element.matches(selector));
    if (found.length > 0) return found;
  }
  return [];
}

/** Every element that is the part by the newest anchor that finds any. */
export function findAll(part: Part, root: ParentNode): HTMLElement[] {
  // Mostly there is none, which one search of the page tells.
  const any = part.map(([selector]) => selector).join();
  return among(part, [...root.querySelectorAll<HTMLElement>(any)]);
}

/**
 * The nearest ancestor (or the element itself) that is the part, by its newest anchor first; around
 * the shadow root or the frame that it stands in, where that has none.
 */
export function around(part: Part, element: Element): HTMLElement | null {
  for (let at: Element | null = element; at !== null; at = outOf(at)) {
    for (const [selector] of part) {
      const found = at.closest<HTMLElement>(selector);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The part among what an event passes through, shadow roots included. */
export function inPath(part: Part, path: readonly EventTarget[]): HTMLElement | null {
  for (const node of path) {
    if (isElement(node) && isPart(part, node)) return node;
  }
  return null;
}

export function isPart(part: Part, element: Element): boolean {
  return part.some(([selector]) => element.matches(selector));
}
