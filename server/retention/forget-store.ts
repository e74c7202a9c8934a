import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { invitationTable } from '#server/db/identity-schema.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import { seatEventTable, seatTable } from '#server/db/schema.ts';
import { passed } from '#server/retention/store.ts';
import { rawOfContent } from '#server/ledger/store.ts';

/** Later than anything is recorded. */
const ALL_OF_IT = Number.MAX_SAFE_INTEGER;

export async function holdsSeat(
  reader: Reader,
  contractId: string,
  holder: string,
): Promise<boolean> {
  const isTheirs = and(eq(seatTable.contractId, contractId), eq(seatTable.holder, holder));
  const found = await reader.select({ id: seatTable.id }).from(seatTable).where(isTheirs).limit(1);
  return found.length > 0;
}

/**
 * Calls a holder otherwise in every transfer that names them: in the same place of the ledger, with
 * the same id, so that a fold of it comes to the same. Says in how many.
 */
export async function renameInTransfers(
  tx: Transaction,
  contractId: string,
  holder: string,
  pseudonym: string,
): Promise<number> {
  const { contractId: of, type, content, seq } = seatEventTable;
  const isTransfer = and(eq(of, contractId), eq(type, 'seat.transferred'));
  const isTo = sql`${content} ->> 'to' = ${holder}`;
  const rows = await tx.select().from(seatEventTable).where(and(isTransfer, isTo)).orderBy(seq);
  for (const row of rows) {
    // What is appended is never changed: it is taken out and put back, as only retention may.
    await passed(tx, { contractId, before: ALL_OF_IT }, [row.seatId], async () => {
      await tx.delete(seatEventTable).where(eq(seq, row.seq));
    });
    const renamed = { ...rawOfContent(row.content), to: pseudonym };
    await tx.insert(seatEventTable).values({ ...row, content: renamed });
  }
  return rows.length;
}

/** Takes a name, and what they wrote, out of all that stands beside the ledger. */
export async function renameBesides(
  tx: Transaction,
  contractId: string,
  holder: string,
  pseudonym: string,
): Promise<void> {
  await tx
    .update(reviewTable)
    .set({ holder: pseudonym, message: '' })
    .where(and(eq(reviewTable.contractId, contractId), eq(reviewTable.holder, holder)));
  await tx
    .update(invitationTable)
    .set({ name: pseudonym, email: '' })
    .where(and(eq(invitationTable.contractId, contractId), eq(invitationTable.name, holder)));
  const [was, is] = [JSON.stringify(holder), JSON.stringify(pseudonym)];
  await tx.run(sql`update webhook_message set payload = replace(payload, ${was}, ${is})
    where contract_id = ${contractId} and instr(payload, ${was}) > 0`);
}
