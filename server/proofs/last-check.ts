import { firstGoodCheckFrom } from '#shared/policy/checks.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Change, NoticeType, Standing } from '#shared/policy/standing.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** What is remembered of a seat up to some instant, each list in its order. */
export type SeatPast = Readonly<{
  createdAt: Instant;
  /** What was recorded before is not kept; null where all is. */
  keptSince: Instant | null;
  changes: readonly Change[];
  terms: readonly TermsInForce[];
}>;

export type TermsInForce = Readonly<{ version: number; terms: Terms; recordedAt: Instant }>;

/** A check that was made. */
export type MadeCheck = Readonly<{
  at: Instant;
  before: Standing;
  after: Standing;
  notice: NoticeType | null;
  /** Where the period ended that the check judged; null where none ran. */
  periodEndedAt: Instant | null;
  /** As it was recorded; a check that changed nothing leaves no record. */
  tally: Tally | null;
}>;

/** The last check of a seat in good standing from `from` to `until`, by the terms of each time. */
function lastGoodCheck(
  versions: readonly TermsInForce[],
  from: Instant,
  until: Instant,
): Instant | null {
  let end = until;
  for (const { terms, recordedAt } of versions.toReversed()) {
    const first = firstGoodCheckFrom(Math.max(from, recordedAt), terms);
    const every = daysToMs(terms.checkEveryDays);
    if (first <= end) return first + Math.floor((end - first) / every) * every;
    // New terms act from the instant at which they were recorded.
    end = Math.min(end, recordedAt - 1);
  }
  return null;
}

function recordedCheck(changes: readonly Change[]): MadeCheck | null {
  const index = changes.findLastIndex(({ cause }) => cause === 'check');
  const check = changes[index];
  if (check === undefined) return null;
  const { at, from, to, notice, tally } = check;
  const period = changes.slice(0, index).findLast(({ to: standing }) => standing === from);
  const periodEndedAt = from === 'good' ? null : (period?.periodEndsAt ?? null);
  return { at, before: from, after: to, notice, periodEndedAt, tally };
}

/**
 * The last check that was made of a seat at or before `until`, or null before its first. Checks that
 * left a good standing good are not recorded: they follow from when the seat came into it.
 */
export function lastCheck({ createdAt, changes, terms }: SeatPast, until: Instant) {
  const moved = changes.findLast(({ from, to }) => from !== 'good' || to !== 'good');
  if (moved !== undefined && moved.to !== 'good') return recordedCheck(changes);
  const goodFrom = moved === undefined ? createdAt : moved.at + (moved.cause === 'check' ? 1 : 0);
  const at = lastGoodCheck(terms, goodFrom, until);
  if (at === null) return recordedCheck(changes);
  const unchanged = { before: 'good', after: 'good', notice: null } as const;
  return { at, ...unchanged, periodEndedAt: null, tally: null } satisfies MadeCheck;
}
