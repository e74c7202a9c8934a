import { recordChange } from '#server/audit/store.ts';
import type { Transaction } from '#server/db/database.ts';
import type { Deed } from '#server/ledger/author.ts';
import { loadContract, saveAdvice, type Advice } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';

/**
 * Changes whom notices name and where they lead to; what is left out stays.
 * @throws ContractUnknown
 */
export async function changeAdvice(
  { database, now, by }: Pick<LedgerContext, 'database' | 'now' | 'by'>,
  contractId: string,
  wanted: Partial<Advice>,
): Promise<Advice> {
  return database.write(async (tx) => {
    const contract = await loadContract(tx, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const { relationshipManager, trainingLinks } = contract;
    const advice: Advice = { relationshipManager, trainingLinks, ...wanted };
    await saveAdvice(tx, contractId, advice);
    await recordAdvice(tx, contractId, { at: now(), by }, { before: contract, after: advice });
    return advice;
  });
}

const textOf = ({ relationshipManager, trainingLinks }: Advice): string =>
  JSON.stringify({ relationshipManager, trainingLinks });

/** Writes down what advice has come to, if it has changed. @param of before: null of a new contract. */
export async function recordAdvice(
  tx: Transaction,
  contractId: string,
  deed: Deed,
  of: Readonly<{ before: Advice | null; after: Advice }>,
): Promise<void> {
  const before = of.before === null ? null : textOf(of.before);
  const after = textOf(of.after);
  if (before === after) return;
  await recordChange(tx, contractId, deed, {
    what: 'advice.changed',
    subject: null,
    before,
    after,
  });
}
