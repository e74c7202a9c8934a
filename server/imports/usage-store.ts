import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { seatTable } from '#server/db/schema.ts';
import { usageReportTable } from '#server/db/usage-schema.ts';
import { sentIn, settledIn, type Range } from '#server/standing/tally-store.ts';
import type { Counted } from '#shared/policy/usage-difference.ts';

export type UsageReportRow = typeof usageReportTable.$inferSelect;
export type UsagePeriod = Pick<UsageReportRow, 'seatId' | 'startsAt' | 'endsAt' | 'importedAt'>;

/** What was imported for these seats before. */
export async function findUsage(
  tx: Transaction,
  contractId: string,
  seats: readonly string[],
): Promise<UsageReportRow[]> {
  const isOfSeats = inArray(usageReportTable.seatId, named(seats));
  return tx
    .select()
    .from(usageReportTable)
    .where(and(eq(usageReportTable.contractId, contractId), isOfSeats));
}

/** Keeps one row for each seat and period: the last that came in. */
export async function saveUsage(tx: Transaction, rows: readonly UsageReportRow[]): Promise<void> {
  const values = rows.map((row) => {
    const { contractId, seatId, startsAt, endsAt, sent, accepted, declined, importedAt } = row;
    return [contractId, seatId, startsAt, endsAt, sent, accepted, declined, importedAt];
  });
  await tx.run(sql`
    insert or replace into usage_report (contract_id, seat_id, starts_at, ends_at, sent, accepted,
      declined, imported_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
      value ->> 6, value ->> 7
    from ${jsonRows(values)}`);
}

export async function hasSeat(reader: Reader, contractId: string, seat: string): Promise<boolean> {
  const isIt = and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat));
  return (await reader.select({ id: seatTable.id }).from(seatTable).where(isIt)).length > 0;
}

/** What is kept of a seat's report, the latest period first. */
export async function listUsage(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<UsageReportRow[]> {
  const { contractId: of, seatId, startsAt, endsAt } = usageReportTable;
  return reader
    .select()
    .from(usageReportTable)
    .where(and(eq(of, contractId), eq(seatId, seat)))
    .orderBy(desc(endsAt), asc(startsAt));
}

/**
 * The ledger's own figures of the same periods, in their order: InMails sent in each, with the
 * answers that had come when the report did.
 */
export async function ledgerFigures(
  reader: Reader,
  contractId: string,
  periods: readonly UsagePeriod[],
): Promise<Counted[]> {
  const rows = periods.map(({ seatId, startsAt, endsAt, importedAt }) => [
    seatId,
    startsAt - 1,
    Math.min(endsAt - 1, importedAt),
    importedAt,
  ]);
  const range: Range = {
    contractId,
    seat: sql`p.seat`,
    after: sql`p.after`,
    through: sql`p.through`,
  };
  const knownAt = sql`p.known_at`;
  return reader.all<Counted>(sql`
    with p as materialized (
      select key as place, value ->> 0 as seat, value ->> 1 as after, value ->> 2 as through,
        value ->> 3 as known_at
      from ${jsonRows(rows)})
    select ${sentIn('inmail', range)} as sent, ${settledIn('accepted', range, knownAt)} as accepted,
      ${settledIn('declined', range, knownAt)} as declined
    from p order by p.place`);
}
