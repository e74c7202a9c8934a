import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

type Options = {
  count: number;
  /** Of every row, in pixels. */
  rowHeight: number;
  /** Where the first row begins in the page, in pixels. */
  top: number;
};

/** So many are made in one go, so that no frame waits for long while a list flies past. */
const NEW_ROWS_A_FRAME = 3;

export type Rows = {
  /** Those that are drawn by now: of many that come into view at once some follow a frame later. */
  items: readonly VirtualItem[];
  height: number;
  scrollToRow: (index: number) => void;
};

/** Which rows of a long list are in view of the window, and a few around them. */
export function useRows({ count, rowHeight, top }: Options): Rows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    overscan: 5,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Rows of another height are measured anew.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const items = useSomeAFrame(
    virtualizer.getVirtualItems(),
    { count, range: virtualizer.range },
    () => redraw(undefined),
  );
  return {
    items,
    height: virtualizer.getTotalSize(),
    scrollToRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

type Range = Virtualizer<Window, HTMLElement>['range'];

/** Those to draw now: all that are drawn already, and some of the others, those in view first. */
function someOf(
  wanted: readonly VirtualItem[],
  drawn: ReadonlySet<number>,
  range: Range,
): VirtualItem[] {
  const isInView = ({ index }: VirtualItem): boolean =>
    range !== null && index >= range.startIndex && index <= range.endIndex;
  const missing = wanted.filter(({ index }) => !drawn.has(index));
  const inOrder = [...missing.filter(isInView), ...missing.filter((item) => !isInView(item))];
  const fresh = new Set(inOrder.slice(0, NEW_ROWS_A_FRAME));
  return wanted.filter((item) => drawn.has(item.index) || fresh.has(item));
}

/** The rows that are there, of a list of so many. */
type Drawn = { count: number; rows: ReadonlySet<number> };

function useSomeAFrame(
  wanted: readonly VirtualItem[],
  { count, range }: { count: number; range: Range },
  redraw: () => void,
): readonly VirtualItem[] {
  const drawn = useRef<Drawn>({ count: 0, rows: new Set() });
  // Another list is there whole at once: nothing flies past, and a screen that fills row by row would.
  const isSameList = drawn.current.count === count && drawn.current.rows.size > 0;
  const items = isSameList ? someOf(wanted, drawn.current.rows, range) : wanted;
  drawn.current = { count, rows: new Set(items.map(({ index }) => index)) };
  useLayoutEffect(() => {
    if (items.length === wanted.length) return;
    // Not in this frame, which ends with the first of these, and not between two: where a scroll event
    // reads how far it has come, what was drawn since the last frame would be laid out for that alone.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(redraw)));
    return () => cancelAnimationFrame(frame);
  });
  return items;
}
