import { hostIn } from '#extension/surfaces/place.ts';
import { isElement } from '#extension/surfaces/realm.ts';

export type Root = Document | ShadowRoot;

/**
 * Where parts of the page stand beside its document: in frames of its own site, and in open shadow
 * roots. Nothing lists these, so that one is known once somebody points at it or is in it, which is
 * before anything in it is pressed.
 */
export class Roots {
  readonly #shadows = new Set<ShadowRoot>();
  readonly #documents = new WeakSet<Document>();
  /** Called with the window of each frame that was not seen before. */
  readonly #framed: (inside: Window) => void;

  constructor(framed: (inside: Window) => void) {
    this.#framed = framed;
  }

  learn(event: Event): void {
    for (const node of event.composedPath()) {
      if (node instanceof ShadowRoot && hostIn([node.host]) === null) this.#shadows.add(node);
    }
  }

  of(page: Document): Root[] {
    for (const root of this.#shadows) if (!root.isConnected) this.#shadows.delete(root);
    return [page, ...this.#shadows, ...this.#framesOf(page)];
  }

  #framesOf(page: Document): Document[] {
    // Mostly there is none, which a window knows of its own.
    if (page.defaultView?.length === 0) return [];
    return [...page.querySelectorAll('iframe')].flatMap((frame) => {
      // Null for another site's.
      const inside = frame.contentDocument;
      if (inside === null || !isElement(inside.body)) return [];
      const { defaultView } = inside;
      if (defaultView !== null && !this.#documents.has(inside)) {
        this.#documents.add(inside);
        this.#framed(defaultView);
      }
      return [inside];
    });
  }
}
