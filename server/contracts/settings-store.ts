import { asc, eq } from 'drizzle-orm';
import { contractQuery, termsFrom } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { sourceChangeTable, termsVersionTable } from '#server/db/schema.ts';
import { retentionVersionTable } from '#server/db/version-schema.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import type { ContractSettings } from '#shared/wire/contract.ts';

const termsQuery = (reader: Reader, id: string) =>
  reader
    .select()
    .from(termsVersionTable)
    .where(eq(termsVersionTable.contractId, id))
    .orderBy(asc(termsVersionTable.version));

const sourcesQuery = (reader: Reader, id: string) =>
  reader
    .select()
    .from(sourceChangeTable)
    .where(eq(sourceChangeTable.contractId, id))
    .orderBy(asc(sourceChangeTable.at), asc(sourceChangeTable.seq));

const retentionQuery = (reader: Reader, id: string) =>
  reader
    .select()
    .from(retentionVersionTable)
    .where(eq(retentionVersionTable.contractId, id))
    .orderBy(asc(retentionVersionTable.version));

/** What a contract is set to with all that it was set to before, as of one moment. */
export async function readSettings(
  reader: Batcher & Reader,
  contractId: string,
): Promise<ContractSettings | null> {
  const [[contract], terms, sources, retention] = await reader.batch([
    contractQuery(reader, contractId),
    termsQuery(reader, contractId),
    sourcesQuery(reader, contractId),
    retentionQuery(reader, contractId),
  ]);
  if (contract === undefined) return null;
  const { id, name, createdAt, profile, source } = contract;
  const { relationshipManager, trainingLinks } = contract;
  return {
    id,
    name,
    createdAt,
    relationshipManager,
    trainingLinks,
    terms: {
      profile,
      version: terms.at(-1)?.version ?? 1,
      versions: terms.map(({ version, recordedAt, recordedBy, terms: stored }) => {
        const { effectiveFrom, ...plain } = termsFrom(profile, stored);
        const values = { ...plain, effectiveFrom: formatInstant(effectiveFrom) };
        return { version, recordedAt, recordedBy, terms: values };
      }),
    },
    evidence: {
      source,
      since: contract.sourceSince,
      changes: sources.map(({ before, after, at: recordedAt, recordedBy }) => {
        return { before, after, recordedAt, recordedBy };
      }),
    },
    retention: {
      days: contract.retentionDays,
      versions: retention.map(({ contractId: _own, ...row }) => row),
    },
  };
}
