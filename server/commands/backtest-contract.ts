import {
  backtestHeld,
  foldsAgain,
  Run,
  type OnProgress,
  type Ran,
} from '#server/commands/backtest-run.ts';
import { readContract } from '#server/contracts/store.ts';
import type { Database } from '#server/db/database.ts';
import { exportLedger, streamLedger } from '#server/ledger/export.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import type { TrialOptions } from '#shared/policy/backtest.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';

/** The terms that are in force in a contract. @throws ContractUnknown */
export async function readInForce(database: Database, id: string): Promise<TriedTerms> {
  const contract = await database.read((reader) => readContract(reader, id));
  if (contract === null) throw new ContractUnknown(id);
  return { profile: contract.profile, terms: contract.terms };
}

type Reading = { now: Instant; onProgress: OnProgress; rowsAPage?: number };

/**
 * Reads a contract's ledger page by page and folds it under all of the terms as it comes. Where a
 * check needs what was let go, it is read again, into memory.
 * @throws LedgerRetained
 */
export async function backtestContract(
  database: Database,
  id: string,
  tried: readonly TrialOptions[],
  { now, onProgress, rowsAPage }: Reading,
): Promise<Ran> {
  const run = new Run(tried);
  let first: Instant | null = null;
  try {
    for await (const raws of streamLedger(database, id, rowsAPage)) {
      for (const raw of raws) {
        const event = keptEvent(raw);
        run.add(event);
        first ??= event.recordedAt;
        // How many are to come nobody counts: it is told how much of their time has passed.
        onProgress((event.recordedAt - first) / Math.max(1, now - first));
      }
    }
    return run.finish();
  } catch (error) {
    if (!foldsAgain(error)) throw error;
    const events = (await exportLedger(database, id, rowsAPage)).map(keptEvent);
    return backtestHeld(events, tried, onProgress);
  }
}
