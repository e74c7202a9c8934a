import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { invitationTable } from '#server/db/identity-schema.ts';
import { contractTable, seatTable } from '#server/db/schema.ts';
import type { Deed } from '#server/ledger/author.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type InvitationRow = typeof invitationTable.$inferSelect;

const isOpenAt = (now: Instant) =>
  and(isNull(invitationTable.endedAt), gt(invitationTable.expiresAt, now));

export async function insertInvitation(tx: Transaction, row: InvitationRow): Promise<void> {
  await tx.insert(invitationTable).values(row);
}

/** An invitation that can be accepted, with the names of what it is to. */
export async function findInvitation(reader: Reader, tokenHash: string, now: Instant) {
  const [found] = await reader
    .select({
      invitation: invitationTable,
      contractName: contractTable.name,
      holder: seatTable.holder,
    })
    .from(invitationTable)
    .innerJoin(contractTable, eq(contractTable.id, invitationTable.contractId))
    .leftJoin(
      seatTable,
      and(
        eq(seatTable.contractId, invitationTable.contractId),
        eq(seatTable.id, invitationTable.seatId),
      ),
    )
    .where(and(eq(invitationTable.tokenHash, tokenHash), isOpenAt(now)));
  return found ?? null;
}

export async function hasOpenInvitation(
  reader: Reader,
  email: string,
  now: Instant,
): Promise<boolean> {
  const [found] = await reader
    .select({ id: invitationTable.id })
    .from(invitationTable)
    .where(and(eq(invitationTable.email, email.toLowerCase()), isOpenAt(now)))
    .limit(1);
  return found !== undefined;
}

export async function endInvitation(
  tx: Transaction,
  { contractId, id }: InvitationRow,
  { at: endedAt, by: endedBy }: Deed,
): Promise<void> {
  const isIt = and(eq(invitationTable.contractId, contractId), eq(invitationTable.id, id));
  await tx.update(invitationTable).set({ endedAt, endedBy }).where(isIt);
}

/** Takes back what was sent to an address before and is still open; answered with how many. */
export async function endInvitations(
  tx: Transaction,
  contractId: string,
  email: string,
  { at: endedAt, by: endedBy }: Deed,
): Promise<number> {
  const isTheirs = and(
    eq(invitationTable.contractId, contractId),
    eq(invitationTable.email, email),
  );
  const { rowsAffected } = await tx
    .update(invitationTable)
    .set({ endedAt, endedBy })
    .where(and(isTheirs, isNull(invitationTable.endedAt)));
  return rowsAffected;
}
