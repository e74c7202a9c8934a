import { and, eq } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { leadTeamTable, memberTable } from '#server/db/identity-schema.ts';
import { contractTable, seatTable, teamTable } from '#server/db/schema.ts';

type Named = { id: string; name: string };

/** What a person is in a contract: the holder of a seat, a lead, or an admin. */
export type Place = Readonly<
  | { contract: Named; role: 'recruiter'; seat: { id: string; holder: string } }
  | { contract: Named; role: 'lead' | 'admin'; seat: null }
>;

type MemberKey = 'contractId' | 'personId' | 'role';

const contract = { id: contractTable.id, name: contractTable.name };

/** Every place of a person, in whatever contract: seats first. */
export async function findPlaces(reader: Reader, personId: string): Promise<Place[]> {
  const seats = await reader
    .select({ contract, seat: { id: seatTable.id, holder: seatTable.holder } })
    .from(seatTable)
    .innerJoin(contractTable, eq(contractTable.id, seatTable.contractId))
    .where(eq(seatTable.personId, personId))
    .orderBy(contractTable.name, seatTable.id);
  const members = await reader
    .select({ contract, role: memberTable.role })
    .from(memberTable)
    .innerJoin(contractTable, eq(contractTable.id, memberTable.contractId))
    .where(eq(memberTable.personId, personId))
    .orderBy(contractTable.name, memberTable.role);
  return [
    ...seats.map((each) => ({ ...each, role: 'recruiter' as const })),
    ...members.map((each) => ({ ...each, seat: null })),
  ];
}

/** Their places in one contract. */
export async function findPlacesIn(
  reader: Reader,
  contractId: string,
  personId: string,
): Promise<Place[]> {
  return (await findPlaces(reader, personId)).filter((place) => place.contract.id === contractId);
}

export async function insertMember(
  tx: Transaction,
  member: typeof memberTable.$inferInsert,
  teamIds: readonly string[],
): Promise<void> {
  const { contractId, personId, isOfAllTeams } = member;
  await tx
    .insert(memberTable)
    .values(member)
    .onConflictDoUpdate({
      target: [memberTable.contractId, memberTable.personId, memberTable.role],
      set: { isOfAllTeams },
    });
  if (member.role !== 'lead') return;
  const isTheirs = and(
    eq(leadTeamTable.contractId, contractId),
    eq(leadTeamTable.personId, personId),
  );
  await tx.delete(leadTeamTable).where(isTheirs);
  for (const teamId of teamIds)
    await tx.insert(leadTeamTable).values({ contractId, personId, teamId });
}

/** The teams of a lead; null for all of them. */
export async function findLedTeams(
  reader: Reader,
  contractId: string,
  personId: string,
): Promise<Named[] | null> {
  const isTheirs = and(
    eq(memberTable.contractId, contractId),
    eq(memberTable.personId, personId),
    eq(memberTable.role, 'lead'),
  );
  const [member] = await reader.select().from(memberTable).where(isTheirs);
  if (member?.isOfAllTeams === true) return null;
  return reader
    .select({ id: teamTable.id, name: teamTable.name })
    .from(leadTeamTable)
    .innerJoin(
      teamTable,
      and(
        eq(teamTable.contractId, leadTeamTable.contractId),
        eq(teamTable.id, leadTeamTable.teamId),
      ),
    )
    .where(and(eq(leadTeamTable.contractId, contractId), eq(leadTeamTable.personId, personId)))
    .orderBy(teamTable.name);
}

/** What a member is, for the trail; null where they are not. */
export async function memberInWords(
  reader: Reader,
  { contractId, personId, role }: Pick<typeof memberTable.$inferSelect, MemberKey>,
): Promise<string | null> {
  const isIt = and(
    eq(memberTable.contractId, contractId),
    eq(memberTable.personId, personId),
    eq(memberTable.role, role),
  );
  const [found] = await reader.select().from(memberTable).where(isIt);
  if (found === undefined || role === 'admin') return found?.role ?? null;
  const teams = await findLedTeams(reader, contractId, personId);
  return `lead of ${teams === null ? 'all teams' : teams.map(({ name }) => name).join(', ')}`;
}

/** The seats of the teams of a lead. */
export async function findLedSeats(
  reader: Reader,
  contractId: string,
  personId: string,
): Promise<Set<string>> {
  const found = await reader
    .select({ id: seatTable.id })
    .from(leadTeamTable)
    .innerJoin(
      seatTable,
      and(
        eq(seatTable.contractId, leadTeamTable.contractId),
        eq(seatTable.teamId, leadTeamTable.teamId),
      ),
    )
    .where(and(eq(leadTeamTable.contractId, contractId), eq(leadTeamTable.personId, personId)));
  return new Set(found.map(({ id }) => id));
}

export async function findSeatPerson(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<string | null> {
  const isIt = and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat));
  const [found] = await reader.select({ id: seatTable.personId }).from(seatTable).where(isIt);
  return found?.id ?? null;
}

/** Says who may connect devices to a seat; null for nobody, until an invitation is accepted. */
export async function saveSeatPerson(
  tx: Transaction,
  contractId: string,
  seat: string,
  personId: string | null,
): Promise<void> {
  const isIt = and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat));
  await tx.update(seatTable).set({ personId }).where(isIt);
}

/** Takes every place of a person in a contract away. */
export async function endPlaces(
  tx: Transaction,
  contractId: string,
  personId: string,
): Promise<void> {
  const isSeat = and(eq(seatTable.contractId, contractId), eq(seatTable.personId, personId));
  await tx.update(seatTable).set({ personId: null }).where(isSeat);
  const isLed = and(eq(leadTeamTable.contractId, contractId), eq(leadTeamTable.personId, personId));
  await tx.delete(leadTeamTable).where(isLed);
  const isTheirs = and(eq(memberTable.contractId, contractId), eq(memberTable.personId, personId));
  await tx.delete(memberTable).where(isTheirs);
}
