import { asc, eq, sql } from 'drizzle-orm';
import type { Batcher, Reader, Transaction } from '#server/db/database.ts';
import { contractTable, seatTable } from '#server/db/schema.ts';
import { pilotVersionTable } from '#server/db/version-schema.ts';
import type { ContractRow } from '#server/contracts/store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Author } from '#shared/wire/author.ts';
import type { PilotState } from '#shared/wire/pilot.ts';

export type PilotSettings = Pick<
  ContractRow,
  'mode' | 'sharePercent' | 'namedSeats' | 'partialAcceptedAt'
>;

/** Sets a contract's pilot, as its next version. */
export async function savePilot(
  tx: Transaction,
  contractId: string,
  settings: PilotSettings,
  { recordedAt, by }: { recordedAt: Instant; by: Author },
): Promise<void> {
  await tx.update(contractTable).set(settings).where(eq(contractTable.id, contractId));
  const next = sql<number>`(select coalesce(max(version), 0) + 1 from pilot_version
    where contract_id = ${contractId})`;
  await tx
    .insert(pilotVersionTable)
    .values({ contractId, version: next, recordedAt, recordedBy: by, ...settings });
}

const versionsQuery = (reader: Reader, contractId: string) =>
  reader
    .select()
    .from(pilotVersionTable)
    .where(eq(pilotVersionTable.contractId, contractId))
    .orderBy(asc(pilotVersionTable.version));

const countsQuery = (reader: Reader, contractId: string) =>
  reader
    .select({ mode: seatTable.mode, count: sql<number>`count(*)` })
    .from(seatTable)
    .where(eq(seatTable.contractId, contractId))
    .groupBy(seatTable.mode);

/** How a contract's pilot was set, from its beginning, and how many seats are in which mode. */
export async function readPilot(
  reader: Batcher & Reader,
  contractId: string,
): Promise<PilotState | null> {
  const [versions, counts] = await reader.batch([
    versionsQuery(reader, contractId),
    countsQuery(reader, contractId),
  ]);
  const said = versions.map(({ contractId: _own, recordedBy, ...row }) => ({
    ...row,
    recordedBy: recordedBy ?? null,
  }));
  const current = said.at(-1);
  if (current === undefined) return null;
  const seats = { observe: 0, inform: 0, enforce: 0 };
  for (const { mode, count } of counts) seats[mode] = count;
  return { ...current, seats, versions: said };
}
