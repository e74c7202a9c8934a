import { and, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { firstTermsQuery, termsFrom, type Contract } from '#server/contracts/store.ts';
import type { Reader, Transaction } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import {
  contractTable,
  seatTable,
  standingChangeTable,
  termsVersionTable,
} from '#server/db/schema.ts';
import { retentionVersionTable } from '#server/db/version-schema.ts';
import { recordedOf, seatLedgerQueries, type RecordedEvent } from '#server/ledger/export-store.ts';
import { insertChanges, type SeatChange } from '#server/standing/store.ts';
import { changeOf } from '#server/standing/history-store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { Author } from '#shared/wire/author.ts';

/** What goes: what was recorded before `before`, InMails only where no window reaches them. */
export type Reach = Readonly<{
  contractId: string;
  before: Instant;
  /** InMails sent up to here are in no window that ends at `before` or later. */
  sentThrough: Instant;
}>;

/** The InMails of a seat that go; `i` is the table. The index of the window finds them. */
const oldInMails = ({ contractId, before, sentThrough }: Reach, seat: SQL) => sql`
  i.contract_id = ${contractId} and i.seat_id = ${seat} and i.channel in ('inmail', 'email')
    and i.sent_at <= ${sentThrough} and i.recorded_at < ${before}`;

/**
 * Of so many seats after `after`, those that have something to remove; and which of them was looked
 * at last, or null at the end.
 */
export async function seatsToRetain(
  reader: Reader,
  reach: Reach,
  after: string,
  count: number,
): Promise<{ seats: string[]; last: string | null }> {
  const { contractId, before } = reach;
  const looked = await reader.all<{ id: string; has: number }>(sql`
    select s.id as id, coalesce(s.kept_since, 0) < ${before} and (
      exists (select 1 from inmail i where ${oldInMails(reach, sql`s.id`)})
      or exists (select 1 from standing_change c where c.contract_id = ${contractId}
        and c.seat_id = s.id and c.at < ${before} and c.cause <> 'opened')
      or exists (select 1 from seat_event e where e.contract_id = ${contractId}
        and e.seat_id = s.id and e.recorded_at < ${before}
        group by e.type having count(*) > 1
          or e.type in ('notice.acknowledged', 'standing.restored'))) as has
    from ${seatTable} s where s.contract_id = ${contractId} and s.id > ${after}
    order by s.id limit ${count}`);
  const last = looked.length < count ? null : (looked.at(-1)?.id ?? null);
  return { seats: looked.filter(({ has }) => has === 1).map(({ id }) => id), last };
}

/** All that the ledger tells of one seat, and the terms that it begins with. */
export async function readSeatLedger(
  tx: Transaction,
  { id, profile }: Contract,
  seat: string,
): Promise<{ recorded: RecordedEvent[]; keptSince: Instant | null; terms: Terms }> {
  const [inmails, responses, others, since] = seatLedgerQueries(tx, id, seat);
  const kept = await since;
  const recorded = recordedOf([await inmails, await responses, await others, kept]);
  const [version] = await firstTermsQuery(tx, id);
  const terms = termsFrom(profile, version?.terms ?? {});
  return { recorded, keptSince: kept[0]?.keptSince ?? null, terms };
}

/** A seat's changes of standing from `from` on, as they came about. */
export async function readChangesSince(
  tx: Transaction,
  contractId: string,
  seat: string,
  from: Instant,
): Promise<SeatChange[]> {
  const { contractId: of, seatId, at, seq } = standingChangeTable;
  const rows = await tx
    .select()
    .from(standingChangeTable)
    .where(and(eq(of, contractId), eq(seatId, seat), gte(at, from)))
    .orderBy(at, seq);
  return rows.map(changeOf);
}

const isBelowLast = (table: string) => sql.raw(`seq < (select max(seq) from ${table})`);

/** Lets rows of seats go that were recorded before an instant, while the work is done and no longer. */
export async function passed(
  tx: Transaction,
  { contractId, before }: Pick<Reach, 'contractId' | 'before'>,
  seats: readonly (string | null)[],
  remove: () => Promise<void>,
): Promise<void> {
  await tx.run(sql`insert into retention_pass (contract_id, seat_id, before)
    select ${contractId}, value, ${before} from json_each(${JSON.stringify(seats)})`);
  await remove();
  await tx.run(sql`delete from retention_pass`);
}

/** The rows of one seat that its opening stands for. The last of a table stays: its number counts. */
export async function removeSeatHistory(
  tx: Transaction,
  reach: Reach,
  seat: string,
  keptEvents: readonly string[],
): Promise<void> {
  const { contractId, before } = reach;
  await passed(tx, reach, [seat], async () => {
    await tx.run(sql`delete from inmail_response where ${isBelowLast('inmail_response')} and seq in (
      select r.seq from inmail i cross join inmail_response r indexed by response_inmail
      where ${oldInMails(reach, sql`${seat}`)} and i.${isBelowLast('inmail')}
        and r.contract_id = i.contract_id and r.inmail_id = i.inmail_id)`);
    await tx.run(sql`delete from inmail as i
      where ${oldInMails(reach, sql`${seat}`)} and i.${isBelowLast('inmail')}`);
    await tx.run(sql`delete from seat_event where contract_id = ${contractId}
      and seat_id = ${seat} and recorded_at < ${before}
      and event_id not in ${named(keptEvents)}`);
    const isOld = and(
      eq(standingChangeTable.contractId, contractId),
      eq(standingChangeTable.seatId, seat),
      lt(standingChangeTable.at, before),
    );
    await tx.delete(standingChangeTable).where(isOld);
  });
}

/** From here on the seat's ledger begins with an opening, whose line is the first of its history. */
export async function markOpened(
  tx: Transaction,
  { contractId, before }: Reach,
  seat: string,
  line: SeatChange | null,
): Promise<void> {
  const isIt = and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat));
  await tx.update(seatTable).set({ keptSince: before }).where(isIt);
  if (line === null) return;
  const { contractId: of, recordedAt, version } = termsVersionTable;
  const [found] = await tx
    .select({ version: sql<number>`max(${version})` })
    .from(termsVersionTable)
    .where(and(eq(of, contractId), sql`${recordedAt} <= ${before}`));
  await insertChanges(tx, contractId, [line], found?.version ?? 1);
}

