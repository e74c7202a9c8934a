import { describe, expect, test } from 'vitest';
import {
  changeInterval,
  changeOf,
  differenceOf,
  studentQuantile,
  type Pair,
} from '#shared/policy/difference.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { armsOf } from '#shared/policy/pilot-arms.ts';
import { pilotReport, type PilotFacts } from '#shared/policy/pilot.ts';
import { reactionOf, readsOf } from '#shared/policy/reactions.ts';

const START = Date.UTC(2026, 0, 5);
const day = (days: number): number => START + days * DAY_MS;

const pair = (before: [number, number], after: [number, number]): Pair => ({
  before: { inmails: before[1], answered: before[0] },
  after: { inmails: after[1], answered: after[0] },
});

describe('a difference by seat', () => {
  // As tables of Student's distribution print it.
  test.each([
    [5, 2.571],
    [9, 2.262],
    [19, 2.093],
    [29, 2.045],
    [100, 1.984],
  ])('the quantile of %i degrees of freedom', (degrees, expected) => {
    expect(Math.abs(studentQuantile(degrees) / expected - 1)).toBeLessThan(0.005);
  });

  test('is of pooled rates, and knows no doubt where all seats are alike', () => {
    const change = changeOf([pair([10, 100], [20, 100]), pair([1, 10], [2, 10])]);
    if (change === null) throw new Error('Both periods have InMails.');
    expect(changeInterval(change)).toEqual({ bps: 1000, lowBps: 1000, highBps: 1000 });
    const other = changeOf([pair([10, 100], [12, 100]), pair([1, 10], [1, 10])]);
    if (other === null) throw new Error('Both periods have InMails.');
    expect(differenceOf(change, other).bps).toBe(818);
  });

  test('is as wide as the seats differ, however many InMails they sent', () => {
    const few = changeOf([pair([10, 100], [30, 100]), pair([10, 100], [10, 100])]);
    const many = changeOf([
      pair([1000, 10_000], [3000, 10_000]),
      pair([1000, 10_000], [1000, 10_000]),
    ]);
    if (few === null || many === null) throw new Error('All periods have InMails.');
    expect(changeInterval(many)).toEqual(changeInterval(few));
    expect(changeInterval(few).lowBps).toBeLessThan(0);
  });

  test('there is none of one seat, or without InMails', () => {
    expect(changeOf([pair([1, 10], [1, 10])])).toBeNull();
    expect(changeOf([pair([1, 10], [0, 0]), pair([1, 10], [0, 0])])).toBeNull();
  });
});

describe('who is in a pilot', () => {
  const modes = (
    seat: string,
    ...since: [mode: 'observe' | 'inform' | 'enforce', at: number][]
  ) => ({
    seat,
    knownFrom: day(0),
    isFromStart: true,
    modes: since.map(([mode, at]) => ({ mode, since: at })),
  });

  test('is told by what a seat was shown, from when, until when', () => {
    const seats = [
      // A seat is made in `enforce` and put in observe in the same moment: that shows nothing.
      modes(
        'in',
        ['enforce', day(0)],
        ['observe', day(0)],
        ['inform', day(20)],
        ['enforce', day(25)],
      ),
      modes('back', ['observe', day(0)], ['inform', day(20)], ['observe', day(30)]),
      modes('left', ['enforce', day(0)], ['observe', day(0)]),
    ];
    const { treated, observed, enteredAt } = armsOf(seats, day(60));
    expect(treated.map(({ seat, enteredAt, until }) => [seat, enteredAt, until])).toEqual([
      ['in', day(20), day(60)],
      ['back', day(20), day(30)],
    ]);
    expect(enteredAt).toBe(day(20));
    // As long before as after: what is known of before is less than the 33 days that are ripe after.
    expect(treated[0]).toMatchObject({
      past: 'short',
      before: { from: day(0), until: day(20) },
      after: { from: day(20), until: day(40) },
    });
    expect(treated[1]).toMatchObject({
      past: 'whole',
      before: { from: day(10), until: day(20) },
      after: { from: day(20), until: day(30) },
    });
    expect(observed).toMatchObject([
      {
        seat: 'left',
        before: { from: day(0), until: day(20) },
        after: { from: day(20), until: day(40) },
      },
    ]);
    // What had less than a week to be answered is left out.
    expect(armsOf(seats, day(33)).treated[0]).toMatchObject({
      past: 'whole',
      before: { from: day(14), until: day(20) },
      after: { from: day(20), until: day(26) },
    });
  });

  test('nobody is, in observe', () => {
    const arms = armsOf([modes('left', ['observe', day(0)])], day(60));
    expect(arms).toEqual({ treated: [], observed: [], unknown: [], enteredAt: null });
  });
});

