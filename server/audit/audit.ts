import { z } from 'zod';
import { auditOf } from '#server/audit/entries.ts';
import { readNames } from '#server/audit/name-store.ts';
import { readAuditRows } from '#server/audit/store.ts';
import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { csvOf } from '#server/team/csv.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import { auditEntrySchema, type AuditEntry } from '#shared/wire/audit.ts';

/** From `since` on, up to but not including `until`. */
export type AuditSpan = { since: Instant; until: Instant };

/**
 * Who changed what when, as far as it is kept; checks that are due are made first.
 * @throws ContractUnknown
 */
export async function readAudit(
  context: CheckContext,
  contractId: string,
  { since, until }: AuditSpan,
): Promise<AuditEntry[]> {
  await makeDueChecks(context, contractId);
  return context.database.read(async (reader) => {
    if ((await readContract(reader, contractId)) === null) {
      throw new ContractUnknown(contractId);
    }
    const entries = auditOf(await readAuditRows(reader, contractId));
    const nameOf = await readNames(reader, contractId);
    return entries
      .filter(({ at }) => since <= at && at < until)
      .map((entry) => ({ ...entry, byName: nameOf(entry.by) }));
  });
}

/** Columns that came later are the last, so that who reads the others by their place goes on. */
export function csvOfAudit(entries: readonly AuditEntry[]): string {
  return csvOf(entries, {
    at: ({ at }) => formatInstant(at),
    by_role: ({ by }) => by?.role ?? null,
    by_id: ({ by }) => by?.id ?? null,
    what: ({ what }) => what,
    subject: ({ subject }) => subject,
    from: ({ from }) => from,
    to: ({ to }) => to,
    reason: ({ reason }) => reason,
    by_name: ({ byName }) => byName,
    seat: ({ seat }) => seat,
  });
}

export function ndjsonOfAudit(entries: readonly AuditEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(z.encode(auditEntrySchema, entry))}\n`).join('');
}
