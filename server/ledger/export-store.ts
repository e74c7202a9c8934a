import { asc, eq } from 'drizzle-orm';
import type { Batcher, Reader } from '#server/db/database.ts';
import { inmailTable, responseTable, seatEventTable } from '#server/db/schema.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { rawOfContent, rawOfInMailRow, rawOfResponseRow } from '#server/ledger/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type RecordedEvent = { raw: RawEvent; recordedAt: Instant };

/** What asks for everything that a contract's ledger holds, kind by kind, in the order received. */
export function ledgerQueries(reader: Reader, contractId: string) {
  const inmailsOf = eq(inmailTable.contractId, contractId);
  const responsesOf = eq(responseTable.contractId, contractId);
  const othersOf = eq(seatEventTable.contractId, contractId);
  return [
    reader.select().from(inmailTable).where(inmailsOf).orderBy(asc(inmailTable.seq)),
    reader.select().from(responseTable).where(responsesOf).orderBy(asc(responseTable.seq)),
    reader.select().from(seatEventTable).where(othersOf).orderBy(asc(seatEventTable.seq)),
  ] as const;
}

type Rows = readonly [
  (typeof inmailTable.$inferSelect)[],
  (typeof responseTable.$inferSelect)[],
  (typeof seatEventTable.$inferSelect)[],
];

export function recordedOf([inmails, responses, others]: Rows): RecordedEvent[] {
  return [
    ...inmails.map((row) => ({ raw: rawOfInMailRow(row), recordedAt: row.recordedAt })),
    ...responses.map((row) => ({ raw: rawOfResponseRow(row), recordedAt: row.recordedAt })),
    ...others.map((row) => ({ raw: rawOfContent(row.content), recordedAt: row.recordedAt })),
  ];
}

export async function readLedger(
  reader: Batcher & Reader,
  contractId: string,
): Promise<RecordedEvent[]> {
  return recordedOf(await reader.batch(ledgerQueries(reader, contractId)));
}
