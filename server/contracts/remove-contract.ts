import { countOfContract, removeRows, type RowCounts } from '#server/contracts/removal-store.ts';
import { loadContract, readContract } from '#server/contracts/store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';

export type RemovalOutcome =
  | { ok: true; name: string; rows: RowCounts }
  | { ok: false; code: 'name_differs' };

type Context = Pick<LedgerContext, 'database'>;

/**
 * What would go with a contract.
 * @throws ContractUnknown
 */
export async function previewRemoval(
  { database }: Context,
  contractId: string,
): Promise<{ name: string; rows: RowCounts }> {
  return database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    return { name: contract.name, rows: await countOfContract(reader, contractId) };
  });
}

/**
 * Removes a contract with everything that is kept of it, in one write: nobody sees a part of it, and
 * nobody is told.
 * @param confirmed its name: who removes something for good says what.
 * @throws ContractUnknown
 */
export async function removeContract(
  { database }: Context,
  contractId: string,
  confirmed: string,
): Promise<RemovalOutcome> {
  const outcome = await database.write<RemovalOutcome>(async (tx) => {
    const contract = await loadContract(tx, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    if (contract.name !== confirmed) return { ok: false, code: 'name_differs' };
    return { ok: true, name: contract.name, rows: await removeRows(tx, contractId) };
  });
  // What was removed is to be in no log of the database either.
  if (outcome.ok) await database.emptyLog();
  return outcome;
}
