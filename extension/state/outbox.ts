import { database } from '#extension/state/database.ts';
import type { KeptReading } from '#extension/state/kept.ts';
import type { AsideEntry, OutboxEntry, QueuedEntry } from '#extension/state/outbox-entry.ts';

/** Everything that was seen and not yet reported, in order, kept across any kill of the worker. */
export type Outbox = {
  /**
   * Keeps them all or none. One whose id waits already is the same one, told twice; so is an answer
   * of the inbox that was ever kept, as the inbox shows it for weeks.
   */
  add(entries: readonly OutboxEntry[]): Promise<void>;
  /** The first entries of an account, at most `limit`. */
  head(account: string, limit: number): Promise<readonly QueuedEntry[]>;
  /**
   * Forgets what the server has taken, sets aside what it refused, and keeps the reading that
   * counts it, in one step: an InMail is never in both, and never in neither.
   */
  settle(settlement: Settlement): Promise<void>;
  /** All that waits, in order. */
  waiting(account: string): Promise<readonly OutboxEntry[]>;
  countAside(account: string): Promise<number>;
};

export type RefusedEntry = { queued: QueuedEntry; code: string };

export type Settlement = {
  taken: readonly QueuedEntry[];
  refused: readonly RefusedEntry[];
  reading: KeptReading | null;
};

// Strict: what was observed is on the disk before the surface is told that it is kept.
const DURABLE = { durability: 'strict' } as const;

async function add(entries: readonly OutboxEntry[]): Promise<void> {
  const write = (await database()).transaction(['outbox', 'answers'], 'readwrite', DURABLE);
  const [waiting, answers] = [write.objectStore('outbox'), write.objectStore('answers')];
  for (const entry of entries) {
    const isAnswer = entry.kind === 'observed' && entry.observation !== null;
    const key: [string, string] = [entry.account, entry.id];
    const isKnown =
      (await waiting.index('id').getKey(entry.id)) !== undefined ||
      (isAnswer && (await answers.getKey(key)) !== undefined);
    if (isKnown) continue;
    await waiting.add(entry);
    if (isAnswer) await answers.add(Date.parse(entry.readAt), key);
  }
  await write.done;
}

async function head(account: string, limit: number): Promise<readonly QueuedEntry[]> {
  const read = (await database()).transaction('outbox');
  const byAccount = read.store.index('account');
  const [orders, entries] = await Promise.all([
    byAccount.getAllKeys(account, limit),
    byAccount.getAll(account, limit),
  ]);
  return entries.flatMap((entry, index) => {
    const order = orders[index];
    return order === undefined ? [] : [{ order, entry }];
  });
}

async function settle({ taken, refused, reading }: Settlement): Promise<void> {
  const stores = ['outbox', 'aside', 'reading'] as const;
  const write = (await database()).transaction(stores, 'readwrite', DURABLE);
  const outbox = write.objectStore('outbox');
  const keptAside = write.objectStore('aside');
  for (const { order } of taken) await outbox.delete(order);
  for (const { queued, code } of refused) {
    const entry: AsideEntry = { account: queued.entry.account, code, entry: queued.entry };
    await keptAside.add(entry);
    await outbox.delete(queued.order);
  }
  if (reading !== null) await write.objectStore('reading').put(reading, 'last');
  await write.done;
}

export const outbox: Outbox = {
  add,
  head,
  settle,
  waiting: async (account) => (await database()).getAllFromIndex('outbox', 'account', account),
  countAside: async (account) => (await database()).countFromIndex('aside', 'account', account),
};
