import { listContracts } from '#server/contracts/store.ts';
import type { Database } from '#server/db/database.ts';
import { firstDue } from '#server/standing/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** How long the check that has waited longest is overdue, over all contracts; 0 where none is. */
export async function overdueMs(database: Database, now: Instant): Promise<number> {
  let longest = 0;
  for (const { id } of await database.read(listContracts)) {
    const due = await database.read((reader) => firstDue(reader, id, now));
    if (due !== null) longest = Math.max(longest, now - due);
  }
  return longest;
}
