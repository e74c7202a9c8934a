import type { Database } from '#server/db/database.ts';
import { readLedger, type RecordedEvent } from '#server/ledger/export-store.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { FOLD_RANK, isEventType } from '#shared/policy/events.ts';
import { formatInstant } from '#shared/policy/instant.ts';

function rankOf({ raw }: RecordedEvent): number {
  const { type } = raw;
  return isEventType(type) ? FOLD_RANK[type] : 0;
}

/** As `exportLedger`, of what was read. */
export function exportOf(recorded: readonly RecordedEvent[]): RawEvent[] {
  return recorded
    .toSorted((one, other) => one.recordedAt - other.recordedAt || rankOf(one) - rankOf(other))
    .map(({ raw, recordedAt }) => ({ ...raw, recordedAt: formatInstant(recordedAt) }));
}

/**
 * A contract's whole ledger as objects of the interchange format, each with the instant at which it
 * was recorded, in the order of the fold. It replays to exactly the standings that the server holds.
 */
export async function exportLedger(database: Database, contractId: string): Promise<RawEvent[]> {
  return exportOf(await database.read((reader) => readLedger(reader, contractId)));
}
