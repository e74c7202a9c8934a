import { themeAt } from '#extension/surfaces/page.ts';

const MARKED = ['aria-disabled', 'aria-description'] as const;
const FRAME = { light: '#b11226', dark: '#ff8a80' } as const;

const STYLED = ['box-shadow', 'cursor'] as const;

type Look = Readonly<Record<(typeof MARKED)[number] | (typeof STYLED)[number], string | null>>;
type Kept = { before: Look; ours: Look };

const marked = new WeakSet<HTMLElement>();

/** True while the mark of a held control stands on it, which says nothing of the page's own state. */
export function isMarked(element: HTMLElement): boolean {
  return marked.has(element);
}

/**
 * Marks controls of the page as held: for the eye by a frame, with the label as readable as before;
 * for a screen reader as disabled, with the reason. The page may set its own marks with each
 * render: ours are put back with every look, and in the end what the page set last comes back.
 */
export class Marks {
  readonly #kept = new Map<HTMLElement, Kept>();

  /** @param held the controls that are held now, each with the reason. */
  keep(held: ReadonlyMap<HTMLElement, string>): void {
    for (const [element, reason] of held) {
      const before = beforeOf(element, this.#kept.get(element));
      put(element, {
        'aria-disabled': 'true',
        'aria-description': reason,
        'box-shadow': `inset 0 0 0 1px ${FRAME[themeAt(element)]}`,
        cursor: 'not-allowed',
      });
      // As it reads back, since a browser writes a style in its own way.
      this.#kept.set(element, { before, ours: lookOf(element) });
      marked.add(element);
    }
    for (const [element, kept] of this.#kept) {
      if (held.has(element)) continue;
      put(element, beforeOf(element, kept));
      this.#kept.delete(element);
      marked.delete(element);
    }
  }
}

function lookOf(element: HTMLElement): Look {
  return {
    'aria-disabled': element.getAttribute('aria-disabled'),
    'aria-description': element.getAttribute('aria-description'),
    'box-shadow': element.style.boxShadow,
    cursor: element.style.cursor,
  };
}

/** What the page wants there: what stood there before ours, or what it has put over ours since. */
function beforeOf(element: HTMLElement, kept: Kept | undefined): Look {
  const now = lookOf(element);
  if (kept === undefined) return now;
  const { before, ours } = kept;
  const either = (name: keyof Look) => (now[name] === ours[name] ? before[name] : now[name]);
  return {
    'aria-disabled': either('aria-disabled'),
    'aria-description': either('aria-description'),
    'box-shadow': either('box-shadow'),
    cursor: either('cursor'),
  };
}

function put(element: HTMLElement, look: Look): void {
  for (const name of MARKED) set(element, name, look[name]);
  for (const name of STYLED) element.style.setProperty(name, look[name]);
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
