import { describe, expect, test } from 'vitest';
import { listed, listedAgain, type Listed } from '#extension/entrypoints/team/list/listed.ts';
import { countFilters, narrow, NOT_NARROWED } from '#extension/entrypoints/team/list/narrow.ts';
import { needsOf } from '#extension/entrypoints/team/list/seat-needs.ts';
import { hashOf, readRoute } from '#extension/entrypoints/team/route.ts';
import { reviewsText } from '#extension/entrypoints/team/reviews/reviews-text.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { responseRateBps, tallyOf } from '#shared/policy/tally.ts';
import type { SeatCounts, SeatRow } from '#shared/wire/seats.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { at, reading } from '#test/extension/readings.ts';

const NOW = at('2026-11-07T14:05:00Z');
const { terms } = reading();
const COUNTS: SeatCounts = { all: 5, longUnread: 0, everSeen: 1, shown: {} };

function row(id: string, more: Partial<SeatRow> = {}): SeatRow {
  const tally = more.tally ?? tallyOf(20, 0, 100);
  return {
    seat: { id, holder: `Holder of ${id}` },
    team: null,
    mode: 'enforce',
    standing: 'good',
    provisional: 0,
    periodEndsAt: null,
    nextCheckAt: NOW + DAY_MS / 2,
    notice: null,
    lastSeenAt: NOW,
    ...more,
    tally,
    responseRateBps: responseRateBps(tally),
  };
}

const of = (one: SeatRow, everSeen = 1): Listed =>
  listed(one, { terms, asOf: NOW, counts: { ...COUNTS, everSeen } });

const SEATS = [
  of(row('a', { tally: tallyOf(5, 5, 110), team: 'North' })),
  of(row('b', { standing: 'improvement', periodEndsAt: NOW + 3 * DAY_MS })),
  of(row('c', { tally: tallyOf(0, 0, 0) })),
  of(row('d', { mode: 'observe', standing: 'warned', periodEndsAt: NOW + DAY_MS })),
  of(row('e', { tally: tallyOf(30, 0, 70), seat: { id: 'e', holder: 'Zoë Ångström' } })),
];
const ids = (seats: readonly Listed[]) => seats.map((seat) => seat.row.seat.id).join('');

describe('a lead’s list', () => {
  test('is narrowed by what is typed, whatever its case, in name, id and team', () => {
    const typed = (text: string) => ids(narrow(SEATS, { ...NOT_NARROWED, typed: text }));
    expect([
      typed(''),
      typed(' ZOË '),
      typed('ångst'),
      typed('holder of b'),
      typed('north'),
    ]).toEqual(['abcde', 'e', 'e', 'b', 'a']);
  });

  test('is narrowed by standing and team, and counts what each filter leaves', () => {
    const filtered = (filter: 'below' | 'paused' | 'observed' | 'notJudged' | 'onTrack') =>
      ids(narrow(SEATS, { ...NOT_NARROWED, filter }));
    expect([filtered('below'), filtered('paused'), filtered('observed')]).toEqual(['a', 'b', 'd']);
    expect([filtered('notJudged'), filtered('onTrack')]).toEqual(['c', 'e']);
    expect(ids(narrow(SEATS, { ...NOT_NARROWED, team: 'North' }))).toBe('a');
    expect(countFilters(SEATS, COUNTS, true)).toMatchObject({ below: 1, paused: 1, unread: 0 });
    const told = { ...COUNTS, shown: { below: 40, collecting: 2, collecting_low: 3 } };
    expect(countFilters(SEATS, told, false)).toMatchObject({ below: 40, notJudged: 5 });
  });

  test('keeps a seat that says what it said before, and no other', () => {
    const list = { terms, asOf: NOW + 60_000, counts: COUNTS };
    const before = of(row('a'));
    expect(listedAgain(row('a'), list, before)).toBe(before);
    const answered = row('a', { tally: tallyOf(21, 0, 100) });
    expect(listedAgain(answered, list, before)).toEqual(listed(answered, list));
    // The same row, of which something else is shown once its period is over.
    const paused = row('b', { standing: 'improvement', periodEndsAt: NOW + DAY_MS });
    const later = { ...list, asOf: NOW + 2 * DAY_MS };
    expect(listedAgain(paused, list, of(paused)).shown).toBe('paused');
    expect(listedAgain(paused, later, of(paused)).shown).toBe('unknown');
    expect(listedAgain(row('a'), list, undefined)).toEqual(before);
  });

  test('is sorted by a column either way, and what has no value comes last', () => {
    const sorted = (column: 'rate' | 'daysLeft' | 'seat', isDescending: boolean) =>
      ids(narrow(SEATS, { ...NOT_NARROWED, column, isDescending }));
    expect([sorted('rate', false), sorted('rate', true)]).toEqual(['abdec', 'ebdac']);
    expect(sorted('daysLeft', false).slice(0, 2)).toBe('db');
    expect(sorted('daysLeft', true).slice(0, 2)).toBe('bd');
    expect(sorted('seat', true)[0]).toBe('e');
  });

  test('says what a seat needs, and nothing where nothing can be done', () => {
    const numbers = numbersIn('en', 'UTC');
    const needs = (more: Partial<SeatRow>, everSeen = 1) =>
      needsOf(of(row('a', more), everSeen), NOW, numbers).map(({ text }) => text);
    const notice = { type: 'warning', issuedAt: NOW - 9 * DAY_MS } as const;
    expect(needs({})).toEqual([]);
    expect(needs({ notice })).toEqual(['notice unread for 9 days']);
    expect(needs({ notice, mode: 'observe' })).toEqual([]);
    expect(needs({ lastSeenAt: NOW - 3 * DAY_MS })).toEqual([]);
    expect(needs({ lastSeenAt: NOW - 5 * DAY_MS })).toEqual(['extension not seen for 5 days']);
    expect(needs({ lastSeenAt: null })).toEqual(['extension never seen']);
    // Where no seat has an extension, none is missed.
    expect(needs({ lastSeenAt: null }, 0)).toEqual([]);
  });
});

const NO_FILTERS = ['#/?filter=', '#/?filter=toString', '#/?filter=belo', '#/?other=below'];

test('the link to the reviews says how many wait, where the server says so', () => {
  const said = (open: number | undefined) => reviewsText(open, numbersIn('en', 'UTC'));
  expect([said(undefined), said(0), said(2)]).toEqual(['Reviews', 'Reviews', 'Reviews (2)']);
  expect(reviewsText(1_200, numbersIn('de', 'UTC'))).toBe('Überprüfungen (1.200)');
});

test('addresses of the team page are read as they are written, and others lead to the list', () => {
  for (const route of [
    { at: 'list' },
    { at: 'list', filter: 'longUnread' },
    { at: 'list', find: 'Zoë / Söhne? & #1' },
    { at: 'list', filter: 'below', find: 'zoë' },
    { at: 'reviews' },
    { at: 'pilot' },
    { at: 'seat', seat: 'a/b ü%' },
    { at: 'transfer', seat: 's 1' },
  ] as const) {
    expect(readRoute(hashOf(route))).toEqual(route);
  }
  for (const hash of [
    '',
    '#',
    '#/seat',
    '#/seat/',
    '#/seat/%E0%A4%A',
    '#/other/x',
    ...NO_FILTERS,
  ]) {
    expect(readRoute(hash)).toEqual({ at: 'list' });
  }
});
