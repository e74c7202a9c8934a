import { expect, test } from 'vitest';
import { MissWatch } from '#extension/surfaces/misses.ts';

const SEARCH = new URL('https://www.linkedin.com/talent/search?start=0');
const PROJECT = new URL('https://www.linkedin.com/talent/hire/1/manage/all');

/** A page that has only what its selectors name. */
function page(...has: string[]): ParentNode {
  const querySelector = (selector: string) => (has.includes(selector) ? {} : null);
  return Object.assign(Object.create(null), { querySelector });
}

const NAV = ['[data-test-global-nav-right]', '[data-test-user-contract-name]'];
const list = { surface: 'search', part: 'area' };

test('a required part that stays away is named once a visit, after it had time to come', () => {
  const misses = new MissWatch();
  expect(misses.look(page(...NAV), SEARCH, 0)).toEqual([]);
  expect(misses.look(page(...NAV), SEARCH, 14_999)).toEqual([]);
  expect(misses.look(page(...NAV), SEARCH, 15_000)).toEqual([list]);
  expect(misses.look(page(...NAV), SEARCH, 60_000)).toEqual([]);
  expect(misses.look(page(...NAV), PROJECT, 61_000)).toEqual([]);
  expect(misses.look(page(...NAV), PROJECT, 76_000)).toEqual([{ ...list, surface: 'project' }]);
  expect(misses.look(page(...NAV), SEARCH, 77_000)).toEqual([]);
  expect(misses.look(page(...NAV), SEARCH, 92_000)).toEqual([list]);
});

test('an older anchor is as good as a newer one', () => {
  const misses = new MissWatch();
  misses.look(page(), SEARCH, 0);
  expect(misses.look(page(...NAV, '.profile-list-container'), SEARCH, 20_000)).toEqual([]);
});

test('the navigation is missed on every page of Recruiter, and only there', () => {
  const misses = new MissWatch();
  const profile = new URL('https://www.linkedin.com/talent/profile/AEMAAA0');
  const clipboard = new URL('https://www.linkedin.com/recruiter/smartsearch/clipboard');
  misses.look(page(), profile, 0);
  expect(misses.look(page(), profile, 20_000)).toEqual([
    { surface: 'nav', part: 'right' },
    { surface: 'nav', part: 'contractName' },
  ]);
  misses.look(page(), clipboard, 30_000);
  expect(misses.look(page(), clipboard, 50_000)).toEqual([
    { surface: 'clipboard', part: 'control' },
  ]);
});

test('a profile over a list may stand alone', () => {
  const misses = new MissWatch();
  const over = new URL('https://www.linkedin.com/talent/search/profile/AEMAAA0?start=0');
  misses.look(page(...NAV), over, 0);
  expect(misses.look(page(...NAV), over, 20_000)).toEqual([]);
});

test('what is missed at the moment it is needed is named once as well', () => {
  const misses = new MissWatch();
  const outcome = { surface: 'composer', part: 'outcome' };
  expect(misses.once(outcome)).toEqual([outcome]);
  expect(misses.once(outcome)).toEqual([]);
});
