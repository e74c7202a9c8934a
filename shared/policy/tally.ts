import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** Counted InMails of one window by outcome. `total` is always the sum of the other three. */
export type Tally = Readonly<{
  accepted: number;
  declined: number;
  pending: number;
  total: number;
}>;

export const EMPTY_TALLY: Tally = { accepted: 0, declined: 0, pending: 0, total: 0 };

/** A tally of counts by outcome; `pending` are the InMails still without an answer. */
export function tallyOf(accepted: number, declined: number, pending: number): Tally {
  return { accepted, declined, pending, total: accepted + declined + pending };
}

/** Which InMails a tally covers: `after < sentAt <= through`. */
export type Window = Readonly<{ after: Instant; through: Instant }>;

/** The window ending at `through`, cut off where the seat's count starts anew. */
export function windowEndingAt(
  through: Instant,
  countsFrom: Instant | null,
  terms: Pick<Terms, 'windowDays'>,
): Window {
  const after = through - daysToMs(terms.windowDays);
  return { after: countsFrom === null ? after : Math.max(after, countsFrom), through };
}

/** InMails that were answered: accepted or declined ("Not interested", whatever the reason). */
export function answeredOf(tally: Tally): number {
  return tally.accepted + tally.declined;
}

function floorBps(part: number, total: number): number | null {
  return total === 0 ? null : Math.floor((part * 10_000) / total);
}

/** Response rate in basis points, rounded down; null with no InMails yet. */
export function responseRateBps(tally: Tally): number | null {
  return floorBps(answeredOf(tally), tally.total);
}

/** Acceptance rate in basis points, rounded down; null with no InMails yet. */
export function acceptanceRateBps(tally: Tally): number | null {
  return floorBps(tally.accepted, tally.total);
}

/** True when the response rate is below `bps`, in integers: 13 of 100 is not below 1300, 12 is. */
export function isBelow(tally: Tally, bps: number): boolean {
  return answeredOf(tally) * 10_000 < bps * tally.total;
}

/**
 * The one test of the policy: enough InMails, and too few of them answered.
 * "Meets the threshold" always means "no breach", on the way in and on the way out.
 */
export function isBreach(
  tally: Tally,
  terms: Pick<Terms, 'thresholdBps' | 'minimumVolume'>,
): boolean {
  return tally.total >= terms.minimumVolume && isBelow(tally, terms.thresholdBps);
}

/**
 * How many more InMails of the tally have to be answered to bring its rate to the line; the fewest
 * that do. Zero at the line, negative above it: -2 is two answers to spare. Answers come from those
 * that wait, so that the total stays.
 */
export function repliesToLine(tally: Tally, terms: Pick<Terms, 'thresholdBps'>): number {
  return Math.ceil((terms.thresholdBps * tally.total) / 10_000) - answeredOf(tally);
}

/** The tally once `count` more InMails have left, all of them still to be answered. */
export function withSent(tally: Tally, count: number): Tally {
  return tallyOf(tally.accepted, tally.declined, tally.pending + count);
}

/**
 * How many more InMails may leave at once without the tally being in breach before any of them is
 * answered: up to the line, or while there are too few to be judged. Zero where it is in breach.
 */
export function largestSafeSend(
  tally: Tally,
  terms: Pick<Terms, 'thresholdBps' | 'minimumVolume'>,
): number {
  if (isBreach(tally, terms)) return 0;
  const unjudged = terms.minimumVolume - 1 - tally.total;
  const toLine = Math.floor((answeredOf(tally) * 10_000) / terms.thresholdBps) - tally.total;
  return Math.max(0, unjudged, toLine);
}

/** A rate for people: per cent rounded down to one decimal, so that 12.87 % never reads 13 %. */
export function rateTenths(bps: number): { whole: number; tenth: number } {
  const tenths = Math.floor(bps / 10);
  return { whole: Math.floor(tenths / 10), tenth: tenths % 10 };
}
