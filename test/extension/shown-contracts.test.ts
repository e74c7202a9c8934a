import { expect, test } from 'vitest';
import { isShownIn, type ShownContract } from '#extension/state/shown-contracts.ts';

const NOW = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const OURS = 'Larkfield Staffing';

/** Whether what happens in tab 1 is ours; each tab with what it named so many minutes ago. */
function isOurs(...tabs: [tab: string, name: string, minutes: number][]): boolean {
  const shown = tabs.map(([tab, name, minutes]): [string, ShownContract] => [
    tab,
    { name, at: NOW - minutes * MINUTE_MS },
  ]);
  return isShownIn('1', OURS, new Map(shown), NOW);
}

test('a tab that named ours within half an hour is ours, and later it is not', () => {
  expect(isOurs(['1', OURS, 0])).toBe(true);
  expect(isOurs(['1', OURS, 29.99])).toBe(true);
  expect(isOurs(['1', OURS, 30])).toBe(false);
});

test('a tab that named nothing, or another, is not', () => {
  expect(isOurs()).toBe(false);
  expect(isOurs(['1', 'Northwind', 1])).toBe(false);
  expect(isOurs(['1', `${OURS} `, 1])).toBe(false);
  expect(isOurs(['2', OURS, 0])).toBe(false);
  expect(isOurs(['11', OURS, 0])).toBe(false);
});

test('while another tab names another contract nobody can tell, whichever was first', () => {
  expect(isOurs(['1', OURS, 2], ['2', 'Northwind', 1])).toBe(false);
  expect(isOurs(['1', OURS, 1], ['2', 'Northwind', 2])).toBe(false);
  expect(isOurs(['1', OURS, 1], ['2', 'Northwind', 30])).toBe(true);
  expect(isOurs(['1', OURS, 1], ['2', OURS, 2])).toBe(true);
});
