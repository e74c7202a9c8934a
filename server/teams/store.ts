import { and, eq, inArray } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { updateRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { seatTable, teamTable } from '#server/db/schema.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type Team = { id: string; name: string };

/** Of these names those that are teams, by name. */
export async function findTeams(
  reader: Reader,
  contractId: string,
  names: readonly string[],
): Promise<Map<string, Team>> {
  const isNamed = inArray(teamTable.name, named(names));
  const found = await reader
    .select({ id: teamTable.id, name: teamTable.name })
    .from(teamTable)
    .where(and(eq(teamTable.contractId, contractId), isNamed));
  return new Map(found.map((team) => [team.name, team]));
}

/** The teams that seats are in, by name; those that are in none are left out. */
export async function findSeatTeams(
  reader: Reader,
  contractId: string,
  seats: readonly string[],
): Promise<Map<string, string>> {
  const isIn = and(
    eq(teamTable.contractId, seatTable.contractId),
    eq(teamTable.id, seatTable.teamId),
  );
  const found = await reader
    .select({ seat: seatTable.id, team: teamTable.name })
    .from(seatTable)
    .innerJoin(teamTable, isIn)
    .where(and(eq(seatTable.contractId, contractId), inArray(seatTable.id, named(seats))));
  return new Map(found.map(({ seat, team }) => [seat, team]));
}

export async function insertTeam(
  tx: Transaction,
  contractId: string,
  team: Team & { createdAt: Instant },
): Promise<void> {
  await tx.insert(teamTable).values({ contractId, ...team });
}

/** Puts seats into teams, which are there already. */
export async function saveSeatTeams(
  tx: Transaction,
  contractId: string,
  seats: readonly { seat: string; team: string }[],
): Promise<void> {
  const rows = seats.map(({ seat, team }) => ({ contractId, id: seat, teamId: team }));
  await updateRows(tx, seatTable, ['contractId', 'id'], rows);
}
