import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';
import { seatEventTable, seatTable, standingChangeTable } from '#server/db/schema.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { RIPE_DAYS, type ArmSeat, type SeatModes } from '#shared/policy/pilot-arms.ts';
import type { PeriodCounts } from '#shared/policy/pilot.ts';
import { REACTION_DAYS, type BulkSend, type NoticeIssued } from '#shared/policy/reactions.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { NEW_SEAT, NOTICE_TYPES } from '#shared/policy/standing.ts';
import type { Terms } from '#shared/policy/terms.ts';

const eventsQuery = (reader: Reader, contractId: string) =>
  reader
    .select({
      seat: seatEventTable.seatId,
      type: seatEventTable.type,
      at: seatEventTable.recordedAt,
      content: seatEventTable.content,
    })
    .from(seatEventTable)
    .where(
      and(
        eq(seatEventTable.contractId, contractId),
        inArray(seatEventTable.type, ['mode.changed', 'notice.acknowledged']),
      ),
    )
    .orderBy(asc(seatEventTable.recordedAt), asc(seatEventTable.seq));

const seatsQuery = (reader: Reader, contractId: string) =>
  reader
    .select({
      seat: seatTable.id,
      createdAt: seatTable.createdAt,
      keptSince: seatTable.keptSince,
      firstSentAt: sql<number | null>`(select min(i.sent_at) from inmail i
        where i.contract_id = ${contractId} and i.seat_id = seat.id and i.channel = 'inmail')`,
    })
    .from(seatTable)
    .where(eq(seatTable.contractId, contractId))
    .orderBy(asc(seatTable.id));

type SeatRow = {
  seat: string;
  createdAt: Instant;
  keptSince: Instant | null;
  firstSentAt: Instant | null;
};

/**
 * From when on all that a seat sent is known: since it was set up, or sent the first InMail that was
 * told of it. After a retention InMails are kept whole only as far as a window reached back from there.
 */
function knownFrom({ createdAt, keptSince, firstSentAt }: SeatRow, { windowDays }: Terms): Instant {
  const began = Math.min(createdAt, firstSentAt ?? createdAt);
  return keptSince === null ? began : Math.max(began, keptSince - daysToMs(windowDays) + 1);
}

/**
 * The modes of a seat as far as they are known. A retention leaves the last that was set before it,
 * so that nothing is missing where there is none, or where it is the one that the seat was set up in.
 */
function modesOf(row: SeatRow, terms: Terms, changes: SeatModes['modes']): SeatModes {
  const { seat, createdAt, keptSince } = row;
  const [first] = changes;
  const isFromStart =
    keptSince === null ||
    first === undefined ||
    first.since >= keptSince ||
    first.since <= createdAt;
  const start = isFromStart ? [{ mode: NEW_SEAT.mode, since: createdAt }] : [];
  const modes = [...start, ...changes];
  return { seat, knownFrom: knownFrom(row, terms), isFromStart, modes };
}

const noticesQuery = (reader: Reader, contractId: string) =>
  reader
    .select({
      seat: standingChangeTable.seatId,
      notice: standingChangeTable.notice,
      at: standingChangeTable.at,
    })
    .from(standingChangeTable)
    .where(
      and(eq(standingChangeTable.contractId, contractId), isNotNull(standingChangeTable.notice)),
    )
    .orderBy(asc(standingChangeTable.at), asc(standingChangeTable.seq));

