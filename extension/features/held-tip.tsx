import { render } from 'preact';
import type { Around } from '#extension/features/feature.ts';
import { Place } from '#extension/surfaces/place.ts';
import { isElement } from '#extension/surfaces/realm.ts';
import { isNear, showTip } from '#extension/surfaces/tip-spot.ts';
import { HeldTip } from '#extension/ui/held-tip.tsx';

type Held = ReadonlyMap<HTMLElement, string>;

/** Says over a held control why it is held, while somebody points at it or has come to it. */
export function startHeldTip({ onNear, lookSoon }: Around, css: string): (held: Held) => void {
  let place: Place | null = null;
  let held: Held = new Map();
  let shownOn: HTMLElement | null = null;

  onNear((event) => {
    const isNearOne = event.composedPath().some((node) => isElement(node) && held.has(node));
    if (isNearOne || shownOn !== null) lookSoon();
  });
  return (current) => {
    held = current;
    const near = [...held].find(([element]) => isNear(element));
    shownOn = null;
    if (near === undefined) {
      place?.keepAt(null);
      return;
    }
    const [element, text] = near;
    shownOn = element;
    place ??= new Place('tip', css);
    place.keepAt({ parent: document.body, before: null });
    render(<HeldTip text={text} />, place.drawing);
    showTip(place.host, element);
  };
}
