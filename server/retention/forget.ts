import { recordChange } from '#server/audit/store.ts';
import { loadContract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { holdsSeat, renameBesides, renameInTransfers } from '#server/retention/forget-store.ts';

export type ForgetOutcome =
  | { ok: true; pseudonym: string; transfers: number }
  | { ok: false; code: 'still_holds' | 'person_unknown' };

/**
 * Forgets who held seats of a contract before: the ledger calls them by a name that says nothing,
 * the same everywhere, so that every standing stays as it is. Who holds a seat now stays.
 * @throws ContractUnknown
 */
export async function forgetHolder(
  { database, now, newId, by }: LedgerContext,
  contractId: string,
  holder: string,
): Promise<ForgetOutcome> {
  const outcome = await database.write<ForgetOutcome>(async (tx) => {
    if ((await loadContract(tx, contractId)) === null) {
      throw new ContractUnknown(contractId);
    }
    if (await holdsSeat(tx, contractId, holder)) return { ok: false, code: 'still_holds' };
    const pseudonym = `Former holder ${newId().slice(0, 8)}`;
    const transfers = await renameInTransfers(tx, contractId, holder, pseudonym);
    if (transfers === 0) return { ok: false, code: 'person_unknown' };
    await renameBesides(tx, contractId, holder, pseudonym);
    const change = { what: 'person.forgotten', subject: null, before: null, after: pseudonym };
    await recordChange(tx, contractId, { at: now(), by }, change);
    return { ok: true, pseudonym, transfers };
  });
  // The name is to be in no log of the database either.
  if (outcome.ok) await database.emptyLog();
  return outcome;
}
