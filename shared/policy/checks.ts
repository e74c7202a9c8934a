import { daysToMs, DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import type { SeatState } from '#shared/policy/standing.ts';
import { windowEndingAt, type Window } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** The first instant at or after `from` whose UTC time of day is the hour of checks. */
function firstCheckHour(from: Instant, terms: Terms): Instant {
  const startOfDay = Math.floor(from / DAY_MS) * DAY_MS;
  const thatDay = startOfDay + terms.checkHourUtc * HOUR_MS;
  return thatDay >= from ? thatDay : thatDay + DAY_MS;
}

/**
 * The first check instant of a seat in good standing at or after `from`: E, E + checkEveryDays, ...
 * where E is the first hour of checks at or after `effectiveFrom`.
 */
export function firstGoodCheckFrom(from: Instant, terms: Terms): Instant {
  const first = firstCheckHour(terms.effectiveFrom, terms);
  if (from <= first) return first;
  const every = daysToMs(terms.checkEveryDays);
  return first + Math.ceil((from - first) / every) * every;
}

/**
 * When a seat is checked next, or null in `warning_due`, which only CONTINUE ends.
 * @param from the earliest instant at which a check in good standing may still fall: what happened
 *   at R leaves R itself open, as a check comes after all that is recorded at its instant; after a
 *   check at T, one millisecond later.
 */
export function nextCheckAt(state: SeatState, from: Instant, terms: Terms): Instant | null {
  switch (state.standing) {
    case 'good':
      return firstGoodCheckFrom(from, terms);
    case 'warning_due':
      return null;
    case 'warned':
      return notBeforeEffect(periodEndOf(state) + daysToMs(terms.graceDays), terms);
    case 'improvement':
      return notBeforeEffect(periodEndOf(state), terms);
  }
}

/** Whether a step moved the next check: only a new standing or a new period does. */
export function isCheckMoved(before: SeatState, after: SeatState): boolean {
  return before.standing !== after.standing || before.periodEndsAt !== after.periodEndsAt;
}

/** The window that a check at `at` judges: in `warned` the one that ended with the period. */
export function windowOfCheck(state: SeatState, at: Instant, terms: Terms): Window {
  const through = state.standing === 'warned' ? periodEndOf(state) : at;
  return windowEndingAt(through, state.countsFrom, terms);
}

function notBeforeEffect(at: Instant, terms: Terms): Instant {
  return Math.max(at, terms.effectiveFrom);
}

function periodEndOf(state: SeatState): Instant {
  if (state.periodEndsAt === null) throw new Error(`A seat in ${state.standing} has a period.`);
  return state.periodEndsAt;
}
