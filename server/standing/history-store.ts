import { asc, eq } from 'drizzle-orm';
import { contractQuery, firstTermsQuery, termsFrom } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { seatTable, standingChangeTable } from '#server/db/schema.ts';
import { ledgerQueries, recordedOf, type RecordedEvent } from '#server/ledger/export-store.ts';
import { seatOf, type Seat, type SeatChange } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { tallySchema } from '#shared/wire/reading.ts';

const seatsQuery = (reader: Reader, contractId: string) =>
  reader
    .select()
    .from(seatTable)
    .where(eq(seatTable.contractId, contractId))
    .orderBy(asc(seatTable.id));

function changesQuery(reader: Reader, contractId: string) {
  const { contractId: of, at, seatId, seq } = standingChangeTable;
  return reader
    .select()
    .from(standingChangeTable)
    .where(eq(of, contractId))
    .orderBy(asc(at), asc(seatId), asc(seq));
}

export function changeOf(row: typeof standingChangeTable.$inferSelect): SeatChange {
  const { seatId: seat, at, cause, from, to, notice, periodEndsAt } = row;
  const tally = tallySchema.nullable().parse(row.tally);
  return { seat, at, cause, from, to, notice, tally, periodEndsAt };
}

/** Every seat of a contract as the fold left it, by id. */
export async function listSeats(reader: Reader, contractId: string): Promise<Seat[]> {
  return (await seatsQuery(reader, contractId)).map(seatOf);
}

/** Every change of standing of a contract, by instant, then seat, then as they came about. */
export async function listChanges(reader: Reader, contractId: string): Promise<SeatChange[]> {
  return (await changesQuery(reader, contractId)).map(changeOf);
}

/** A contract's ledger and what the fold has made of it, as they were at one moment. */
export type Books = {
  /** The terms that the ledger began with. */
  terms: Terms;
  lastRecordedAt: Instant;
  recorded: RecordedEvent[];
  seats: Seat[];
  changes: SeatChange[];
};

export async function readBooks(
  reader: Batcher & Reader,
  contractId: string,
): Promise<Books | null> {
  const [contracts, versions, inmails, responses, others, kept, seats, changes] =
    await reader.batch([
      contractQuery(reader, contractId),
      firstTermsQuery(reader, contractId),
      ...ledgerQueries(reader, contractId),
      seatsQuery(reader, contractId),
      changesQuery(reader, contractId),
    ]);
  const [[contract], [version]] = [contracts, versions];
  if (contract === undefined || version === undefined) return null;
  return {
    terms: termsFrom(contract.profile, version.terms),
    lastRecordedAt: contract.lastRecordedAt,
    recorded: recordedOf([inmails, responses, others, kept]),
    seats: seats.map(seatOf),
    changes: changes.map(changeOf),
  };
}
