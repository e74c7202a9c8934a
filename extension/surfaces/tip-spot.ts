import { outOf } from '#extension/surfaces/realm.ts';

const GAP_PX = 8;

/** True while somebody points at an element or has come to it by keyboard. */
export function isNear(element: HTMLElement): boolean {
  return element.isConnected && element.matches(':hover, :focus-visible');
}

/** Where an element is in the window, whatever frames it stands in. */
function rectInWindow(element: HTMLElement): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  const rect = new DOMRect(x, y, width, height);
  for (let at = outOf(element); at !== null; at = outOf(at)) {
    if (at.localName !== 'iframe') continue;
    const frame = at.getBoundingClientRect();
    rect.x += frame.x + at.clientLeft;
    rect.y += frame.y + at.clientTop;
  }
  return rect;
}

/**
 * Puts a tip of ours above an element, or below it where there is no room, in the top layer: over
 * whatever the page has opened.
 */
export function showTip(host: HTMLElement, element: HTMLElement): void {
  host.popover = 'manual';
  if (!host.matches(':popover-open')) host.showPopover();
  const { x, top, bottom } = rectInWindow(element);
  const { offsetWidth, offsetHeight } = host;
  const most = document.documentElement.clientWidth - offsetWidth - GAP_PX;
  const above = top - offsetHeight - GAP_PX;
  const left = Math.max(GAP_PX, Math.min(x, most));
  host.style.setProperty('--gs-left', `${Math.round(left)}px`);
  host.style.setProperty('--gs-top', `${Math.round(above < GAP_PX ? bottom + GAP_PX : above)}px`);
}
