import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { bulkHeldTable } from '#server/db/hold-schema.ts';
import type { Hold } from '#shared/wire/holds.ts';

/** Which of these ids are kept already. */
export async function findHolds(
  tx: Transaction,
  contractId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ id: bulkHeldTable.holdId })
    .from(bulkHeldTable)
    .where(
      and(eq(bulkHeldTable.contractId, contractId), inArray(bulkHeldTable.holdId, named(ids))),
    );
  return new Set(rows.map(({ id }) => id));
}

export async function insertHolds(
  tx: Transaction,
  contractId: string,
  seat: string,
  holds: readonly Hold[],
): Promise<void> {
  const rows = holds.map(({ id, at, surface, recipients }) => {
    const ids = { contractId, holdId: id, seatId: seat };
    return { ...ids, heldAt: at, surface, recipients };
  });
  await insertRows(tx, bulkHeldTable, rows);
}

export async function listHolds(reader: Reader, contractId: string) {
  const { seatId, heldAt, recipients } = bulkHeldTable;
  return reader
    .select({ seat: seatId, at: heldAt, recipients })
    .from(bulkHeldTable)
    .where(eq(bulkHeldTable.contractId, contractId))
    .orderBy(asc(heldAt));
}
