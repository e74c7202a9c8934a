import type { Credentials, Tokens } from '#extension/state/credentials.ts';
import { database } from '#extension/state/database.ts';
import { readCredentials } from '#extension/state/kept-credentials.ts';
import type { Pairing } from '#extension/state/pairing.ts';

/**
 * Where the tokens live, and the code of a device that waits to be approved: in the extension
 * origin's IndexedDB and nowhere else. `storage.local` would hand them to every content script, and
 * so to a page that got hold of one. Only the background worker imports this.
 *
 * Each change is one step that holds only while what it builds on is still there, so that neither a
 * person who disconnects meanwhile nor an older worker's answer brings back what is over.
 */
export type Vault = {
  read(): Promise<Credentials | null>;
  tokens(): Promise<Tokens | null>;
  /**
   * Puts others in the place of those that are spent; none, where they are good for nothing any
   * more. False, with nothing changed, where others are there already.
   */
  exchangeTokens(spent: Tokens, fresh: Tokens | null): Promise<boolean>;
  pairing(): Promise<Pairing | null>;
  /**
   * Begins to wait; a wait before it is over, and given to whoever has ended it so, with the tokens
   * that it may have brought.
   */
  startPairing(pairing: Pairing): Promise<Pairing | null>;
  /** False where another wait has begun meanwhile, or none goes on. */
  changePairing(pairing: Pairing): Promise<boolean>;
  /** The wait that is over by this, as it was at the last; null where it was over already. */
  endPairing(id: string): Promise<Pairing | null>;
  /** The wait has ended well: in its place are the connection and its tokens. */
  connect(pairing: Pairing, credentials: Credentials, tokens: Tokens): Promise<boolean>;
  /** Forgets the connection and its tokens; a wait for another goes on. */
  disconnect(): Promise<void>;
};

const STORES = ['vault', 'pairing', 'credentials'] as const;

/** On the disk before anything is built on it: a refresh token that was spent works no more. */
async function begin() {
  return (await database()).transaction(STORES, 'readwrite', { durability: 'strict' });
}

type Write = Awaited<ReturnType<typeof begin>>;

/** Makes a change where it is still called for, in one step with looking whether it is. */
async function changeIf(
  isCalledFor: (write: Write) => Promise<boolean>,
  change: (write: Write) => Promise<unknown>,
): Promise<boolean> {
  const write = await begin();
  const isDone = await isCalledFor(write);
  if (isDone) await change(write);
  await write.done;
  return isDone;
}

function whileWaiting(id: string, change: (write: Write) => Promise<unknown>): Promise<boolean> {
  return changeIf(
    async (write) => (await write.objectStore('pairing').get('current'))?.id === id,
    change,
  );
}

export const vault: Vault = {
  read: readCredentials,
  tokens: async () => (await (await database()).get('vault', 'tokens')) ?? null,
  exchangeTokens: ({ connection, refreshToken }, fresh) =>
    changeIf(
      async (write) => {
        const kept = await write.objectStore('vault').get('tokens');
        return kept?.connection === connection && kept.refreshToken === refreshToken;
      },
      async (write) => {
        const store = write.objectStore('vault');
        await (fresh === null ? store.delete('tokens') : store.put(fresh, 'tokens'));
      },
    ),
  pairing: async () => (await (await database()).get('pairing', 'current')) ?? null,
  async startPairing(pairing) {
    const write = await begin();
    const before = await write.objectStore('pairing').get('current');
    await write.objectStore('pairing').put(pairing, 'current');
    await write.done;
    return before ?? null;
  },
  changePairing: (pairing) =>
    whileWaiting(pairing.id, (write) => write.objectStore('pairing').put(pairing, 'current')),
  async endPairing(id) {
    const write = await begin();
    const waiting = await write.objectStore('pairing').get('current');
    const ended = waiting?.id === id ? waiting : null;
    if (ended !== null) await write.objectStore('pairing').delete('current');
    await write.done;
    return ended;
  },
  connect: ({ id }, credentials, tokens) =>
    whileWaiting(id, async (write) => {
      await write.objectStore('vault').put(tokens, 'tokens');
      await write.objectStore('credentials').put(credentials, 'current');
      await write.objectStore('pairing').delete('current');
    }),
  async disconnect() {
    const write = await begin();
    await write.objectStore('vault').delete('tokens');
    await write.objectStore('credentials').delete('current');
    await write.done;
  },
};
