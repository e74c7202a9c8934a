import type { Transaction } from '#server/db/database.ts';
import { findTeams, insertTeam, saveSeatTeams } from '#server/teams/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

type Making = { contractId: string; at: Instant; newId: () => string };

/** Puts seats into teams by name, as part of a write; a team that is new is made. */
export async function putIntoTeams(
  tx: Transaction,
  { contractId, at, newId }: Making,
  seats: readonly { seat: string; team: string }[],
): Promise<void> {
  const names = [...new Set(seats.map(({ team }) => team))];
  const teams = await findTeams(tx, contractId, names);
  for (const name of names) {
    if (teams.has(name)) continue;
    const team = { id: newId(), name };
    await insertTeam(tx, contractId, { ...team, createdAt: at });
    teams.set(name, team);
  }
  const ids = seats.map(({ seat, team }) => ({ seat, team: teams.get(team)?.id ?? '' }));
  await saveSeatTeams(tx, contractId, ids);
}
