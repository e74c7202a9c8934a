import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import {
  fillSlots,
  newSlots,
  type Held,
  type Slots,
} from '#extension/entrypoints/team/list/slots.ts';

type Options = {
  count: number;
  /** Of every row, in pixels. */
  rowHeight: number;
  /** Where the first row begins in the page, in pixels. */
  top: number;
  held: Held | null;
};

/** What a frame may take for rows that come into view: half of what is felt, as it has more to do. */
const FRAME_MS = 12;
const MOST_ROWS_A_FRAME = 5;

export type Rows = {
  /** The row of each element: of many that come into view at once some follow a frame later. */
  slots: Slots;
  height: number;
  scrollToRow: (index: number) => void;
};

/** Which rows of a long list are in view of the window, and a few around them. */
export function useRows({ count, rowHeight, top, held }: Options): Rows {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    overscan: 3,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Rows of another height are measured anew.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const slots = useSomeAFrame(
    inViewFirst(virtualizer.getVirtualIndexes(), virtualizer.range),
    { count, held },
    () => redraw(undefined),
  );
  return {
    slots,
    height: virtualizer.getTotalSize(),
    scrollToRow: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

type Range = Virtualizer<Window, HTMLElement>['range'];

function inViewFirst(rows: readonly number[], range: Range): number[] {
  const isInView = (row: number): boolean =>
    range !== null && row >= range.startIndex && row <= range.endIndex;
  return [...rows.filter(isInView), ...rows.filter((row) => !isInView(row))];
}

function useSomeAFrame(
  rows: readonly number[],
  { count, held }: Pick<Options, 'count' | 'held'>,
  redraw: () => void,
): Slots {
  const startedAt = performance.now();
  const rowMs = useRef(FRAME_MS / 3);
  const drawn = useRef<{ count: number; slots: Slots }>({ count: 0, slots: [] });
  // Another list is there whole at once: nothing flies past, and a screen that fills row by row would.
  const isSameList = drawn.current.count === count && drawn.current.slots.length > 0;
  const most = Math.max(1, Math.min(MOST_ROWS_A_FRAME, Math.floor(FRAME_MS / rowMs.current)));
  const before = drawn.current.slots;
  const slots = isSameList
    ? fillSlots(before, { rows, most, held })
    : newSlots(before, { rows, held });
  const fresh = slots.filter((row, slot) => row !== before[slot]).length;
  drawn.current = { count, slots };
  useLayoutEffect(() => {
    if (fresh === 0) return;
    // From its drawing until its frame is over; a slow machine gets fewer rows the next time.
    const measure = (): void => void (rowMs.current = (performance.now() - startedAt) / fresh);
    requestAnimationFrame(() => setTimeout(measure));
  });
  useLayoutEffect(() => {
    if (rows.every((row) => slots.includes(row))) return;
    // Not in this frame, which ends with the first of these, and not between two: where a scroll event
    // reads how far it has come, what was drawn since the last frame would be laid out for that alone.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(redraw)));
    return () => cancelAnimationFrame(frame);
  });
  return slots;
}
