import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Pace } from '#extension/entrypoints/team/list/pace.ts';
import {
  fillSlots,
  newSlots,
  sayAnew,
  type Drawn,
  type Held,
} from '#extension/entrypoints/team/list/slots.ts';

type Options<Says> = {
  count: number;
  /** What makes it another list, which is there whole at once. */
  of: unknown;
  /** What a row says; the very same as before where it says nothing else. */
  says: (row: number, before: Says | null) => Says;
  /** Of every row, in pixels. */
  rowHeight: number;
  /** Where the first row begins in the page, in pixels. */
  top: number;
  held: Held | null;
};

export type Rows<Says> = {
  /** The row of each element: of many that come into view, or say else, some follow a frame later. */
  drawn: readonly Drawn<Says>[];
  height: number;
  scrollToRow: (index: number) => void;
};

/** Which rows of a long list are in view of the window, and a few around them. */
export function useRows<Says>(given: Options<Says>): Rows<Says> {
  const { count, rowHeight, top } = given;
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [pace] = useState(() => new Pace(() => redraw(undefined)));
  useLayoutEffect(() => () => pace.stop(), [pace]);
  const options = {
    count,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    overscan: 3,
    onChange: () => pace.ask(),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Rows of another height are measured anew.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const drawn = useSomeAFrame(
    inViewFirst(virtualizer.getVirtualIndexes(), virtualizer.range),
    given,
    pace,
  );
  return {
    drawn,
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

function useSomeAFrame<Says>(
  rows: readonly number[],
  { count, of, says, held }: Pick<Options<Says>, 'count' | 'of' | 'says' | 'held'>,
  pace: Pace,
): readonly Drawn<Says>[] {
  const last = useRef<{ count: number; of: unknown; drawn: readonly Drawn<Says>[] }>(null);
  const before = last.current?.drawn ?? [];
  const slotsBefore = before.map(({ row }) => row);
  // Another list is there whole at once: nothing flies past, and a screen that fills row by row would.
  const isSameList = before.length > 0 && last.current?.count === count && last.current.of === of;
  const most = isSameList ? pace.rows : Infinity;
  const slots = isSameList
    ? fillSlots(slotsBefore, { rows, most, held })
    : newSlots(slotsBefore, { rows, held });
  const { drawn, isBehind } = sayAnew(slots, before, { says, most });
  last.current = { count, of, drawn };
  const isNew = drawn.some((one, slot) => one !== before[slot]);
  useLayoutEffect(() => {
    if (isNew) pace.drew();
    if (isBehind || !rows.every((row) => slots.includes(row))) pace.ask();
  });
  return drawn;
}
