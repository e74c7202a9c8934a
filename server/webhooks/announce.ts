import type { Transaction } from '#server/db/database.ts';
import type { Happening } from '#server/webhooks/happenings.ts';
import { insertMessages, liveEndpoints, type NewMessage } from '#server/webhooks/store.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';

/** The body as it goes out: the convention's type, timestamp and data, and its place in the order. */
function payloadOf(contractId: string, { type, at, data }: Happening, sequence: number): string {
  const timestamp = formatInstant(at);
  return JSON.stringify({ type, timestamp, sequence, data: { contract: contractId, ...data } });
}

/**
 * Notes what has happened for every endpoint of a contract, in the transaction that makes it happen:
 * what is undone is told to nobody, and what is committed is told, whenever the server dies.
 */
export async function announce(
  tx: Transaction,
  contractId: string,
  happenings: readonly Happening[],
  now: Instant,
): Promise<void> {
  if (happenings.length === 0) return;
  for (const { id: endpointId, lastSequence } of await liveEndpoints(tx, contractId)) {
    const counts = new Map<string, number>();
    const messages = happenings.map((happening, index): NewMessage => {
      const { type, key } = happening;
      const name = `${key}:${type}`;
      // One write may bring the same about twice; another write has other keys.
      const times = (counts.get(name) ?? 0) + 1;
      counts.set(name, times);
      const sequence = lastSequence + index + 1;
      return {
        sequence,
        eventKey: `${name}:${times}`,
        type,
        payload: payloadOf(contractId, happening, sequence),
      };
    });
    await insertMessages(tx, { contractId, endpointId }, messages, now);
  }
}
