import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import { seatTable } from '#server/db/schema.ts';
import { seatOf, type Seat } from '#server/standing/store.ts';
import {
  sentIn,
  settledIn,
  tallyFrom,
  type Counts,
  type Range,
} from '#server/standing/tally-store.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';

/** A seat with its tally at this moment, and how complete that is. */
export type LiveSeat = Seat & {
  tally: Tally;
  evidence: Omit<Reading['evidence'], 'source' | 'since' | 'isPartialAccepted'>;
  /** Sends after the watermark that the overlay saw, reported by now or not. */
  seen: number;
};

/** Sends that the overlay saw whose answer the inbox shows, by the first that was seen. */
const seenAnswered = (outcome: 'accepted' | 'declined', range: Range, now: Instant) =>
  sql<number>`(
    select count(*) from observed_send s where s.contract_id = ${range.contractId}
      and s.seat_id = ${range.seat} and s.channel = 'inmail'
      and s.sent_at > ${range.after} and s.sent_at <= ${range.through}
      and (select r.outcome from observed_response r where r.contract_id = s.contract_id
        and r.inmail_id = s.inmail_id and r.observed_at <= ${now}
        order by r.observed_at, r.seq limit 1) = ${outcome}
  )`;

const unmatchedIn = ({ contractId, seat, after, through }: Range) => sql<number>`(
    select count(*) from observed_response where contract_id = ${contractId}
      and seat_id = ${seat} and inmail_id is null
      and observed_at > ${after} and observed_at <= ${through}
  )`;

/**
 * What only the overlay has seen so far. The source reports the same InMails under ids of its own,
 * so that what it has reported of the same time is taken off, sends from sends and answers from
 * answers: nothing is counted twice.
 */
function provisionalOf(seen: Counts, reported: Counts): Counts {
  const total = Math.max(0, seen.total - reported.total);
  const accepted = Math.min(total, Math.max(0, seen.accepted - reported.accepted));
  const declined = Math.min(total - accepted, Math.max(0, seen.declined - reported.declined));
  return { total, accepted, declined };
}

const zero = sql<number>`0`;
const NONE = { total: zero, accepted: zero, declined: zero };

/**
 * Seats by name with their tallies of the window ending now, by one query, so that standing and tally are of
 * one state. Where the source lags, the overlay's sends after its watermark are added, with the
 * answers that the inbox shows to them.
 */
export async function liveSeats(
  reader: Batcher & Reader,
  contract: Contract,
  now: Instant,
  only: readonly string[],
): Promise<LiveSeat[]> {
  const { id: contractId, terms, source, overlayUntil } = contract;
  const windowStart = now - daysToMs(terms.windowDays);
  const after = sql.raw(`max(${windowStart}, coalesce(seat.counts_from, ${windowStart}))`);
  const through = sql`${now}`;
  const range: Range = { contractId, seat: sql.raw('seat.id'), after, through };
  // What the overlay itself put into the ledger is no source's to report.
  const known = `coalesce(seat.complete_up_to, ${windowStart}), ${overlayUntil ?? windowStart}`;
  const unreported: Range = { ...range, after: sql`max(${after}, ${sql.raw(known)})` };
  const isOverlays = source === 'overlay';
  const counts = (within: Range) => ({
    total: sentIn('inmail', within),
    accepted: settledIn('accepted', within, through),
    declined: settledIn('declined', within, through),
  });
  const rows = await reader
    .select({
      seat: seatTable,
      kept: counts(range),
      // The overlay's own ledger lacks nothing that the overlay has seen.
      reported: isOverlays ? NONE : counts(unreported),
      seen: isOverlays
        ? NONE
        : {
            total: sentIn('observed_send', unreported),
            accepted: seenAnswered('accepted', unreported, now),
            declined: seenAnswered('declined', unreported, now),
          },
      unmatched: unmatchedIn(range),
    })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), inArray(seatTable.id, named(only))));
  return rows.map(({ seat, kept, reported, seen, unmatched }) => {
    const { inboxReadAt, completeUpTo } = seat;
    const added = provisionalOf(seen, reported);
    return {
      ...seatOf(seat),
      tally: tallyFrom({
        total: kept.total + added.total,
        accepted: kept.accepted + added.accepted,
        declined: kept.declined + added.declined,
      }),
      evidence: {
        completeUpTo: isOverlays ? null : completeUpTo,
        provisional: added.total,
        provisionalAccepted: added.accepted,
        provisionalDeclined: added.declined,
        unmatched,
        inboxReadAt,
      },
      seen: seen.total,
    };
  });
}
