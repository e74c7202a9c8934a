import { sql } from 'drizzle-orm';
import type { Transaction } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';

/** Says which team seats belong to. */
export async function saveTeams(
  tx: Transaction,
  contractId: string,
  teams: readonly { seat: string; team: string }[],
): Promise<void> {
  if (teams.length === 0) return;
  await tx.run(sql`
    update seat set team = j.value ->> 1
    from ${jsonRows(teams.map(({ seat, team }) => [seat, team]))} j
    where seat.contract_id = ${contractId} and seat.id = j.value ->> 0`);
}
