import type { Around, StartFeature } from '#extension/features/feature.ts';
import { controlIn } from '#extension/surfaces/bulk-controls.ts';
import { composerAround } from '#extension/surfaces/composer.ts';
import { openerByAddress, openerOfControl } from '#extension/surfaces/openers.ts';
import { isElement, waysOut } from '#extension/surfaces/realm.ts';
import type { RecipientCount } from '#shared/policy/gate.ts';

/** One press is several events, and a key that is kept down repeats itself. */
const SAME_PRESS_MS = 1_000;

type Where = Readonly<{ surface: string; recipients: RecipientCount }>;

/** Where a press was held, and how many it would have gone to; null for what is not seen any more. */
function whereOf(pressed: HTMLElement, around: Around): Where | null {
  const seen = around.see();
  const composer = composerAround(pressed);
  if (composer !== null) {
    const known = seen.composers.find(({ element }) => element === composer);
    if (known === undefined) return null;
    const opener = around.openerOf(known) ?? openerByAddress(seen.url, document);
    return { surface: opener.surface, recipients: known.recipients };
  }
  const control = controlIn(waysOut(pressed));
  return control === null ? null : openerOfControl(control, seen.url);
}

/** Bulk sends that the guard held back: when, where and to how many, and never to whom. */
export const startHeldSends: StartFeature = (around) => {
  let lastAt = Number.NEGATIVE_INFINITY;
  let isHere = false;
  around.onRefusal((event) => {
    const at = around.now();
    const isSame = at - lastAt < SAME_PRESS_MS;
    lastAt = at;
    const pressed = 'detail' in event ? event.detail : null;
    if (isSame || !isHere || !isElement(pressed)) return;
    const where = whereOf(pressed, around);
    if (where === null || where.recipients === null) return;
    const { surface, recipients } = where;
    around.tell.held({ id: crypto.randomUUID(), at, surface, recipients }).catch(() => undefined);
  });
  return ({ view }) => {
    isHere = view.isHere;
  };
};
