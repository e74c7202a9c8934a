/**
 * The elements of rows, each by the row that it shows now. There are as many as a screen takes: one
 * whose row has gone out of view shows another next, as changing a row is less work than making one.
 */
export type Slots = readonly number[];

/** The row that had the focus, and which it is now: null where it is none of the list any more. */
export type Held = Readonly<{ was: number; is: number | null }>;

type Wanted = {
  /** What comes first is drawn first. */
  rows: readonly number[];
  /** So many others than before, at the most. */
  most: number;
  held: Held | null;
};

/** The same list a moment later. The row that has the focus keeps its element, in view or not. */
export function fillSlots(slots: Slots, { rows, most, held }: Wanted): Slots {
  const before = exchanged(slots, held);
  const shown = new Set(before);
  const missing = rows.filter((row) => !shown.has(row)).slice(0, most);
  if (missing.length === 0) return before;
  const wanted = new Set([...rows, held?.is]);
  const filled = before.map((row) => (wanted.has(row) ? row : (missing.shift() ?? row)));
  return [...filled, ...missing];
}

/** Another list: all of its rows at once, in their order. */
export function newSlots(slots: Slots, { rows, held }: Omit<Wanted, 'most'>): Slots {
  const wanted = new Set(held === null || held.is === null ? rows : [...rows, held.is]);
  const inOrder = [...wanted].sort((one, other) => one - other);
  const had = held === null ? undefined : inOrder[slots.indexOf(held.was)];
  return held === null || had === undefined ? inOrder : exchanged(inOrder, { ...held, was: had });
}

/** An element as it is drawn: its row, and what that says, which may be of a moment ago. */
export type Drawn<Says> = Readonly<{ row: number; says: Says }>;

/**
 * What the elements of the same list say next: at the most so many of them something else than before,
 * with those that show another row. A whole list comes anew each minute, and a frame has no time for it.
 * @param says what a row says now; the very same as before where it says nothing else.
 * @returns also whether any is behind, and wants another turn.
 */
export function sayAnew<Says>(
  slots: Slots,
  before: readonly Drawn<Says>[],
  { says, most }: { says: (row: number, before: Says | null) => Says; most: number },
): { drawn: Drawn<Says>[]; isBehind: boolean } {
  let left = most - slots.filter((row, slot) => row !== before[slot]?.row).length;
  let isBehind = false;
  const drawn = slots.map((row, slot) => {
    const was = before[slot];
    if (was?.row !== row) return { row, says: says(row, null) };
    const now = says(row, was.says);
    if (now === was.says) return was;
    if (left <= 0) {
      isBehind = true;
      return was;
    }
    left -= 1;
    return { row, says: now };
  });
  return { drawn, isBehind };
}

/** One row goes where another is, and that one where it was. */
function exchanged(slots: Slots, held: Held | null): Slots {
  if (held === null || held.is === null || held.is === held.was) return slots;
  const { was, is } = held;
  return slots.map((row) => (row === was ? is : row === is ? was : row));
}
