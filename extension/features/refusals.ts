declare global {
  var goodStandingRefusals: EventTarget | undefined;
}

/**
 * Where the guard tells the overlay of its refusals, with an event of the refused one's type. Both
 * scripts run in the extension's own world of the frame and share its globals, which the page
 * cannot reach; an event on the document it could hear.
 */
export function refusals(): EventTarget {
  return (globalThis.goodStandingRefusals ??= new EventTarget());
}
