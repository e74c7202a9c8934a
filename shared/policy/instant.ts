/** Milliseconds since 1970-01-01T00:00:00Z. The policy knows no other kind of time. */
export type Instant = number;

/** A day of the policy is exactly 24 hours, whatever the calendar of a place does. */
export const DAY_MS = 86_400_000;
/** An hour of the policy, for the hour of checks. */
export const HOUR_MS = 3_600_000;

/** A length in days as whole milliseconds, so that fractions of a day stay exact instants. */
export function daysToMs(days: number): number {
  return Math.round(days * DAY_MS);
}

const SHAPE =
  /^(\d{4})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?Z$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/**
 * Reads an ISO 8601 instant in UTC (`2026-01-05T09:00:00.000Z`; seconds and their fraction may be
 * left out). A fraction finer than a millisecond is cut off.
 * @returns null for anything else: another zone, a day that no calendar has, an hour 24.
 */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string' || !SHAPE.test(text)) return null;
  const day = Number(text.slice(8, 10));
  // Date.parse would take 30 February for 2 March.
  const isRealDay =
    day <= 28 || day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return isRealDay ? Date.parse(text) : null;
}

/** The one way an instant is written: ISO 8601 in UTC with milliseconds. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** As `formatInstant`, with null for "there is none". */
export function formatInstantOrNull(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
