import { asc, eq } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { recordedChangeTable } from '#server/db/audit-schema.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { deviceTable, invitationTable, memberTable } from '#server/db/identity-schema.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import {
  contractTable,
  seatEventTable,
  sourceChangeTable,
  standingChangeTable,
  termsVersionTable,
} from '#server/db/schema.ts';
import { pilotVersionTable, retentionVersionTable } from '#server/db/version-schema.ts';
import { webhookEndpointTable } from '#server/db/webhook-schema.ts';
import type { Deed } from '#server/ledger/author.ts';

export type ChangeMade = Readonly<{
  what: string;
  subject: string | null;
  before: string | null;
  after: string | null;
}>;

/** Records changes that leave no version behind, in the write that makes them. */
export async function recordChanges(
  tx: Transaction,
  contractId: string,
  { at, by: recordedBy }: Deed,
  changes: readonly ChangeMade[],
): Promise<void> {
  const rows = changes.map((change) => ({ contractId, at, recordedBy, ...change }));
  await insertRows(tx, recordedChangeTable, rows);
}

export async function recordChange(
  tx: Transaction,
  contractId: string,
  deed: Deed,
  change: ChangeMade,
): Promise<void> {
  await recordChanges(tx, contractId, deed, [change]);
}

export type AuditRows = Awaited<ReturnType<typeof readAuditRows>>;

/** Everything that says who changed what, table by table, each in its order. */
export async function readAuditRows(reader: Reader, contractId: string) {
  return {
    contract: await reader.select().from(contractTable).where(eq(contractTable.id, contractId)),
    changes: await reader
      .select()
      .from(standingChangeTable)
      .where(eq(standingChangeTable.contractId, contractId))
      .orderBy(asc(standingChangeTable.at), asc(standingChangeTable.seq)),
    events: await reader
      .select()
      .from(seatEventTable)
      .where(eq(seatEventTable.contractId, contractId))
      .orderBy(asc(seatEventTable.recordedAt), asc(seatEventTable.seq)),
    terms: await reader
      .select()
      .from(termsVersionTable)
      .where(eq(termsVersionTable.contractId, contractId))
      .orderBy(asc(termsVersionTable.version)),
    pilots: await reader
      .select()
      .from(pilotVersionTable)
      .where(eq(pilotVersionTable.contractId, contractId))
      .orderBy(asc(pilotVersionTable.version)),
    retentions: await reader
      .select()
      .from(retentionVersionTable)
      .where(eq(retentionVersionTable.contractId, contractId))
      .orderBy(asc(retentionVersionTable.version)),
    sources: await reader
      .select()
      .from(sourceChangeTable)
      .where(eq(sourceChangeTable.contractId, contractId))
      .orderBy(asc(sourceChangeTable.at), asc(sourceChangeTable.seq)),
    reviews: await reader.select().from(reviewTable).where(eq(reviewTable.contractId, contractId)),
    endpoints: await reader
      .select()
      .from(webhookEndpointTable)
      .where(eq(webhookEndpointTable.contractId, contractId)),
    devices: await reader.select().from(deviceTable).where(eq(deviceTable.contractId, contractId)),
    invitations: await reader
      .select()
      .from(invitationTable)
      .where(eq(invitationTable.contractId, contractId)),
    members: await reader.select().from(memberTable).where(eq(memberTable.contractId, contractId)),
    recorded: await reader
      .select()
      .from(recordedChangeTable)
      .where(eq(recordedChangeTable.contractId, contractId))
      .orderBy(asc(recordedChangeTable.at), asc(recordedChangeTable.seq)),
  };
}