describe('what a seat does after a warning', () => {
  const sends = (...given: [at: number, size: number][]) =>
    given.map(([at, size]) => ({ sentAt: day(at), size }));
  const before: [number, number][] = [
    [-10, 40],
    [-3, 40],
  ];
  test.each([
    ['stopped', sends(...before), 30],
    ['cut', sends(...before, [3, 20]), 30],
    ['split', sends(...before, [1, 20], [2, 20], [3, 20], [4, 20]), 30],
    ['as_before', sends(...before, [1, 40], [5, 30]), 30],
    ['no_bulk', sends([3, 20]), 30],
    ['too_recent', sends(...before, [3, 20]), 13],
  ] as const)('%s', (expected, bulk, now) => {
    expect(reactionOf(bulk, day(0), day(now)).reaction).toBe(expected);
  });

  test('counts a notice as read once it was, and each by its own press', () => {
    const issued = [day(0), day(10), day(20)].map((at) => ({ seat: 's', notice: 'warning', at }));
    const pressed = [day(11), day(14), day(24)].map((at) => ({ seat: 's', notice: 'warning', at }));
    expect(readsOf(issued, pressed)).toEqual({ issued: 3, read: 2, medianDays: 1 });
  });
});

/** So many seats a side, each with these answers of a hundred before and after. */
function facts(treated: [number, number][], observed: [number, number][]): PilotFacts {
  const seats = [
    ...treated.map((_, index) => ({ seat: `t${index}`, mode: 'inform' as const })),
    ...observed.map((_, index) => ({ seat: `o${index}`, mode: 'observe' as const })),
  ];
  const arms = armsOf(
    seats.map(({ seat, mode }) => ({
      seat,
      knownFrom: day(0),
      isFromStart: true,
      modes: [
        { mode: 'observe' as const, since: day(0) },
        ...(mode === 'observe' ? [] : [{ mode, since: day(30) }]),
      ],
    })),
    day(60),
  );
  const counts = new Map(
    [...treated, ...observed].map(([before, after], index) => [
      seats[index]?.seat ?? '',
      {
        before: { inmails: 100, answered: before, bulk: 50 },
        after: { inmails: 100, answered: after, bulk: 50 },
      },
    ]),
  );
  return {
    arms,
    counts,
    issued: [],
    acknowledged: [],
    bulkSends: new Map(),
    held: [],
    asOf: day(60),
  };
}

const many = (count: number, of: (index: number) => [number, number]): [number, number][] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('the verdict on a pilot', () => {
  const steady = many(12, (index) => [14 + (index % 3), 14 + ((index + 1) % 3)]);
  const better = many(12, (index) => [14 + (index % 3), 24 + ((index + 1) % 3)]);

  test('is better or worse where the interval of the difference holds no zero', () => {
    const up = pilotReport(facts(better, steady));
    expect(up.verdict).toEqual({ tells: 'better', doubts: [] });
    expect(up.difference?.bps).toBe(1000);
    expect(up.treated).toMatchObject({ seats: 12, compared: 12, change: { bps: 1000 } });
    const down = pilotReport(facts(steady, better));
    expect(down.verdict).toEqual({ tells: 'worse', doubts: [] });
  });

  test('tells nothing where it might as well be chance, and says why', () => {
    expect(pilotReport(facts(steady, steady)).verdict).toEqual({
      tells: 'too_small',
      doubts: ['interval_holds_zero'],
    });
    expect(pilotReport(facts(better.slice(0, 9), steady)).verdict).toEqual({
      tells: 'too_small',
      doubts: ['few_seats'],
    });
    expect(pilotReport(facts(better, [])).verdict.doubts).toEqual(['no_comparison']);
    expect(pilotReport(facts([], steady)).verdict.doubts).toEqual(['no_pilot']);
  });
});
