import { outermost } from '#extension/surfaces/realm.ts';

declare global {
  var goodStandingRefusals: EventTarget | undefined;
}

/**
 * Where the guard tells the overlay of its refusals, each by an event of the refused one's type
 * that has what was pressed. The scripts run in the extension's own world,
 * whose globals all frames of one site can reach and the page cannot; an event on the document it
 * could hear.
 */
export function refusals(): EventTarget {
  return (outermost().goodStandingRefusals ??= new EventTarget());
}
