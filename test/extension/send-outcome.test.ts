import { expect, test } from 'vitest';
import {
  looked,
  outcomeOf,
  outcomeOnLeaving,
  pressed,
  type Look,
  type Outcome,
  type Pending,
} from '#extension/features/send-outcome.ts';

type Step = Partial<Look> & { now: number };
const QUIET = { isComposerThere: true, isAsking: false, toast: null, isOtherwiseGone: false };

/** Presses Send at 0, looks step by step, and says what came out and when. */
function watch(steps: Step[], change = (pending: Pending) => pending): [Outcome | null, number] {
  let pending = change(pressed(0));
  for (const step of steps) {
    pending = looked(pending, { ...QUIET, ...step });
    const outcome = outcomeOf(pending, step.now);
    if (outcome !== null) return [outcome, step.now];
  }
  return [null, steps.at(-1)?.now ?? 0];
}

const sent = { says: 'sent', count: null } as const;
const notSent = { says: 'not_sent', count: null } as const;
const unclear = { says: 'unclear', count: null } as const;
const gone = { isComposerThere: false };

test('a toast that says so proves a send, whether or not the composer stays', () => {
  expect(watch([{ now: 300, toast: sent }])).toEqual(['sent', 300]);
  expect(watch([{ now: 300, ...gone, toast: sent }])).toEqual(['sent', 300]);
});

test('a composer that went away proves a send, once a toast has had time to deny it', () => {
  expect(watch([{ now: 300, ...gone }])).toEqual([null, 300]);
  expect(
    watch([
      { now: 300, ...gone },
      { now: 900, ...gone },
    ]),
  ).toEqual(['sent', 900]);
});

test('a press alone is no proof', () => {
  expect(watch([{ now: 300 }, { now: 19_000 }])).toEqual([null, 19_000]);
  expect(watch([{ now: 300 }, { now: 20_000 }])).toEqual(['not_sent', 20_000]);
});

test('a toast that denies it, with the composer still there, is a send that failed', () => {
  expect(watch([{ now: 300, toast: notSent }])).toEqual(['not_sent', 300]);
});

test('what is denied and gone is unknown, and never an event', () => {
  const steps = [
    { now: 300, ...gone },
    { now: 500, ...gone, toast: notSent },
    { now: 1_200, ...gone },
  ];
  expect(watch(steps)).toEqual(['unknown', 1_200]);
});

test('a toast in a language that was never seen leaves it to the composer', () => {
  expect(watch([{ now: 300, toast: unclear }, { now: 20_000 }])).toEqual(['not_sent', 20_000]);
  const steps = [
    { now: 300, ...gone, toast: unclear },
    { now: 900, ...gone },
  ];
  expect(watch(steps)).toEqual(['sent', 900]);
});

test('a composer that was closed after Send is in doubt: only a toast tells', () => {
  const doubted = (pending: Pending) => ({ ...pending, isInDoubt: true });
  const closed = [
    { now: 300, ...gone },
    { now: 1_000, ...gone },
    { now: 6_400, ...gone },
  ];
  expect(watch(closed, doubted)).toEqual(['unknown', 6_400]);
  const told = [
    { now: 300, ...gone },
    { now: 2_000, ...gone, toast: sent },
  ];
  expect(watch(told, doubted)).toEqual(['sent', 2_000]);
});

test('so is one that went away with its page', () => {
  const steps = [
    { now: 300, ...gone, isOtherwiseGone: true },
    { now: 6_400, ...gone, isOtherwiseGone: true },
  ];
  expect(watch(steps)).toEqual(['unknown', 6_400]);
});

test('a page left after the composer had gone puts nothing in doubt', () => {
  const steps = [
    { now: 300, ...gone },
    { now: 1_000, ...gone, isOtherwiseGone: true },
  ];
  expect(watch(steps)).toEqual(['sent', 1_000]);
});

test('while Recruiter asks something, nothing is given up', () => {
  const steps = [
    { now: 300, isAsking: true },
    { now: 60_000, isAsking: true },
    { now: 61_000 },
    { now: 61_500, ...gone },
    { now: 62_500, ...gone },
  ];
  expect(watch(steps)).toEqual(['sent', 62_500]);
});

test('a composer that only was drawn anew is still there', () => {
  const steps = [{ now: 300, ...gone }, { now: 600 }, { now: 1_200 }, { now: 20_000 }];
  expect(watch(steps)).toEqual(['not_sent', 20_000]);
});

test('a page that goes away leaves what was proved, and no more', () => {
  const leave = (look: Partial<Look>, change = (pending: Pending) => pending): Outcome => {
    const last = { ...QUIET, ...look, now: 50 };
    return outcomeOnLeaving(looked(change(pressed(0)), last), last.isAsking);
  };
  expect(leave({ toast: sent })).toBe('sent');
  expect(leave({ ...gone, toast: sent })).toBe('sent');
  expect(leave(gone)).toBe('sent');
  expect(leave({})).toBe('unknown');
  expect(leave({ toast: unclear })).toBe('unknown');
  expect(leave({ toast: notSent })).toBe('not_sent');
  expect(leave({ ...gone, toast: notSent })).toBe('unknown');
  expect(leave({ ...gone, isAsking: true })).toBe('unknown');
  expect(leave({ ...gone, isOtherwiseGone: true })).toBe('unknown');
  expect(leave(gone, (pending) => ({ ...pending, isInDoubt: true }))).toBe('unknown');
});

test('a composer that stands behind a question has not gone away by sending', () => {
  const asking = { ...gone, isAsking: true };
  expect(
    watch([
      { now: 300, ...asking },
      { now: 1_500, ...asking },
    ]),
  ).toEqual([null, 1_500]);
  expect(
    watch([
      { now: 300, ...asking },
      { now: 1_200, ...asking },
      { now: 1_500, ...gone },
      { now: 1_800, ...gone },
    ]),
  ).toEqual(['sent', 1_800]);
});
