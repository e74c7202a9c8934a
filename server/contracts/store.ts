import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Batcher, Reader, Transaction } from '#server/db/database.ts';
import { contractTable, sourceChangeTable, termsVersionTable } from '#server/db/schema.ts';
import { pilotVersionTable, retentionVersionTable } from '#server/db/version-schema.ts';
import type { SourceChange } from '#server/contracts/sources.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import { readTerms } from '#shared/policy/terms-rules.ts';
import { layTerms, PROFILES, type ProfileName, type Terms } from '#shared/policy/terms.ts';
import type { Author } from '#shared/wire/author.ts';

export type ContractRow = typeof contractTable.$inferSelect;

/** A contract with the terms in force. */
export type Contract = Readonly<ContractRow & { terms: Terms; termsVersion: number }>;

/** Terms as they were stored, whole. */
export function termsFrom(profile: ProfileName, stored: unknown): Terms {
  const read = readTerms(stored);
  if (!read.ok) throw new Error(`Stored terms cannot be read: ${read.fault.detail}`);
  return layTerms(PROFILES[profile], read.value);
}

function contractOf(
  row: ContractRow | undefined,
  version: { terms: unknown; version: number } | undefined,
): Contract | null {
  if (row === undefined || version === undefined) return null;
  const terms = termsFrom(row.profile, version.terms);
  return { ...row, terms, termsVersion: version.version };
}

export const contractQuery = (reader: Reader, id: string) =>
  reader.select().from(contractTable).where(eq(contractTable.id, id));

const termsQuery = (reader: Reader, id: string) =>
  reader
    .select()
    .from(termsVersionTable)
    .where(eq(termsVersionTable.contractId, id))
    .orderBy(desc(termsVersionTable.version))
    .limit(1);

export const firstTermsQuery = (reader: Reader, id: string) =>
  reader
    .select()
    .from(termsVersionTable)
    .where(and(eq(termsVersionTable.contractId, id), eq(termsVersionTable.version, 1)));

/** The contract as a transaction sees it. */
export async function loadContract(tx: Transaction, id: string): Promise<Contract | null> {
  const [row] = await contractQuery(tx, id);
  const [version] = await termsQuery(tx, id);
  return contractOf(row, version);
}

export async function readContract(reader: Batcher & Reader, id: string): Promise<Contract | null> {
  const [[row], [version]] = await reader.batch([
    contractQuery(reader, id),
    termsQuery(reader, id),
  ]);
  return contractOf(row, version);
}

export async function listContracts(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader
    .select({ id: contractTable.id, name: contractTable.name })
    .from(contractTable)
    .orderBy(contractTable.id);
}

/** A contract with the first version of all that it can be set to. */
export async function insertContract(tx: Transaction, row: ContractRow, by: Author): Promise<void> {
  const { id, profile, createdAt: at } = row;
  await tx.insert(contractTable).values(row);
  await insertTerms(tx, id, { version: 1, terms: PROFILES[profile], at, by });
  const first = { contractId: id, version: 1, recordedAt: at, recordedBy: by };
  const { mode, sharePercent, namedSeats, partialAcceptedAt, retentionDays: days } = row;
  const pilot = { mode, sharePercent, namedSeats, partialAcceptedAt };
  await tx.insert(pilotVersionTable).values({ ...first, ...pilot });
  await tx.insert(retentionVersionTable).values({ ...first, days });
}

/** Versions are kept whole, so that none changes with the product's own profiles. */
export async function insertTerms(
  tx: Transaction,
  contractId: string,
  { version, terms, at, by }: { version: number; terms: Terms; at: Instant; by: Author },
): Promise<void> {
  const stored = { ...terms, effectiveFrom: formatInstant(terms.effectiveFrom) };
  const recorded = { recordedAt: at, recordedBy: by };
  await tx.insert(termsVersionTable).values({ contractId, version, terms: stored, ...recorded });
}

/** Each time that the contract's ledger was given to another source, in their order. */
export async function loadSourceChanges(tx: Transaction, id: string): Promise<SourceChange[]> {
  const { at, before, after, seq } = sourceChangeTable;
  return tx
    .select({ at, before, after })
    .from(sourceChangeTable)
    .where(eq(sourceChangeTable.contractId, id))
    .orderBy(asc(at), asc(seq));
}

/** Gives the contract's ledger to another source: InMails sent after `at` are its own. */
export async function saveSource(
  tx: Transaction,
  { id, overlayUntil }: Contract,
  { at, before, after }: SourceChange,
  recordedBy: Author,
): Promise<void> {
  await tx.insert(sourceChangeTable).values({ contractId: id, at, before, after, recordedBy });
  const until = before === 'overlay' ? at : overlayUntil;
  await tx
    .update(contractTable)
    .set({ source: after, sourceSince: at, overlayUntil: until })
    .where(eq(contractTable.id, id));
}

/** From now on everything is recorded later than `at`. */
export async function passInstant(tx: Transaction, id: string, at: Instant): Promise<void> {
  await tx
    .update(contractTable)
    .set({ lastRecordedAt: sql`max(${contractTable.lastRecordedAt}, ${at})` })
    .where(eq(contractTable.id, id));
}

/** What a contract's notices say beside the policy. */
export type Advice = Pick<ContractRow, 'relationshipManager' | 'trainingLinks'>;

export async function saveAdvice(tx: Transaction, id: string, advice: Advice): Promise<void> {
  await tx.update(contractTable).set(advice).where(eq(contractTable.id, id));
}
