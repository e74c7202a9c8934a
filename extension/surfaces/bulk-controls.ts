import { BULK_CONTROLS } from '#extension/surfaces/bulk-list.ts';
import { readCount } from '#extension/surfaces/count.ts';
import { among, around, find, isPart } from '#extension/surfaces/find.ts';
import { isElement } from '#extension/surfaces/realm.ts';
import { listHeader } from '#extension/surfaces/profile-list.ts';
import type { Spot } from '#extension/surfaces/place.ts';
import type { BulkControl } from '#extension/surfaces/surface.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';

/** A control that opens a bulk composer, as it stands on the page. */
export type ControlSeen = Readonly<{
  element: HTMLElement;
  recipients: RecipientCount;
}>;

/** What its own label says; else, inside its bar, what the counter of the selection says. */
function countOf({ bar, area, counter }: BulkControl, control: HTMLElement): RecipientCount {
  const said = readCount(control.textContent);
  if (said !== null) return said;
  const place = around(bar, control) === null ? null : around(area, control);
  const shown = place === null ? null : find(counter, place);
  return shown === null ? null : readCount(shown.textContent);
}

function controlAt(element: HTMLElement): ControlSeen | null {
  for (const bulk of BULK_CONTROLS) {
    if (isPart(bulk.control, element)) {
      return { element, recipients: countOf(bulk, element) };
    }
  }
  return null;
}

/** The bulk control that an event passes through; null for everything else. */
export function controlIn(path: readonly EventTarget[]): ControlSeen | null {
  for (const node of path) {
    const control = isElement(node) ? controlAt(node) : null;
    if (control !== null) return control;
  }
  return null;
}

/** Every bulk control among the buttons of a page. */
export function controlsAmong(buttons: readonly HTMLElement[]): ControlSeen[] {
  const elements = new Set(BULK_CONTROLS.flatMap(({ control }) => among(control, buttons)));
  return [...elements].flatMap((element) => controlAt(element) ?? []);
}

/** Where a note on a control stands: after the header it is in, so that it covers nothing. */
export function noteSpotAt({ element }: ControlSeen): Spot | null {
  const after = around(listHeader, element) ?? element.parentElement ?? element;
  const parent = after.parentNode;
  return parent === null ? null : { parent, before: after.nextSibling };
}
