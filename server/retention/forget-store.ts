import { and, asc, eq, gte, inArray, lt, or, sql, type Column, type SQL } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { deviceTable, invitationTable } from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import { personTable } from '#server/db/person-schema.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import { seatEventTable, seatTable } from '#server/db/schema.ts';
import { webhookMessageTable } from '#server/db/webhook-schema.ts';
import type { Deed } from '#server/ledger/author.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import { passed } from '#server/retention/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

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

/** A seat while somebody held it: up to, but not including, when the next did. */
export type Tenure = { seat: string; from: Instant; until: Instant };

/** When somebody of a name held which seats, as far as transfers are kept. */
export async function findTenures(
  reader: Reader,
  contractId: string,
  holder: string,
): Promise<Tenure[]> {
  const { contractId: of, type, content, seatId, recordedAt, seq } = seatEventTable;
  const to = sql<string>`${content} ->> 'to'`;
  const transfers = await reader
    .select({ seat: seatId, from: recordedAt, to })
    .from(seatEventTable)
    .where(and(eq(of, contractId), eq(type, 'seat.transferred')))
    .orderBy(asc(seatId), asc(recordedAt), asc(seq));
  return transfers.flatMap(({ seat, from, to: held }, index) => {
    if (held !== holder || seat === null) return [];
    const next = transfers[index + 1];
    return [{ seat, from, until: next?.seat === seat ? next.from : ALL_OF_IT }];
  });
}

/** At one of the seats, while it was theirs. */
function isWithin(
  tenures: readonly Tenure[],
  { seatId, at }: Readonly<{ seatId: Column; at: Column }>,
): SQL | undefined {
  const each = tenures.map(({ seat, from, until }) =>
    and(eq(seatId, seat), gte(at, from), lt(at, until)),
  );
  return or(sql`false`, ...each);
}

/** People who asked for reviews under a name, or had a browser at a seat while it was theirs. */
export async function findPeople(
  reader: Reader,
  contractId: string,
  holder: string,
  tenures: readonly Tenure[],
): Promise<string[]> {
  const { personId, seatId, createdAt } = deviceTable;
  const asked = await reader
    .select({ personId: reviewTable.personId })
    .from(reviewTable)
    .where(and(eq(reviewTable.contractId, contractId), eq(reviewTable.holder, holder)));
  const connected = await reader
    .select({ personId })
    .from(deviceTable)
    .where(
      and(eq(deviceTable.contractId, contractId), isWithin(tenures, { seatId, at: createdAt })),
    );
  const people = [...asked, ...connected].flatMap((row) => row.personId ?? []);
  return [...new Set(people)];
}

/** The addresses of people. */
export async function findAddresses(reader: Reader, people: readonly string[]): Promise<string[]> {
  const isOne = inArray(personTable.id, named(people));
  const found = await reader.select({ email: personTable.email }).from(personTable).where(isOne);
  return found.map(({ email }) => email);
}

/** Whom to forget: by the name that they held seats under, and as whom they are known by that. */
export type Forgotten = Readonly<{
  holder: string;
  people: readonly string[];
  addresses: readonly string[];
  tenures: readonly Tenure[];
}>;

/** Takes a name, and what they wrote, out of reviews; says of how many. */
export async function renameInReviews(
  tx: Transaction,
  contractId: string,
  { holder, people }: Forgotten,
  pseudonym: string,
): Promise<number> {
  const { id, personId } = reviewTable;
  const isTheirs = or(eq(reviewTable.holder, holder), inArray(personId, named(people)));
  const renamed = await tx
    .update(reviewTable)
    .set({ holder: pseudonym, message: '', personId: null })
    .where(and(eq(reviewTable.contractId, contractId), isTheirs))
    .returning({ id });
  return renamed.length;
}

/** Takes a name and an address out of invitations, and ends those that are open; says of how many. */
export async function renameInInvitations(
  tx: Transaction,
  contractId: string,
  { holder, addresses, tenures }: Forgotten,
  { pseudonym, at, by }: Deed & { pseudonym: string },
): Promise<number> {
  const { id, name, email, seatId, endedAt, endedBy } = invitationTable;
  // What was taken up before the seat was another's was not that other's.
  const isTheirs = or(
    eq(name, holder),
    inArray(email, named(addresses)),
    isWithin(tenures, { seatId, at: endedAt }),
  );
  const renamed = await tx
    .update(invitationTable)
    .set({
      name: pseudonym,
      email: '',
      endedAt: sql`coalesce(${endedAt}, ${at})`,
      endedBy: sql`case when ${endedAt} is null then ${JSON.stringify(by)} else ${endedBy} end`,
    })
    .where(and(eq(invitationTable.contractId, contractId), isTheirs))
    .returning({ id });
  return renamed.length;
}

/**
 * Browsers that were theirs, and have ended, are nobody's from now on: those of people who are gone,
 * and those at a seat while it was theirs, also of who is in the contract as something else.
 */
export async function disownDevices(
  tx: Transaction,
  contractId: string,
  { people, tenures }: Forgotten,
): Promise<void> {
  const { contractId: of, personId, seatId, createdAt } = deviceTable;
  const isTheirs = or(
    inArray(personId, named(people)),
    isWithin(tenures, { seatId, at: createdAt }),
  );
  await tx
    .update(deviceTable)
    .set({ personId: null })
    .where(and(eq(of, contractId), isTheirs));
}

/** Takes a name out of what endpoints were told; says out of how many messages. */
export async function renameInMessages(
  tx: Transaction,
  contractId: string,
  holder: string,
  pseudonym: string,
): Promise<number> {
  const { contractId: of, payload, sequence } = webhookMessageTable;
  const [was, is] = [JSON.stringify(holder), JSON.stringify(pseudonym)];
  const renamed = await tx
    .update(webhookMessageTable)
    .set({ payload: sql`replace(${payload}, ${was}, ${is})` })
    .where(and(eq(of, contractId), sql`instr(${payload}, ${was}) > 0`))
    .returning({ sequence });
  return renamed.length;
}
