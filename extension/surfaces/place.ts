import { themeAt, type Theme } from '#extension/surfaces/page.ts';

const HOST_TAG = 'good-standing';

/** The elements that we made, whatever the page calls its own. */
const hosts = new WeakSet<EventTarget>();

export type Spot = Readonly<{ parent: Node; before: Node | null }>;

/** Events that are ours alone: the page has nothing to do with a click in our own corner. */
const OURS = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'input'];

/**
 * An element of a name that nobody else has. A page that has claimed it for an element of its own
 * would get ours to build, and could forbid it a shadow root: then it is a plain one.
 */
function createHost(): HTMLElement {
  const named = document.createElement(HOST_TAG);
  const host = named.matches(':defined') ? document.createElement('div') : named;
  hosts.add(host);
  return host;
}

/** The element of ours that an event passes through; null for what is the page's own. */
export function hostIn(path: readonly EventTarget[]): HTMLElement | null {
  const host = path.find((node) => hosts.has(node));
  return host instanceof HTMLElement ? host : null;
}

/**
 * One element of ours in Recruiter's page, made once. Whenever the page takes it away or builds its
 * surroundings anew, the same element goes back, and what was drawn or typed in it stays.
 */
export class Place {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly drawing: HTMLElement;

  constructor(name: string, css: string) {
    this.host = createHost();
    this.host.dataset['place'] = name;
    // Open, so that screen readers' helpers, tests and the curious can look in; so can the page.
    this.root = this.host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = css;
    this.drawing = document.createElement('div');
    this.root.append(style, this.drawing);
    for (const type of OURS) {
      this.host.addEventListener(type, (event) => {
        event.stopPropagation();
      });
    }
  }

  /** Puts the element where it belongs now, or takes it away. */
  keepAt(spot: Spot | null): void {
    if (spot === null) {
      this.host.remove();
      return;
    }
    const { parent, before } = spot;
    if (this.host.parentNode !== parent) parent.insertBefore(this.host, before);
    const theme = themeAround(this.host);
    if (this.host.dataset['theme'] !== theme) this.host.dataset['theme'] = theme;
  }

  /**
   * True for a person's press of something in a dialog of this place, while it stands over the page
   * as we put it. The page reaches our elements: it may move a button to where people press another.
   */
  isPressed(event: Event, dialog: HTMLDialogElement): boolean {
    const { isTrusted, currentTarget } = event;
    const isInside = currentTarget instanceof Node && dialog.contains(currentTarget);
    return isTrusted && isInside && this.root.contains(dialog) && dialog.matches(':modal');
  }
}

/** What stands around us lasts longer than we do. */
function themeAround({ parentElement, ownerDocument }: HTMLElement): Theme {
  return themeAt(parentElement ?? ownerDocument.documentElement);
}

/** What Tab stops at in a dialog of ours, in its order; its text only where it has to be scrolled. */
export function stopsIn(dialog: HTMLDialogElement): HTMLElement[] {
  const text = dialog.firstElementChild;
  const isLong = text instanceof HTMLElement && text.scrollHeight > text.clientHeight;
  return [...(isLong ? [text] : []), ...dialog.querySelectorAll('button')];
}

/**
 * Shows a dialog of ours above everything else, again when the page has opened one of its own over
 * it or when somebody closed it.
 */
export function coversAbove(dialog: HTMLDialogElement): void {
  const isOver = dialog.open && isTopmost(dialog);
  if (isOver) return;
  if (dialog.open) dialog.close();
  dialog.showModal();
}

/** What the page would have to be inert for: the middle of our dialog is ours, or it is covered. */
function isTopmost(dialog: HTMLDialogElement): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const root = dialog.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  return document.elementFromPoint(left + width / 2, top + height / 2) === root.host;
}
