import { describe, expect, test } from 'vitest';
import { NOW, sampleReading } from '#test/extension/sample-reading.ts';
import { carryForward, type Unsent } from '#shared/policy/carry-forward.ts';
import { daysToMs, DAY_MS } from '#shared/policy/instant.ts';

const sent = (at: number): Unsent => ({ type: 'sent', at });
const WARNED = {
  standing: 'warning_due',
  everWarned: true,
  nextCheckAt: null,
  notice: { type: 'warning', issuedAt: NOW - DAY_MS, tally: null },
} as const;

describe('sends', () => {
  test('each is one more that waits for its answer', () => {
    const carried = carryForward(sampleReading(), [sent(NOW), sent(NOW + 1)], NOW + 60_000);
    expect(carried.tally).toEqual({ accepted: 15, declined: 3, pending: 114, total: 132 });
    expect(carried.responseRateBps).toBe(1363);
    expect(carried.acceptanceRateBps).toBe(1136);
  });

  test('the reading itself stays as it was', () => {
    const reading = sampleReading();
    carryForward(reading, [sent(NOW)], NOW);
    expect(reading).toEqual(sampleReading());
  });

  test('one that has left the window does not count, one just inside does', () => {
    const edge = NOW - daysToMs(14);
    expect(carryForward(sampleReading(), [sent(edge)], NOW).tally.total).toBe(130);
    expect(carryForward(sampleReading(), [sent(edge + 1)], NOW).tally.total).toBe(131);
  });

  test('none from before the count started anew', () => {
    const reading = sampleReading({ countsFrom: NOW - 1000 });
    expect(carryForward(reading, [sent(NOW - 1000)], NOW).tally.total).toBe(130);
    expect(carryForward(reading, [sent(NOW - 999)], NOW).tally.total).toBe(131);
  });

  test('one that the clock here puts a moment ahead counts all the same', () => {
    expect(carryForward(sampleReading(), [sent(NOW + 5000)], NOW).tally.total).toBe(131);
  });

  test('beside a feed they are provisional, and only after its watermark', () => {
    const evidence = { ...sampleReading().evidence, source: 'feed', completeUpTo: NOW } as const;
    const carried = carryForward(sampleReading({ evidence }), [sent(NOW), sent(NOW + 1)], NOW + 9);
    expect(carried.tally.total).toBe(131);
    expect(carried.evidence.provisional).toBe(1);
  });
});

describe('CONTINUE', () => {
  const press = (at = NOW): Unsent => ({ type: 'acknowledged', notice: 'warning', at });

  test('on a warning it closes the notice and starts the warning period', () => {
    const carried = carryForward(sampleReading(WARNED), [press()], NOW);
    expect(carried).toMatchObject({
      standing: 'warned',
      notice: null,
      periodEndsAt: NOW + daysToMs(14),
      nextCheckAt: NOW + daysToMs(14),
      gate: { bulk: { allowed: true } },
    });
  });

  test('the period is as long as the reading’s own terms say', () => {
    const terms = { ...sampleReading().terms, warningDays: 3, graceDays: 7 };
    const carried = carryForward(sampleReading({ ...WARNED, terms }), [press()], NOW);
    expect(carried.periodEndsAt).toBe(NOW + daysToMs(3));
    expect(carried.nextCheckAt).toBe(NOW + daysToMs(10));
  });

  test('on any other notice it closes it and changes nothing else', () => {
    const until = NOW + DAY_MS;
    const reading = sampleReading({
      standing: 'improvement',
      periodEndsAt: until,
      nextCheckAt: until,
      notice: { type: 'improvement_started', issuedAt: NOW - 1, tally: null },
      gate: {
        bulk: { allowed: false, reason: 'improvement_period', until, stillPossible: 'one_to_one' },
      },
    });
    const unsent: Unsent = { type: 'acknowledged', notice: 'improvement_started', at: NOW };
    expect(carryForward(reading, [unsent], NOW)).toEqual({ ...reading, notice: null });
  });

  test('of a notice that is not open, or before it was issued, it is nothing', () => {
    const reading = sampleReading(WARNED);
    expect(carryForward(sampleReading(), [press()], NOW)).toEqual(sampleReading());
    expect(carryForward(reading, [press(NOW - 2 * DAY_MS)], NOW)).toBe(reading);
  });

  test('pressed twice it counts from the first', () => {
    const carried = carryForward(sampleReading(WARNED), [press(), press(NOW + 5000)], NOW + 9000);
    expect(carried.periodEndsAt).toBe(NOW + daysToMs(14));
  });
});

test('with nothing unsent it is the same reading', () => {
  const reading = sampleReading();
  expect(carryForward(reading, [], NOW)).toBe(reading);
});
