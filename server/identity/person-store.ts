import { and, eq, notInArray } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { deviceTable, memberTable } from '#server/db/identity-schema.ts';
import { personAccountTable, personSessionTable, personTable } from '#server/db/person-schema.ts';
import { seatTable } from '#server/db/schema.ts';
import type { Person } from '#server/identity/auth.ts';

/** Names the library's own way to sign in by a password. */
const PASSWORD = 'credential';

export async function findPersonByEmail(reader: Reader, email: string): Promise<Person | null> {
  const { id, name } = personTable;
  const [found] = await reader
    .select({ id, name, email: personTable.email })
    .from(personTable)
    .where(eq(personTable.email, email.toLowerCase()));
  return found ?? null;
}

/** True for a person who signs in by a password, or as somebody whom the provider knows. */
export async function canSignIn(reader: Reader, personId: string): Promise<boolean> {
  const isTheirs = eq(personAccountTable.userId, personId);
  const [found] = await reader
    .select({ id: personAccountTable.id })
    .from(personAccountTable)
    .where(isTheirs)
    .limit(1);
  return found !== undefined;
}

/** The address is the operator's word: who invites somebody vouches for it. */
export async function insertPerson(tx: Transaction, person: Person, at: Date): Promise<void> {
  const email = person.email.toLowerCase();
  await tx
    .insert(personTable)
    .values({ ...person, email, emailVerified: true, createdAt: at, updatedAt: at });
}

/** From now on the person signs in by this password, and nobody is signed in as them any more. */
export async function savePassword(
  tx: Transaction,
  personId: string,
  { id, passwordHash, at }: { id: string; passwordHash: string; at: Date },
): Promise<void> {
  const isTheirs = eq(personAccountTable.userId, personId);
  await tx
    .delete(personAccountTable)
    .where(and(isTheirs, eq(personAccountTable.providerId, PASSWORD)));
  const dates = { createdAt: at, updatedAt: at };
  await tx.insert(personAccountTable).values({
    ...dates,
    id,
    userId: personId,
    accountId: personId,
    providerId: PASSWORD,
    password: passwordHash,
  });
  await endSessions(tx, personId);
}

export async function endSessions(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(personSessionTable).where(eq(personSessionTable.userId, personId));
}

/** People of a contract, with what they are in it: leads, admins and holders of seats. */
export async function listPeople(reader: Reader, contractId: string) {
  const { id, name, email } = personTable;
  const members = await reader
    .select({ id, name, email, role: memberTable.role })
    .from(memberTable)
    .innerJoin(personTable, eq(personTable.id, memberTable.personId))
    .where(eq(memberTable.contractId, contractId));
  const holders = await reader
    .select({ id, name, email, seat: seatTable.id })
    .from(seatTable)
    .innerJoin(personTable, eq(personTable.id, seatTable.personId))
    .where(eq(seatTable.contractId, contractId));
  const byPerson = Map.groupBy([...members, ...holders], (row) => row.id);
  return [...byPerson.values()]
    .map((rows) => ({
      id: rows[0]?.id ?? '',
      name: rows[0]?.name ?? '',
      email: rows[0]?.email ?? '',
      roles: rows.flatMap((row) => ('role' in row ? [row.role] : [])).sort(),
      seats: rows.flatMap((row) => ('seat' in row ? [row.seat] : [])).sort(),
    }))
    .sort((one, other) => one.email.localeCompare(other.email));
}

/** Forgets people who have no place in any contract any more, with how they signed in. */
export async function forgetIfPlaceless(tx: Transaction, personId: string): Promise<boolean> {
  const member = tx
    .select({ id: memberTable.personId })
    .from(memberTable)
    .where(eq(memberTable.personId, personId));
  const seat = tx
    .select({ id: seatTable.personId })
    .from(seatTable)
    .where(eq(seatTable.personId, personId));
  const [found] = await tx
    .select({ id: personTable.id })
    .from(personTable)
    .where(
      and(
        eq(personTable.id, personId),
        notInArray(personTable.id, member),
        notInArray(personTable.id, seat),
      ),
    );
  if (found === undefined) return false;
  await tx.update(deviceTable).set({ personId: null }).where(eq(deviceTable.personId, personId));
  await tx.delete(personTable).where(eq(personTable.id, personId));
  return true;
}
