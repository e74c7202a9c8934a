import { eq, getTableName, inArray, sql, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { recordedChangeTable } from '#server/db/audit-schema.ts';
import type { Reader, Transaction } from '#server/db/database.ts';
import { bulkHeldTable } from '#server/db/hold-schema.ts';
import {
  deviceTable,
  invitationTable,
  leadTeamTable,
  memberTable,
} from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import { deviceRequestTable, personTable } from '#server/db/person-schema.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import {
  contractTable,
  inmailTable,
  observedResponseTable,
  observedSendTable,
  responseTable,
  seatEventTable,
  seatTable,
  sourceChangeTable,
  standingChangeTable,
  teamTable,
  termsVersionTable,
} from '#server/db/schema.ts';
import { surfaceMissTable } from '#server/db/surface-schema.ts';
import { usageReportTable } from '#server/db/usage-schema.ts';
import {
  pilotVersionTable,
  removalPassTable,
  retentionVersionTable,
} from '#server/db/version-schema.ts';
import { webhookEndpointTable, webhookMessageTable } from '#server/db/webhook-schema.ts';

type OfContract = SQLiteTable & { contractId: Column };

/** All that a contract has, in the order in which it can go: nothing before what points at it. */
const TABLES: readonly OfContract[] = [
  standingChangeTable,
  responseTable,
  inmailTable,
  seatEventTable,
  observedResponseTable,
  observedSendTable,
  bulkHeldTable,
  surfaceMissTable,
  usageReportTable,
  reviewTable,
  webhookMessageTable,
  webhookEndpointTable,
  deviceTable,
  deviceRequestTable,
  invitationTable,
  leadTeamTable,
  memberTable,
  recordedChangeTable,
  sourceChangeTable,
  termsVersionTable,
  pilotVersionTable,
  retentionVersionTable,
  seatTable,
  teamTable,
];

/** How many rows, by the name of their table; those of which there are none are left out. */
export type RowCounts = Readonly<Record<string, number>>;

/**
 * People who were in a contract and are known in no other: they have no place there, no browser that
 * was theirs, and no review that they asked for.
 */
async function findItsOwnPeople(reader: Reader, contractId: string): Promise<string[]> {
  const anywhere = sql`
    select contract_id, person_id from member union all
    select contract_id, person_id from seat union all
    select contract_id, person_id from device union all
    select contract_id, person_id from review`;
  const rows = await reader.all<{ id: string }>(sql`
    with known as (${anywhere} union all
      select i.contract_id, p.id from invitation i join person p on p.email = i.email
      where i.contract_id = ${contractId})
    select distinct person_id as id from known where contract_id = ${contractId}
      and person_id is not null and person_id not in (
        select person_id from (${anywhere})
        where contract_id <> ${contractId} and person_id is not null)`);
  return rows.map(({ id }) => id);
}

/** What would go with a contract, counted. */
export async function countOfContract(reader: Reader, contractId: string): Promise<RowCounts> {
  const counts: [string, number][] = [];
  for (const table of TABLES) {
    const [found] = await reader
      .select({ count: sql<number>`count(*)` })
      .from(table)
      .where(eq(table.contractId, contractId));
    counts.push([getTableName(table), found?.count ?? 0]);
  }
  const people = await findItsOwnPeople(reader, contractId);
  return thoseThereAre([...counts, ['contract', 1], ['person', people.length]]);
}

/** Removes every row of a contract, and the people who are known nowhere else. */
export async function removeRows(tx: Transaction, contractId: string): Promise<RowCounts> {
  const people = await findItsOwnPeople(tx, contractId);
  const counts: [string, number][] = [];
  await tx.insert(removalPassTable).values({ contractId });
  for (const table of TABLES) {
    const removed = await tx.delete(table).where(eq(table.contractId, contractId));
    counts.push([getTableName(table), removed.rowsAffected]);
  }
  await tx.delete(contractTable).where(eq(contractTable.id, contractId));
  await tx.delete(removalPassTable);
  // How they signed in, and where they are signed in, goes with them.
  await tx.delete(personTable).where(inArray(personTable.id, named(people)));
  return thoseThereAre([...counts, ['contract', 1], ['person', people.length]]);
}

const thoseThereAre = (counts: readonly [string, number][]): RowCounts =>
  Object.fromEntries(counts.filter(([, count]) => count > 0));
