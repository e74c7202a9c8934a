import { themeAt } from '#extension/surfaces/page.ts';

export const HOST_TAG = 'good-standing';

export type Spot = Readonly<{ parent: Node; before: Node | null }>;

const DRESS_EVERY_MS = 3_000;

/** Events that are ours alone: the page has nothing to do with a click in our own corner. */
const OURS = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'input'];

/**
 * One element of ours in Recruiter's page, made once. Whenever the page takes it away or builds its
 * surroundings anew, the same element goes back, and what was drawn or typed in it stays.
 */
export class Place {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly drawing: HTMLElement;
  #dressedAt = 0;

  constructor(name: string, css: string) {
    this.host = document.createElement(HOST_TAG);
    this.host.dataset['place'] = name;
    // Open, so that screen readers' helpers, tests and the curious can look in.
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
    const isMoved = this.host.parentNode !== parent;
    if (isMoved) parent.insertBefore(this.host, before);
    this.#dress(isMoved);
  }

  /** Looks at the page's colours now and then only, as asking for them has the page styled anew. */
  #dress(isMoved: boolean): void {
    const now = performance.now();
    if (!isMoved && now - this.#dressedAt < DRESS_EVERY_MS) return;
    this.#dressedAt = now;
    this.host.dataset['theme'] = themeAt(this.host);
  }
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
