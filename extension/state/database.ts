import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Credentials, Tokens } from '#extension/state/credentials.ts';
import type { AsideEntry, OutboxEntry } from '#extension/state/outbox-entry.ts';
import type { KeptReading, KeptSeats, PageKey } from '#extension/state/kept.ts';
import type { Pairing } from '#extension/state/pairing.ts';
import type { Instant } from '#shared/policy/instant.ts';

/**
 * The extension's own database. It belongs to the extension's origin: the background and the
 * extension's pages reach it, a content script cannot, as its IndexedDB is the page's.
 */
interface Schema extends DBSchema {
  /** These two are the worker's alone. */
  vault: { key: 'tokens'; value: Tokens };
  pairing: { key: 'current'; value: Pairing };
  credentials: { key: 'current'; value: Credentials };
  /** Keyed by the order of arrival. */
  outbox: { key: number; value: OutboxEntry; indexes: { account: string; id: string } };
  /** What the server refused for good. */
  aside: { key: number; value: AsideEntry; indexes: { account: string } };
  /** The answers in the inbox that were kept once, by account and id. */
  answers: { key: [account: string, id: string]; value: Instant };
  reading: { key: 'last'; value: KeptReading };
  /** Keyed by the page of the list. */
  seats: { key: PageKey; value: KeptSeats };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | null = null;

/** The one connection of this context, opened at the first need. */
export function database(): Promise<Database> {
  opened ??= open();
  return opened;
}

function createFirstStores(db: Database): void {
  db.createObjectStore('vault');
  const outbox = db.createObjectStore('outbox', { autoIncrement: true });
  outbox.createIndex('account', 'account');
  outbox.createIndex('id', 'id', { unique: true });
  db.createObjectStore('aside', { autoIncrement: true }).createIndex('account', 'account');
  db.createObjectStore('reading');
  db.createObjectStore('seats');
}

function open(): Promise<Database> {
  const forget = (): void => {
    opened = null;
  };
  const opening = openDB<Schema>('good-standing', 3, {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) createFirstStores(db);
      if (oldVersion < 2) db.createObjectStore('answers');
      if (oldVersion < 3) {
        db.createObjectStore('pairing');
        db.createObjectStore('credentials');
        // A token that somebody pasted is good for nothing any more.
        await transaction.objectStore('vault').clear();
      }
    },
    // An updated extension waits for this; the next need opens it anew.
    blocking(_current, _blocked, event) {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}
