import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/policy/instant.ts';
import { tallyOf, type Tally } from '#shared/policy/tally.ts';
import { nextToLeave, waitingOf, type ReadWindow } from '#shared/policy/window-ahead.ts';

const NOW = Date.parse('2026-11-26T09:00:00Z');
const MIDNIGHT = Date.parse('2026-11-27T00:00:00Z');
const WINDOW_DAYS = 14;

type Sent = { ageMs: number; outcome: 'accepted' | 'declined' | 'pending' };

function sumOf(sent: readonly Sent[]): Tally {
  const count = (outcome: Sent['outcome']) => sent.filter((one) => one.outcome === outcome).length;
  return tallyOf(count('accepted'), count('declined'), count('pending'));
}

/** As the server tells it: each InMail with the day at whose end it leaves. */
function aheadOf(sent: readonly Sent[]) {
  const days = Array.from({ length: WINDOW_DAYS }, (_, index) => {
    const through = MIDNIGHT + index * DAY_MS;
    const leavesAt = ({ ageMs }: Sent) => NOW - ageMs + WINDOW_DAYS * DAY_MS;
    const after = index === 0 ? NOW : through - DAY_MS;
    const leaves = sumOf(sent.filter((one) => leavesAt(one) > after && leavesAt(one) <= through));
    return { through, leaves };
  });
  return { asOf: NOW, tally: sumOf(sent), days };
}

function readingOf(tally: Tally, evidence: Partial<ReadWindow['evidence']> = {}): ReadWindow {
  const none = { provisional: 0, provisionalAccepted: 0, provisionalDeclined: 0 };
  const terms = { windowDays: WINDOW_DAYS };
  return { tally, terms, evidence: { completeUpTo: NOW, ...none, ...evidence } };
}

const SENT = fc.array(
  fc.record({
    ageMs: fc.integer({ min: 0, max: WINDOW_DAYS * DAY_MS - 1 }),
    outcome: fc.constantFrom('accepted', 'declined', 'pending'),
  }),
  { maxLength: 60 },
);

test('those that wait are told apart by when each of them was sent', () => {
  fc.assert(
    fc.property(SENT, (sent) => {
      const waiting = waitingOf(readingOf(sumOf(sent)), aheadOf(sent));
      expect(waiting?.since).toBe(Date.parse('2026-11-24T00:00:00Z'));
      const pending = sent.filter(({ outcome }) => outcome === 'pending');
      const isFresh = ({ ageMs }: Sent) => NOW - ageMs > (waiting?.since ?? 0);
      expect(waiting?.fresh).toBe(pending.filter(isFresh).length);
      expect(waiting?.older).toBe(pending.length - (waiting?.fresh ?? 0));
    }),
  );
});

test('what leaves next is what was sent first, and the rest is what stays', () => {
  fc.assert(
    fc.property(SENT, (sent) => {
      const next = nextToLeave(readingOf(sumOf(sent)), aheadOf(sent), NOW);
      if (next === null) {
        // What was sent since midnight stays for longer than the days that are told.
        for (const { ageMs } of sent) expect(NOW - ageMs).toBeGreaterThan(MIDNIGHT - DAY_MS);
        return;
      }
      const { through } = next;
      const leaves = sent.filter(({ ageMs }) => NOW - ageMs <= through - WINDOW_DAYS * DAY_MS);
      expect(next.leaves).toEqual(sumOf(leaves));
      expect(leaves.length).toBeGreaterThan(0);
      expect(next.left).toEqual(sumOf(sent.filter((one) => !leaves.includes(one))));
    }),
  );
});

const SENT_LATELY: Sent[] = [
  { ageMs: 13 * DAY_MS, outcome: 'accepted' },
  { ageMs: DAY_MS, outcome: 'pending' },
];

test('a send since then is a young one, and an answer since then is not guessed at', () => {
  const ahead = aheadOf(SENT_LATELY);
  expect(waitingOf(readingOf(tallyOf(1, 0, 4)), ahead)).toMatchObject({ fresh: 4, older: 0 });
  expect(nextToLeave(readingOf(tallyOf(1, 0, 4)), ahead, NOW)?.left).toEqual(tallyOf(0, 0, 4));
  expect(waitingOf(readingOf(tallyOf(2, 0, 0)), ahead)).toBeNull();
  expect(nextToLeave(readingOf(tallyOf(2, 0, 0)), ahead, NOW)).toBeNull();
});

test('what is not confirmed is young only where its source says so', () => {
  const ahead = aheadOf(SENT_LATELY);
  const tally = tallyOf(2, 0, 3);
  const provisional = { provisional: 3, provisionalAccepted: 1 };
  expect(waitingOf(readingOf(tally, provisional), ahead)).toMatchObject({ fresh: 3, older: 0 });
  const lagging = { ...provisional, completeUpTo: NOW - 5 * DAY_MS };
  expect(waitingOf(readingOf(tally, lagging), ahead)).toBeNull();
  expect(waitingOf(readingOf(tally, { ...provisional, completeUpTo: null }), ahead)).toBeNull();
});

test('nothing is said to leave on a day that has passed', () => {
  const reading = readingOf(sumOf(SENT_LATELY));
  expect(nextToLeave(reading, aheadOf(SENT_LATELY), MIDNIGHT)).toBeNull();
});
