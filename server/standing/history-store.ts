import { and, asc, eq } from 'drizzle-orm';
import { contractQuery, firstTermsQuery, termsFrom } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { seatTable, standingChangeTable } from '#server/db/schema.ts';
import { recordedOf, seatLedgerQueries, type RecordedEvent } from '#server/ledger/export-store.ts';
import { seatOf, type Seat, type SeatChange } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Terms } from '#shared/policy/terms.ts';
import { tallySchema } from '#shared/wire/reading.ts';

function seatsQuery(reader: Reader, contractId: string, seat?: string) {
  const { contractId: of, id } = seatTable;
  const isIt = seat === undefined ? undefined : eq(id, seat);
  return reader
    .select()
    .from(seatTable)
    .where(and(eq(of, contractId), isIt))
    .orderBy(asc(id));
}

function changesQuery(reader: Reader, contractId: string, seat: string) {
  const { contractId: of, at, seatId, seq } = standingChangeTable;
  return reader
    .select()
    .from(standingChangeTable)
    .where(and(eq(of, contractId), eq(seatId, seat)))
    .orderBy(asc(at), asc(seq));
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

/** The ids of a contract's seats, in their order. */
export async function listSeatIds(reader: Reader, contractId: string): Promise<string[]> {
  const { contractId: of, id } = seatTable;
  const rows = await reader
    .select({ id })
    .from(seatTable)
    .where(eq(of, contractId))
    .orderBy(asc(id));
  return rows.map((row) => row.id);
}

/** The ledger of one seat and what the fold has made of it, as they were at one moment. */
export type SeatBooks = {
  /** The terms that the contract's ledger began with. */
  terms: Terms;
  lastRecordedAt: Instant;
  recorded: RecordedEvent[];
  seat: Seat;
  changes: SeatChange[];
};

/** Null where there is no such contract or seat. */
export async function readSeatBooks(
  reader: Batcher & Reader,
  contractId: string,
  seatId: string,
): Promise<SeatBooks | null> {
  const [contracts, versions, inmails, responses, others, kept, seats, changes] =
    await reader.batch([
      contractQuery(reader, contractId),
      firstTermsQuery(reader, contractId),
      ...seatLedgerQueries(reader, contractId, seatId),
      seatsQuery(reader, contractId, seatId),
      changesQuery(reader, contractId, seatId),
    ]);
  const [[contract], [version], [seat]] = [contracts, versions, seats];
  if (contract === undefined || version === undefined || seat === undefined) return null;
  return {
    terms: termsFrom(contract.profile, version.terms),
    lastRecordedAt: contract.lastRecordedAt,
    recorded: recordedOf([inmails, responses, others, kept]),
    seat: seatOf(seat),
    changes: changes.map(changeOf),
  };
}
