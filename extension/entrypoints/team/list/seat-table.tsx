import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { Narrowing } from '#extension/entrypoints/team/list/narrow.ts';
import type { Held } from '#extension/entrypoints/team/list/slots.ts';
import { saysTheSame, SeatRow, type Says } from '#extension/entrypoints/team/list/seat-row.tsx';
import { TableHead } from '#extension/entrypoints/team/list/table-head.tsx';
import { useMatches } from '#extension/entrypoints/team/list/use-matches.ts';
import { useRows } from '#extension/entrypoints/team/list/use-rows.ts';
import { useTrends } from '#extension/entrypoints/team/list/use-trends.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { SeatList } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = {
  numbers: Numbers;
  seats: readonly Listed[];
  terms: SeatList['terms'];
  narrowing: Narrowing;
  change: (to: Narrowing) => void;
  now: Instant;
};

/** As the style has them: one line of a row, or three where the window is narrow. */
const ROW_HEIGHT = 48;
const NARROW_ROW_HEIGHT = 92;
export const NARROW = '(max-width: 1259px)';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The seats that are left, of which only those in view are there. */
export function SeatTable({ numbers, seats, terms, narrowing, change, now }: Props) {
  const words = teamWords[numbers.language];
  const body = useRef<HTMLDivElement>(null);
  const top = useTop(body);
  const isNarrow = useMatches(NARROW);
  const rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const held = useHeldRow(seats, body);
  const { drawn, height, scrollToRow } = useRows<Says | null>({
    count: seats.length,
    of: narrowing,
    says: (index, before) => {
      const seat = seats[index];
      if (seat === undefined) return null;
      const says = { seat, terms, now };
      return before !== null && saysTheSame(before, says) ? before : says;
    },
    rowHeight,
    top,
    held,
  });
  const inOrder = drawn
    .map(({ row, says }, slot) => ({ row, says, slot }))
    .sort((one, other) => one.row - other.row);
  const trends = useTrends(inOrder.flatMap(({ says }) => says?.seat.row.seat.id ?? []));
  const { current, onKeyDown, onFocus } = useCurrentRow(seats.length, { scrollToRow, body, held });
  return (
    <div role="table" class="table" aria-label={words.seats} aria-rowcount={seats.length + 1}>
      <div role="rowgroup" class="heads">
        <TableHead numbers={numbers} narrowing={narrowing} change={change} />
      </div>
      <div
        role="rowgroup"
        ref={body}
        class="rows"
        style={{ height: `${height}px` }}
        // The elements lie as their rows came into view; who listens hears them as they are seen.
        aria-owns={inOrder.map(({ slot }) => idOf(slot)).join(' ')}
        onKeyDown={onKeyDown}
        onFocusIn={onFocus}
      >
        {drawn.map(({ row: index, says }, slot) => {
          if (says === null) return null;
          return (
            <SeatRow
              key={slot}
              id={idOf(slot)}
              says={says}
              index={index}
              top={index * rowHeight}
              trend={trends.get(says.seat.row.seat.id)}
              numbers={numbers}
              isCurrent={index === current}
              isNarrow={isNarrow}
            />
          );
        })}
      </div>
    </div>
  );
}

/**
 * Where an element begins in the page. It moves with what stands before it, and the page with that;
 * asking at each drawing would lay the page out once more each time.
 */
function useTop(of: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const box = of.current?.getBoundingClientRect();
      if (box !== undefined) setTop(box.top + scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, []);
  return top;
}

const idOf = (slot: number): string => `row-${slot}`;

function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof HTMLElement ? target.dataset['row'] : undefined;
  return row === undefined ? null : Number(row);
}

/** The focus is on a seat: where a list that came anew has it elsewhere, it goes along. */
function useHeldRow(seats: readonly Listed[], body: { current: HTMLElement | null }): Held | null {
  const known = useRef(seats);
  const { activeElement } = document;
  const was = body.current?.contains(activeElement) === true ? rowOf(activeElement) : null;
  const is = was === null ? null : placeOf(known.current[was], was, seats);
  useLayoutEffect(() => {
    known.current = seats;
    // It would be on another seat now, and nobody asked for that.
    if (was !== null && is === null && activeElement instanceof HTMLElement) activeElement.blur();
  });
  return was === null ? null : { was, is };
}

/** Where a seat is in a list by now, mostly where it was. */
function placeOf(seat: Listed | undefined, was: number, seats: readonly Listed[]): number | null {
  const isSeat = (other: Listed | undefined): boolean => other?.row.seat.id === seat?.row.seat.id;
  const is = isSeat(seats[was]) ? was : seats.findIndex(isSeat);
  return is === -1 ? null : is;
}

type Walked = {
  scrollToRow: (index: number) => void;
  body: { current: HTMLElement | null };
  held: Held | null;
};

/** One row is reached by Tab; the arrow keys go on from there, also to rows that are not there yet. */
function useCurrentRow(count: number, { scrollToRow, body, held }: Walked) {
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (held !== null && held.is !== null && held.is !== held.was) setCurrent(held.is);
  });
  // Before the next key: Enter right after an arrow is meant for the row that the arrow went to.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (link === null || link === undefined) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  return {
    current: Math.min(current, Math.max(0, count - 1)),
    onFocus: (event: FocusEvent): void => {
      const row = rowOf(event.target);
      if (row !== null) setCurrent(row);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      const from = rowOf(event.target);
      const step = STEPS[event.key];
      if (from === null || step === undefined || event.altKey || event.ctrlKey || event.metaKey)
        return;
      event.preventDefault();
      const to = Math.max(0, Math.min(count - 1, from + step));
      wanted.current = to;
      setCurrent(to);
      scrollToRow(to);
    },
  };
}
