import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { observedResponseTable, seatTable } from '#server/db/schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Observation } from '#shared/wire/observations.ts';

const isOf = (contractId: string, seat: string) =>
  and(eq(observedResponseTable.contractId, contractId), eq(observedResponseTable.seatId, seat));

const isWaiting = (contractId: string, seat: string) =>
  and(isOf(contractId, seat), isNull(observedResponseTable.inmailId));

const columns = {
  id: observedResponseTable.observationId,
  at: observedResponseTable.observedAt,
  seat: observedResponseTable.seatId,
  recipient: observedResponseTable.recipient,
  conversation: observedResponseTable.conversation,
  outcome: observedResponseTable.outcome,
};

/** The observations that are kept under any of these ids. */
export async function findObservations(
  tx: Transaction,
  contractId: string,
  ids: readonly string[],
): Promise<Map<string, Observation>> {
  const isNamed = inArray(observedResponseTable.observationId, named(ids));
  const rows = await tx
    .select(columns)
    .from(observedResponseTable)
    .where(and(eq(observedResponseTable.contractId, contractId), isNamed));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Observations of a seat that match no InMail so far, oldest first. */
export async function listWaiting(
  tx: Transaction,
  contractId: string,
  seat: string,
): Promise<Observation[]> {
  return tx
    .select(columns)
    .from(observedResponseTable)
    .where(isWaiting(contractId, seat))
    .orderBy(asc(observedResponseTable.observedAt), asc(observedResponseTable.seq));
}

export async function hasWaiting(reader: Reader, contractId: string, seat: string) {
  const rows = await reader
    .select({ id: columns.id })
    .from(observedResponseTable)
    .where(isWaiting(contractId, seat))
    .limit(1);
  return rows.length > 0;
}

export async function insertObservations(
  tx: Transaction,
  contractId: string,
  observations: readonly Observation[],
): Promise<void> {
  const rows = observations.map(({ id, seat, at, recipient, conversation, outcome }) => {
    const ids = { contractId, observationId: id, seatId: seat, observedAt: at };
    return { ...ids, recipient, conversation, outcome };
  });
  await insertRows(tx, observedResponseTable, rows);
}

/** Tells an observation which InMail it answers. */
export async function linkObservation(
  tx: Transaction,
  contractId: string,
  id: string,
  inmailId: string,
): Promise<void> {
  const isIt = and(
    eq(observedResponseTable.contractId, contractId),
    eq(observedResponseTable.observationId, id),
  );
  await tx.update(observedResponseTable).set({ inmailId }).where(isIt);
}

/** The inbox was read at this instant; it never goes back. */
export async function raiseInboxRead(
  tx: Transaction,
  contractId: string,
  seat: string,
  at: Instant,
): Promise<void> {
  await tx
    .update(seatTable)
    .set({ inboxReadAt: sql`max(coalesce(${seatTable.inboxReadAt}, ${at}), ${at})` })
    .where(and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat)));
}
