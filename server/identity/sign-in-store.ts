import { desc, eq, lt } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { signInTable } from '#server/db/identity-schema.ts';
import { personTable } from '#server/db/person-schema.ts';
import { DAY_MS } from '#shared/policy/instant.ts';

const KEPT_DAYS = 180;

export type SignIn = Omit<typeof signInTable.$inferSelect, 'seq'>;

/** Writes an attempt down, and forgets those of long ago. */
export async function insertSignIn(tx: Transaction, signIn: SignIn): Promise<void> {
  await tx.insert(signInTable).values(signIn);
  await tx.delete(signInTable).where(lt(signInTable.at, signIn.at - KEPT_DAYS * DAY_MS));
}

/** The latest first. */
export async function listSignIns(reader: Reader, limit: number) {
  const { at, network, method, outcome } = signInTable;
  return reader
    .select({ at, email: personTable.email, network, method, outcome })
    .from(signInTable)
    .leftJoin(personTable, eq(personTable.id, signInTable.personId))
    .orderBy(desc(signInTable.seq))
    .limit(limit);
}
