import { DAY_MS } from '#shared/policy/instant.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { reading } from '#test/extension/readings.ts';

type Given = Parameters<typeof reading>[0];

/** A midnight in UTC so many days on: the browser's clock is real. */
export function soon(days: number): number {
  return (Math.floor(Date.now() / DAY_MS) + days) * DAY_MS;
}

/** A seat on track, read half a minute ago. */
export function good(given: Given = {}): Reading {
  return reading({ asOf: Date.now() - 30_000, nextCheckAt: soon(1), ...given });
}

/** A seat in its Improvement Period. */
export function paused(given: Given = {}): Reading {
  return good({
    tally: tallyOf(10, 3, 121),
    standing: 'improvement',
    everWarned: true,
    periodEndsAt: soon(3),
    nextCheckAt: soon(3),
    ...given,
  });
}

/** A seat whose warning waits to be read. */
export function warned(given: Given = {}): Reading {
  const tally = tallyOf(8, 4, 88);
  return good({
    tally,
    standing: 'warning_due',
    everWarned: true,
    nextCheckAt: null,
    notice: { type: 'warning', issuedAt: soon(0), tally },
    ...given,
  });
}
