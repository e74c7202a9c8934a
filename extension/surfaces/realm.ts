/**
 * Every frame has classes of its own, so that `instanceof` tells nothing of what comes from another:
 * elements and events are told by what they have.
 */
export function isElement(node: unknown): node is HTMLElement {
  return typeof node === 'object' && node !== null && 'offsetParent' in node;
}

export function isButton(node: Element | null): node is HTMLButtonElement {
  return node?.localName === 'button';
}

export function isKeyPress(event: Event): event is KeyboardEvent {
  return 'altKey' in event && 'key' in event;
}

/** Out of a shadow root to its host and out of a frame to its element; null at the top of the page. */
export function outOf(element: Element): Element | null {
  const root = element.getRootNode();
  if ('host' in root && isElement(root.host)) return root.host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** An element and all that it stands in, out of shadow roots and frames as well. */
export function waysOut(element: HTMLElement): HTMLElement[] {
  const ways: HTMLElement[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement ?? outOf(at)) {
    if (isElement(at)) ways.push(at);
  }
  return ways;
}

type Scope = Window & typeof globalThis;

/** A window of another site throws when it is asked for its document. */
function isReachable(other: Window | null): other is Scope {
  try {
    return other !== null && 'body' in other.document;
  } catch {
    return false;
  }
}

/** The window around all frames, or this one where that is another site's. */
export function outermost(): Scope {
  return isReachable(window.top) ? window.top : window;
}
