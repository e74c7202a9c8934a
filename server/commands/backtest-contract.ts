import { readContract } from '#server/contracts/store.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';

/** A contract's ledger, and the terms that are in force there. @throws ContractUnknown */
export async function readContractHistory(
  { database }: LedgerContext,
  id: string,
): Promise<{ events: LedgerEvent[]; inForce: TriedTerms }> {
  const contract = await database.read((reader) => readContract(reader, id));
  if (contract === null) throw new ContractUnknown(`There is no contract "${id}".`);
  const events = (await exportLedger(database, id)).map((raw): LedgerEvent => {
    const parsed = parseEvent(raw);
    if (!parsed.ok) throw new Error(`The ledger cannot be read: ${parsed.fault.detail}`);
    return parsed.value;
  });
  return { events, inForce: { profile: contract.profile, terms: contract.terms } };
}
