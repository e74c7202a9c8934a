import { nextCheckAt } from '#shared/policy/checks.ts';
import { gateOf, type Gate } from '#shared/policy/gate.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { acknowledgeNotice } from '#shared/policy/standing-steps.ts';
import type { NoticeType, SeatState, Standing } from '#shared/policy/standing.ts';
import {
  acceptanceRateBps,
  responseRateBps,
  tallyOf,
  windowEndingAt,
  type Tally,
} from '#shared/policy/tally.ts';
import { layTerms, PROFILES, type ProfileName, type Terms } from '#shared/policy/terms.ts';

/** What of a reading can be carried forward, or decides how. */
export type CarriedReading = Readonly<{
  asOf: Instant;
  tally: Tally;
  responseRateBps: number | null;
  acceptanceRateBps: number | null;
  standing: Standing;
  everWarned: boolean;
  countsFrom: Instant | null;
  periodEndsAt: Instant | null;
  nextCheckAt: Instant | null;
  notice: Readonly<{ type: NoticeType; issuedAt: Instant }> | null;
  mode: Mode;
  gate: Gate;
  terms: Readonly<
    Pick<Terms, 'windowDays' | 'warningDays' | 'graceDays'> & { profile: ProfileName }
  >;
  evidence: Readonly<{
    source: 'overlay' | 'feed' | 'import';
    completeUpTo: Instant | null;
    provisional: number;
  }>;
}>;

/** Something that happened here and that the server has not heard of yet. */
export type Unsent =
  | { type: 'sent'; at: Instant }
  | { type: 'acknowledged'; notice: NoticeType; at: Instant };

/**
 * A reading laid over with what happened here since: each counted send is one more that waits for
 * its answer, and CONTINUE closes its notice and, on a warning, starts the warning period. Nothing
 * else is guessed at: no reply, no check and no InMail leaving the window. The caller marks the
 * result as carried forward, and the server's next reading replaces it.
 *
 * With a feed or an import as the source, sends are added as provisional, as the server does, and
 * only those after the point up to which the source is complete.
 * @param now the server's clock as it is known here; ends the window.
 */
export function carryForward<Reading extends CarriedReading>(
  reading: Reading,
  unsent: readonly Unsent[],
  now: Instant,
): Reading {
  return unsent.reduce((carried, each) => {
    if (each.type === 'acknowledged') return carryAcknowledgement(carried, each.notice, each.at);
    return isCounted(carried, each.at, now) ? carrySend(carried) : carried;
  }, reading);
}

function isCounted(reading: CarriedReading, sentAt: Instant, now: Instant): boolean {
  const { after } = windowEndingAt(now, reading.countsFrom, reading.terms);
  const { source, completeUpTo } = reading.evidence;
  const isReportedAlready = source !== 'overlay' && completeUpTo !== null && sentAt <= completeUpTo;
  // No end: the clock here is an estimate, and a send a moment ahead of it was sent all the same.
  return sentAt > after && !isReportedAlready;
}

function carrySend<Reading extends CarriedReading>(reading: Reading): Reading {
  const { accepted, declined, pending } = reading.tally;
  const tally = tallyOf(accepted, declined, pending + 1);
  const isProvisional = reading.evidence.source !== 'overlay';
  const provisional = reading.evidence.provisional + (isProvisional ? 1 : 0);
  return {
    ...reading,
    tally,
    responseRateBps: responseRateBps(tally),
    acceptanceRateBps: acceptanceRateBps(tally),
    evidence: { ...reading.evidence, provisional },
  };
}

function carryAcknowledgement<Reading extends CarriedReading>(
  reading: Reading,
  notice: NoticeType,
  at: Instant,
): Reading {
  const { warningDays, windowDays, graceDays } = reading.terms;
  const terms = layTerms(PROFILES[reading.terms.profile], { warningDays, windowDays, graceDays });
  const before: SeatState = {
    standing: reading.standing,
    everWarned: reading.everWarned,
    countsFrom: reading.countsFrom,
    periodEndsAt: reading.periodEndsAt,
    notice: reading.notice,
    mode: reading.mode,
    holder: null,
  };
  const { state } = acknowledgeNotice(before, { notice, pressedAt: at, at, terms });
  if (state === before) return reading;
  const isOtherStanding = state.standing !== reading.standing;
  return {
    ...reading,
    standing: state.standing,
    periodEndsAt: state.periodEndsAt,
    notice: null,
    nextCheckAt: isOtherStanding ? nextCheckAt(state, at, terms) : reading.nextCheckAt,
    gate: gateOf(state.standing, reading.mode, state.periodEndsAt),
  };
}