/** What is beside the ledger, or in it without a seat: nothing stands on it. */
export async function removeBesides(tx: Transaction, reach: Reach): Promise<void> {
  const { contractId, before, sentThrough } = reach;
  await tx.run(sql`delete from observed_send where contract_id = ${contractId}
    and sent_at <= ${sentThrough} and ${isBelowLast('observed_send')}`);
  await tx.run(sql`delete from usage_report
    where contract_id = ${contractId} and ends_at < ${before}`);
  await tx.run(sql`delete from bulk_held
    where contract_id = ${contractId} and held_at < ${before}`);
  await tx.run(sql`delete from review
    where contract_id = ${contractId} and decided_at < ${before}`);
  await tx.run(sql`delete from webhook_message
    where contract_id = ${contractId} and created_at < ${before}`);
  const seats = await tx.all<{ seat: string }>(sql`select distinct seat_id as seat
    from observed_response where contract_id = ${contractId} and observed_at < ${before}`);
  await passed(tx, reach, [null, ...seats.map(({ seat }) => seat)], async () => {
    await tx.run(sql`delete from inmail_response where contract_id = ${contractId}
      and seat_id is null and recorded_at < ${before} and ${isBelowLast('inmail_response')}`);
    await tx.run(sql`delete from observed_response where contract_id = ${contractId}
      and observed_at <= ${sentThrough} and ${isBelowLast('observed_response')}`);
  });
}

/** Sets how long a contract's ledger is kept, as its next version. */
export async function saveRetention(
  tx: Transaction,
  contractId: string,
  days: number,
  { recordedAt, by }: { recordedAt: Instant; by: Author },
): Promise<void> {
  const isIt = eq(contractTable.id, contractId);
  await tx.update(contractTable).set({ retentionDays: days }).where(isIt);
  const version = sql<number>`(select coalesce(max(version), 0) + 1 from retention_version
    where contract_id = ${contractId})`;
  const recorded = { recordedAt, recordedBy: by };
  await tx.insert(retentionVersionTable).values({ contractId, version, ...recorded, days });
}

/** How many InMails go, and of how many seats. */
export async function countOld(
  reader: Reader,
  reach: Reach,
): Promise<{ seats: number; inmails: number }> {
  const [found] = await reader.all<{ seats: number; inmails: number }>(sql`
    select count(distinct i.seat_id) as seats, count(*) as inmails
    from ${seatTable} s cross join inmail i where s.contract_id = ${reach.contractId}
      and ${oldInMails(reach, sql`s.id`)}`);
  return found ?? { seats: 0, inmails: 0 };
}
