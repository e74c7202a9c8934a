import { readContract } from '#server/contracts/store.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';

/** A contract's ledger, and the terms that are in force there. @throws ContractUnknown */
export async function readContractHistory(
  { database }: LedgerContext,
  id: string,
): Promise<{ events: LedgerEvent[]; inForce: TriedTerms }> {
  const contract = await database.read((reader) => readContract(reader, id));
  if (contract === null) throw new ContractUnknown(id);
  const events = (await exportLedger(database, id)).map(keptEvent);
  return { events, inForce: { profile: contract.profile, terms: contract.terms } };
}
