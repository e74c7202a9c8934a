import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { passInstant } from '#server/contracts/store.ts';
import { saveRetention } from '#server/retention/store.ts';

/** Long enough for a warning period, its grace and an Improvement Period to have passed. */
export const FEWEST_RETENTION_DAYS = 60;
export const MOST_RETENTION_DAYS = 3650;

/**
 * Sets how long a contract's ledger is kept, as the next version. What is too old by then goes with
 * the next day's round.
 * @throws ContractUnknown
 */
export async function changeRetention(
  context: LedgerContext,
  contractId: string,
  days: number,
): Promise<void> {
  await writeLedger(context, contractId, async (writing) => {
    const { tx, contract, recordedAt } = writing;
    if (contract.retentionDays !== days) {
      await saveRetention(tx, contractId, days, writing);
      await passInstant(tx, contractId, recordedAt);
    }
    return { events: [], result: null };
  });
}
