import { recordAdvice } from '#server/contracts/change-advice.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { insertContract, loadContract, type ContractRow } from '#server/contracts/store.ts';
import { DEFAULT_RETENTION_DAYS } from '#server/db/schema.ts';
import type { ProfileName } from '#shared/policy/terms.ts';

export type NewContract = {
  id?: string | undefined;
  /** As Recruiter's navigation names it. */
  name: string;
  profile: ProfileName;
  source: ContractRow['source'];
  relationshipManager: string | null;
};

/** Thrown when an id that was asked for is taken. */
export class IdTaken extends Error {
  override readonly name = 'IdTaken';
}

/** An id that people can read and type: the name in lower case, its other characters as dashes. */
function idFromName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const id = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return id === '' ? 'contract' : id.slice(0, 60);
}

/**
 * A new contract, in observation: everything is computed, and nothing shown to recruiters.
 * @param newKey makes 32 bytes as base64url; with them browsers hash recipients.
 * @throws IdTaken
 */
export async function createContract(
  { database, now, by }: Pick<LedgerContext, 'database' | 'now' | 'by'>,
  wanted: NewContract,
  newKey: () => string,
): Promise<ContractRow> {
  return database.write(async (tx) => {
    const base = wanted.id ?? idFromName(wanted.name);
    let id = base;
    for (let next = 2; (await loadContract(tx, id)) !== null; next += 1) {
      if (wanted.id !== undefined) throw new IdTaken(`There is a contract "${id}" already.`);
      id = `${base}-${next}`;
    }
    const createdAt = now();
    const { name, profile, source, relationshipManager } = wanted;
    const kept = { id, name, profile, source, relationshipManager, createdAt };
    const pilot = { mode: 'observe', sharePercent: 100, namedSeats: [] } as const;
    const row: ContractRow = {
      ...kept,
      ...pilot,
      namedSeats: [],
      sourceSince: createdAt,
      partialAcceptedAt: null,
      overlayUntil: null,
      recipientKey: newKey(),
      lastRecordedAt: createdAt - 1,
      retentionDays: DEFAULT_RETENTION_DAYS,
      surfacesOff: [],
      trainingLinks: [],
    };
    await insertContract(tx, row, by);
    if (relationshipManager !== null) {
      await recordAdvice(tx, id, { at: createdAt, by }, { before: null, after: row });
    }
    return row;
  });
}
