import { describe, expect, test } from 'vitest';
import {
  fillSlots,
  newSlots,
  sayAnew,
  type Drawn,
} from '#extension/entrypoints/team/list/slots.ts';

const held = (was: number, is: number | null = was) => ({ was, is });

describe('the elements of rows', () => {
  test('show the rows of another list at once, in their order', () => {
    expect(newSlots([], { rows: [2, 3, 0, 1], held: null })).toEqual([0, 1, 2, 3]);
    expect(newSlots([7, 8, 9], { rows: [0, 1], held: null })).toEqual([0, 1]);
  });

  test('show others once their rows are out of view, so many at a time, what matters first', () => {
    const before = [0, 1, 2, 3];
    const rows = [4, 5, 3, 2];
    expect(fillSlots(before, { rows, most: 1, held: null })).toEqual([4, 1, 2, 3]);
    expect(fillSlots(before, { rows, most: 8, held: null })).toEqual([4, 5, 2, 3]);
    expect(fillSlots(before, { rows: [1, 2], most: 8, held: null })).toBe(before);
  });

  test('are as many as are in view at once, and no more', () => {
    const rows = [2, 3, 4, 5, 6];
    expect(fillSlots([0, 1, 2], { rows, most: 8, held: null })).toEqual([3, 4, 2, 5, 6]);
    let slots = newSlots([], { rows: [0, 1, 2], held: null });
    for (let row = 1; row < 90; row += 2) {
      slots = fillSlots(slots, { rows: [row, row + 1, row + 2], most: 2, held: null });
    }
    expect(slots).toHaveLength(3);
  });

  test('leave the row that has the focus in its own, in view or not', () => {
    const slots = fillSlots([0, 1, 2], { rows: [7, 8, 9], most: 8, held: held(1) });
    expect(slots).toEqual([7, 1, 8, 9]);
  });

  test('go with the seat that has the focus where a fresh list has it elsewhere', () => {
    expect(fillSlots([0, 1, 2], { rows: [0, 1, 2], most: 8, held: held(0, 2) })).toEqual([2, 1, 0]);
    expect(fillSlots([0, 1, 2], { rows: [0, 1, 2], most: 8, held: held(0, 50) })).toEqual([
      50, 1, 2, 0,
    ]);
    expect(newSlots([0, 1, 2], { rows: [0, 1, 2, 3], held: held(0, 1) })).toEqual([1, 0, 2, 3]);
    expect(newSlots([0, 1, 2], { rows: [0, 1], held: held(2, null) })).toEqual([0, 1]);
  });
});

describe('what the elements say', () => {
  /** Each row says the minute that it was drawn in, but for those of which nothing changes. */
  const at = (minute: string, still: readonly number[] = []) => {
    return (row: number, before: string | null): string =>
      before !== null && still.includes(row) ? before : minute;
  };
  const texts = (drawn: readonly Drawn<string>[]) => drawn.map(({ row, says }) => `${row}${says}`);
  const before = [0, 1, 2, 3].map((row) => ({ row, says: 'a' }));

  test('comes anew in so many at a time, until none is behind', () => {
    const once = sayAnew([0, 1, 2, 3], before, { says: at('b'), most: 3 });
    expect(texts(once.drawn)).toEqual(['0b', '1b', '2b', '3a']);
    expect(once.isBehind).toBe(true);
    const still = (row: number, was: string | null) => (was === 'b' ? was : at('b')(row, was));
    const twice = sayAnew([0, 1, 2, 3], once.drawn, { says: still, most: 3 });
    expect(texts(twice.drawn)).toEqual(['0b', '1b', '2b', '3b']);
    expect(twice.isBehind).toBe(false);
  });

  test('is never of another row, and those that show one count among them', () => {
    const { drawn, isBehind } = sayAnew([7, 8, 2, 3], before, { says: at('b'), most: 3 });
    expect(texts(drawn)).toEqual(['7b', '8b', '2b', '3a']);
    expect(isBehind).toBe(true);
    const none = sayAnew([7, 8, 9, 3], before, { says: at('b'), most: 2 });
    expect(texts(none.drawn)).toEqual(['7b', '8b', '9b', '3a']);
  });

  test('stays the very same where nothing else is to be said, and is none of those', () => {
    const { drawn, isBehind } = sayAnew([0, 1, 2, 3], before, { says: at('b', [0, 1]), most: 2 });
    expect(texts(drawn)).toEqual(['0a', '1a', '2b', '3b']);
    expect(drawn[0]).toBe(before[0]);
    expect(isBehind).toBe(false);
  });
});
