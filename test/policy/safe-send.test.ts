import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBreach, largestSafeSend, tallyOf, withSent } from '#shared/policy/tally.ts';

const TERMS = { thresholdBps: 1300, minimumVolume: 100 };

test.each([
  [tallyOf(15, 3, 112), 8],
  [tallyOf(10, 3, 87), 0],
  [tallyOf(8, 4, 88), 0],
  [tallyOf(0, 0, 0), 99],
  [tallyOf(6, 0, 55), 38],
  // 20 of 60 is far above the line: up to 20 of 153.
  [tallyOf(20, 0, 40), 93],
])('%j may grow by %i', (tally, most) => {
  expect(largestSafeSend(tally, TERMS)).toBe(most);
});

test('as many are safe, every fewer are, and one more is not', () => {
  const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(300));
  const terms = fc.record({
    thresholdBps: fc.integer({ min: 1, max: 10_000 }),
    minimumVolume: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(counts, terms, fc.nat(), ([accepted, declined, pending], terms, fewer) => {
      const tally = tallyOf(accepted, declined, pending);
      const most = largestSafeSend(tally, terms);
      expect(isBreach(withSent(tally, most + 1), terms)).toBe(true);
      if (isBreach(tally, terms)) expect(most).toBe(0);
      else expect(isBreach(withSent(tally, fewer % (most + 1)), terms)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
