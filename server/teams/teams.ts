import type { Transaction } from '#server/db/database.ts';
import { recordChanges } from '#server/audit/store.ts';
import type { Deed } from '#server/ledger/author.ts';
import { findSeatTeams, findTeams, insertTeam, saveSeatTeams } from '#server/teams/store.ts';

type Making = Deed & { contractId: string; newId: () => string };

/** Puts seats into teams by name, as part of a write; a team that is new is made. */
export async function putIntoTeams(
  tx: Transaction,
  { contractId, at, by, newId }: Making,
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
  const before = await findSeatTeams(
    tx,
    contractId,
    seats.map(({ seat }) => seat),
  );
  const moved = seats.filter(({ seat, team }) => before.get(seat) !== team);
  const changes = moved.map(({ seat, team }) => {
    return { what: 'team.changed', subject: seat, before: before.get(seat) ?? null, after: team };
  });
  await recordChanges(tx, contractId, { at, by }, changes);
  const ids = seats.map(({ seat, team }) => ({ seat, team: teams.get(team)?.id ?? '' }));
  await saveSeatTeams(tx, contractId, ids);
}
