import type { LedgerContext } from '#server/ledger/ledger.ts';
import { findHolds, insertHolds } from '#server/pilots/hold-store.ts';
import type { Hold, HoldReceipt } from '#shared/wire/holds.ts';

/**
 * Keeps which bulk sends a seat's extension held back, each once; nothing is held later than now.
 * They are no part of the ledger, and change no standing.
 */
export async function keepHolds(
  { database, now }: Pick<LedgerContext, 'database' | 'now'>,
  contractId: string,
  seat: string,
  holds: readonly Hold[],
): Promise<HoldReceipt> {
  const latest = now();
  const byId = new Map(holds.map((hold) => [hold.id, { ...hold, at: Math.min(hold.at, latest) }]));
  return database.write(async (tx) => {
    const known = await findHolds(tx, contractId, [...byId.keys()]);
    const fresh = [...byId.values()].filter(({ id }) => !known.has(id));
    await insertHolds(tx, contractId, seat, fresh);
    return { accepted: fresh.length, duplicates: holds.length - fresh.length };
  });
}
