import type { Credentials } from '#extension/state/credentials.ts';
import { database } from '#extension/state/database.ts';
import type { Slot } from '#extension/state/kept.ts';

/**
 * Where the token lives: in the extension origin's IndexedDB and nowhere else. `storage.local`
 * would hand it to every content script, and so to a page that got hold of one.
 */
export const vault: Slot<Credentials> = {
  read: async () => (await (await database()).get('vault', 'credentials')) ?? null,
  write: async (value) => void (await (await database()).put('vault', value, 'credentials')),
  clear: async () => (await database()).delete('vault', 'credentials'),
};
