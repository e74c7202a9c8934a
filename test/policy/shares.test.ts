import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossAxes, faultOfMany, readAxis } from '#shared/policy/terms-grid.ts';
import {
  leadingOf,
  profileTerms,
  triedTerms,
  type TriedTerms,
} from '#shared/policy/tried-terms.ts';
import { wilsonInterval } from '#shared/policy/wilson.ts';

describe("Wilson's interval", () => {
  // As `prop.test(x, n, correct = FALSE)` of R and `proportion_confint` of statsmodels give them.
  test.each([
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    [1, 10, 0.01788, 0.40416],
    [5, 10, 0.23659, 0.76341],
    [13, 100, 0.0776, 0.20979],
    [15, 148, 0.06238, 0.16058],
    [1, 100_000, 0.0000018, 0.0000566],
  ])('%i of %i', (part, total, low, high) => {
    const interval = wilsonInterval(part, total);
    expect((interval?.lowBps ?? Number.NaN) / 10_000).toBeCloseTo(low, 3);
    expect((interval?.highBps ?? Number.NaN) / 10_000).toBeCloseTo(high, 3);
  });

  test('holds the share, stays within 0 and 100 %, and narrows as numbers grow', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
    fc.assert(
      fc.property(counts, ([part, total]) => {
        const interval = wilsonInterval(part, total);
        if (interval === null) throw new Error('There is something to share.');
        const bps = (part * 10_000) / total;
        expect(interval.lowBps).toBeGreaterThanOrEqual(0);
        expect(interval.highBps).toBeLessThanOrEqual(10_000);
        expect(interval.lowBps).toBeLessThanOrEqual(bps);
        expect(interval.highBps).toBeGreaterThanOrEqual(bps);
        // Each end solves (p - share)^2 = z^2 p (1 - p) / n, rounded outward by less than a point.
        const wider = wilsonInterval(part * 9, total * 9);
        const width = interval.highBps - interval.lowBps;
        expect((wider?.highBps ?? 0) - (wider?.lowBps ?? 0)).toBeLessThanOrEqual(width);
        // Told the other way round, it is the same interval.
        const rest = wilsonInterval(total - part, total);
        expect(rest).toEqual({
          lowBps: 10_000 - interval.highBps,
          highBps: 10_000 - interval.lowBps,
        });
      }),
    );
  });

  test('there is none of nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('the terms on trial that a report leads with', () => {
  const base = profileTerms('inmail-2014');
  const gridOf = (...values: number[]) => values.map((thresholdBps) => ({ thresholdBps }));
  const leading = (bases: TriedTerms[], values: number[]): number =>
    leadingOf(triedTerms(bases, [], [gridOf(...values)]), bases);

  test('are those that they all start from, and else the first', () => {
    expect(leading([base], [1000, 1100, 1300, 1400])).toBe(2);
    expect(leading([base], [1000, 1100])).toBe(0);
  });

  test("are a contract's own, not its profile's, and of several profiles those of the first", () => {
    const own = { ...base, terms: { ...base.terms, thresholdBps: 1500 } };
    expect(leading([own], [1300, 1400, 1500])).toBe(2);
    expect(leading([base, profileTerms('inmail-current')], [1200, 1300])).toBe(1);
  });
});

describe('a grid', () => {
  test('goes from one value to another, both tried', () => {
    const axis = readAxis('thresholdBps=1000..1800:100');
    expect(axis.ok && axis.value.map(({ thresholdBps }) => thresholdBps)).toEqual([
      1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800,
    ]);
    const days = readAxis('graceDays=0..0.3:0.1');
    expect(days).toEqual({
      ok: true,
      value: [0, 0.1, 0.2, 0.3].map((graceDays) => ({ graceDays })),
    });
  });

  test('takes values one by one, of any kind that a term has', () => {
    expect(readAxis('warnsOnce=true,false')).toEqual({
      ok: true,
      value: [{ warnsOnce: true }, { warnsOnce: false }],
    });
    expect(readAxis('warningStarts=check')).toEqual({
      ok: true,
      value: [{ warningStarts: 'check' }],
    });
  });

  test.each([
    ['treshold=1..2:1', 'treshold'],
    ['thresholdBps=1300.5', 'thresholdBps'],
    ['thresholdBps=1800..1000:100', 'thresholdBps'],
    ['thresholdBps=1000..1800:0', 'thresholdBps'],
    ['thresholdBps=0..100000:1', 'thresholdBps'],
    ['checkHourUtc=20..30:5', 'checkHourUtc'],
    ['thresholdBps', ''],
    ['thresholdBps=', 'thresholdBps'],
  ])('%s is refused by name', (text, field) => {
    expect(readAxis(text)).toMatchObject({ ok: false, fault: { field } });
  });

  test.each([
    ['thresholdBps=1000..1800', 'thresholdBps=1000..1800:100'],
    ['graceDays=0..0.3', 'graceDays=0..0.3:0.1'],
    ['minimumVolume=100..100', 'minimumVolume=100..100:1'],
  ])('%s lacks a step, and %s is said to have one', (text, example) => {
    const axis = readAxis(text);
    expect(axis).toMatchObject({
      ok: false,
      fault: { detail: expect.stringContaining('A step is missing') },
    });
    expect(axis).toMatchObject({
      fault: { detail: expect.stringContaining(`: ${example}, say.`) },
    });
    expect(readAxis(example)).toMatchObject({ ok: true });
  });

  test('holds as many values as are tried together, and refuses more by that number', () => {
    expect(readAxis('minimumVolume=1..100:1')).toMatchObject({ ok: true });
    const detail = '101 terms are too many; at most 100 are tried.';
    expect(readAxis('minimumVolume=1..101:1')).toMatchObject({ ok: false, fault: { detail } });
    expect([faultOfMany(100), faultOfMany(101)]).toEqual([null, detail]);
  });

  test('of several axes is every value with every other', () => {
    const crossed = crossAxes([
      [{ minimumVolume: 50 }, { minimumVolume: 100 }],
      [{ thresholdBps: 1000 }, { thresholdBps: 1300 }],
    ]);
    expect(crossed).toEqual([
      { minimumVolume: 50, thresholdBps: 1000 },
      { minimumVolume: 50, thresholdBps: 1300 },
      { minimumVolume: 100, thresholdBps: 1000 },
      { minimumVolume: 100, thresholdBps: 1300 },
    ]);
    expect(crossAxes([])).toEqual([{}]);
  });
});
