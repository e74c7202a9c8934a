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

/** What a frame may take for rows that come into view: half of what is felt, as it has more to do. */
const FRAME_MS = 24;
const MOST_ROWS_A_FRAME = 8;

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
  { range, most }: { range: Range; most: number },
): VirtualItem[] {
  const isInView = ({ index }: VirtualItem): boolean =>
    range !== null && index >= range.startIndex && index <= range.endIndex;
  const missing = wanted.filter(({ index }) => !drawn.has(index));
  const inOrder = [...missing.filter(isInView), ...missing.filter((item) => !isInView(item))];
  const fresh = new Set(inOrder.slice(0, most));
  return wanted.filter((item) => drawn.has(item.index) || fresh.has(item));
}

/** The rows that are there, of a list of so many. */
type Drawn = { count: number; rows: ReadonlySet<number> };

function useSomeAFrame(
  wanted: readonly VirtualItem[],
  { count, range }: { count: number; range: Range },
  redraw: () => void,
): readonly VirtualItem[] {
  const startedAt = performance.now();
  const rowMs = useRef(FRAME_MS / 3);
  const drawn = useRef<Drawn>({ count: 0, rows: new Set() });
  // Another list is there whole at once: nothing flies past, and a screen that fills row by row would.
  const isSameList = drawn.current.count === count && drawn.current.rows.size > 0;
  const most = Math.max(1, Math.min(MOST_ROWS_A_FRAME, Math.floor(FRAME_MS / rowMs.current)));
  const items = isSameList ? someOf(wanted, drawn.current.rows, { range, most }) : wanted;
  const fresh = items.filter(({ index }) => !drawn.current.rows.has(index)).length;
  drawn.current = { count, rows: new Set(items.map(({ index }) => index)) };
  useLayoutEffect(() => {
    if (fresh === 0) return;
    // From its drawing until its frame is over; a slow machine gets fewer rows the next time.
    const measure = (): void => void (rowMs.current = (performance.now() - startedAt) / fresh);
    requestAnimationFrame(() => setTimeout(measure));
  });
  useLayoutEffect(() => {
    if (items.length === wanted.length) return;
    // Not in this frame, which ends with the first of these, and not between two: where a scroll event
    // reads how far it has come, what was drawn since the last frame would be laid out for that alone.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(redraw)));
    return () => cancelAnimationFrame(frame);
  });
  return items;
}
