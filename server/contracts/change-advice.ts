import { recordChange } from '#server/audit/store.ts';
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
    const [before, after] = [
      JSON.stringify({ relationshipManager, trainingLinks }),
      JSON.stringify(advice),
    ];
    const change = { what: 'advice.changed', subject: null, before, after };
    if (before !== after) await recordChange(tx, contractId, { at: now(), by }, change);
    return advice;
  });
}
