import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Batcher, Reader } from '#server/db/database.ts';
import { inmailTable, responseTable, seatEventTable, seatTable } from '#server/db/schema.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { rawOfContent, rawOfInMailRow, rawOfResponseRow } from '#server/ledger/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type RecordedEvent = { raw: RawEvent; recordedAt: Instant };

/** Since when the ledger of a seat is kept, of those whose beginning was removed. */
function keptSinceQuery(reader: Reader, contractId: string, seat?: string) {
  const { id, keptSince, contractId: of } = seatTable;
  const isIt = seat === undefined ? undefined : eq(id, seat);
  return reader
    .select({ seat: id, keptSince })
    .from(seatTable)
    .where(and(eq(of, contractId), isIt, isNotNull(keptSince)));
}

/** What asks for everything that a contract's ledger holds, kind by kind, in the order received. */
export function ledgerQueries(reader: Reader, contractId: string) {
  const inmailsOf = eq(inmailTable.contractId, contractId);
  const responsesOf = eq(responseTable.contractId, contractId);
  const othersOf = eq(seatEventTable.contractId, contractId);
  return [
    reader.select().from(inmailTable).where(inmailsOf).orderBy(asc(inmailTable.seq)),
    reader.select().from(responseTable).where(responsesOf).orderBy(asc(responseTable.seq)),
    reader.select().from(seatEventTable).where(othersOf).orderBy(asc(seatEventTable.seq)),
    keptSinceQuery(reader, contractId),
  ] as const;
}

/** The same of one seat, with what changed the terms of all. */
export function seatLedgerQueries(reader: Reader, contractId: string, seat: string) {
  const isInMailOf = and(eq(inmailTable.contractId, contractId), eq(inmailTable.seatId, seat));
  const isResponseTo = and(
    eq(responseTable.contractId, contractId),
    eq(responseTable.seatId, seat),
  );
  const isAbout = or(eq(seatEventTable.seatId, seat), isNull(seatEventTable.seatId));
  const isOther = and(eq(seatEventTable.contractId, contractId), isAbout);
  return [
    reader.select().from(inmailTable).where(isInMailOf).orderBy(asc(inmailTable.seq)),
    reader.select().from(responseTable).where(isResponseTo).orderBy(asc(responseTable.seq)),
    reader.select().from(seatEventTable).where(isOther).orderBy(asc(seatEventTable.seq)),
    keptSinceQuery(reader, contractId, seat),
  ] as const;
}

type Rows = readonly [
  (typeof inmailTable.$inferSelect)[],
  (typeof responseTable.$inferSelect)[],
  (typeof seatEventTable.$inferSelect)[],
  { seat: string; keptSince: Instant | null }[],
];

/**
 * Rows as the ledger tells them. What is left of the time before a retention is where the seat
 * begins: its InMails and responses are told as recorded with the opening that stands for that time.
 */
export function recordedOf([inmails, responses, others, kept]: Rows): RecordedEvent[] {
  const keptSince = new Map(kept.map((row) => [row.seat, row.keptSince]));
  const since = ({ seatId, recordedAt }: { seatId: string | null; recordedAt: Instant }) =>
    Math.max(recordedAt, keptSince.get(seatId ?? '') ?? recordedAt);
  return [
    ...inmails.map((row) => ({ raw: rawOfInMailRow(row), recordedAt: since(row) })),
    ...responses.map((row) => ({ raw: rawOfResponseRow(row), recordedAt: since(row) })),
    ...others.map((row) => ({ raw: rawOfContent(row.content), recordedAt: row.recordedAt })),
  ];
}

export async function readLedger(
  reader: Batcher & Reader,
  contractId: string,
): Promise<RecordedEvent[]> {
  return recordedOf(await reader.batch(ledgerQueries(reader, contractId)));
}
