import { expect, test } from 'vitest';
import { OpenerMemory } from '#extension/surfaces/opener.ts';

/** The memory asks nothing of an element but that it is the same one. */
function element(): HTMLElement {
  return Object.create(null);
}

test('a press belongs to the first composer after it, and stays with it', () => {
  const openers = new OpenerMemory<number>();
  const [first, second] = [element(), element()];
  openers.pressed(30, 1_000);
  expect(openers.of(first, 1_500)).toBe(30);
  expect(openers.of(second, 1_600)).toBeNull();
  openers.pressed(1, 2_000);
  // It may be the same composer, turned to somebody else.
  expect(openers.of(first, 2_100)).toBeNull();
  expect(openers.of(second, 2_200)).toBeNull();
  expect(openers.of(element(), 2_300)).toBe(1);
});

test('an old press opened nothing', () => {
  const openers = new OpenerMemory<number>();
  openers.pressed(30, 1_000);
  expect(openers.of(element(), 60_000)).toBeNull();
});