/** Each seat's modes, and every notice that was issued or acknowledged, of one state. */
export async function readPilotHistory(
  reader: Batcher & Reader,
  { id: contractId, terms }: Pick<Contract, 'id' | 'terms'>,
): Promise<{ seats: SeatModes[]; issued: NoticeIssued[]; acknowledged: NoticeIssued[] }> {
  const [rows, events, notices] = await reader.batch([
    seatsQuery(reader, contractId),
    eventsQuery(reader, contractId),
    noticesQuery(reader, contractId),
  ]);
  const bySeat = Map.groupBy(events, ({ seat }) => seat);
  const seats = rows.map((row) => {
    const changes = (bySeat.get(row.seat) ?? []).flatMap(({ at, content }) => {
      const mode = MODES.find((known) => known === rawOfContent(content)['mode']);
      return mode === undefined ? [] : [{ mode, since: at }];
    });
    return modesOf(row, terms, changes);
  });
  const acknowledged = events.flatMap(({ seat, at, content }): NoticeIssued[] => {
    const notice = NOTICE_TYPES.find((known) => known === rawOfContent(content)['notice']);
    return seat === null || notice === undefined ? [] : [{ seat, notice, at }];
  });
  const issued = notices.flatMap(({ seat, notice, at }): NoticeIssued[] =>
    notice === null ? [] : [{ seat, notice, at }],
  );
  return { seats, issued, acknowledged };
}

type CountRow = { seat: string; side: 'before' | 'after' } & PeriodCounts;

/** What each seat sent in its two periods, and what of it was answered in time. */
export async function countPeriods(
  reader: Reader,
  contractId: string,
  arms: readonly ArmSeat[],
): Promise<Map<string, { before: PeriodCounts; after: PeriodCounts }>> {
  const rows = arms.flatMap(({ seat, before, after }) => [
    [seat, 'before', before.from, before.until],
    [seat, 'after', after.from, after.until],
  ]);
  const counted = await reader.all<CountRow>(sql`
    with p as materialized (
      select value ->> 0 as seat, value ->> 1 as side, value ->> 2 as since, value ->> 3 as until
      from ${jsonRows(rows)})
    select p.seat as seat, p.side as side,
      (select count(*) from inmail i where i.contract_id = ${contractId} and i.seat_id = p.seat
        and i.channel = 'inmail' and i.sent_at >= p.since and i.sent_at < p.until) as inmails,
      (select count(*) from inmail i where i.contract_id = ${contractId} and i.seat_id = p.seat
        and i.channel = 'inmail' and i.sent_at >= p.since and i.sent_at < p.until
        and i.mode = 'bulk') as bulk,
      (select count(distinct r.inmail_id) from inmail_response r
        where r.contract_id = ${contractId} and r.seat_id = p.seat and r.channel = 'inmail'
        and r.sent_at >= p.since and r.sent_at < p.until
        and r.responded_at <= r.sent_at + ${daysToMs(RIPE_DAYS)}) as answered
    from p`);
  const nothing: PeriodCounts = { inmails: 0, answered: 0, bulk: 0 };
  const counts = new Map(arms.map(({ seat }) => [seat, { before: nothing, after: nothing }]));
  for (const { seat, side, inmails, answered, bulk } of counted) {
    const of = counts.get(seat) ?? { before: nothing, after: nothing };
    counts.set(seat, { ...of, [side]: { inmails, answered, bulk } });
  }
  return counts;
}

/** The bulk sends of seats around an instant of each; InMails without a batch go by their instant. */
export async function bulkSendsAround(
  reader: Reader,
  contractId: string,
  warned: readonly { seat: string; at: Instant }[],
): Promise<Map<string, BulkSend[]>> {
  const span = daysToMs(REACTION_DAYS);
  const rows = warned.map(({ seat, at }) => [seat, at - span, at + span]);
  const sends = await reader.all<BulkSend & { seat: string }>(sql`
    with w as materialized (
      select value ->> 0 as seat, value ->> 1 as since, value ->> 2 as until
      from ${jsonRows(rows)})
    select w.seat as seat, min(i.sent_at) as sentAt, count(*) as size
    from w join inmail i on i.contract_id = ${contractId} and i.seat_id = w.seat
      and i.channel = 'inmail' and i.sent_at >= w.since and i.sent_at < w.until
    where i.mode = 'bulk'
    group by w.seat, w.since, coalesce(i.batch, i.sent_at)`);
  return Map.groupBy(sends, ({ seat }) => seat);
}
