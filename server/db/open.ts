import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Connections } from '#server/db/connections.ts';
import { Database } from '#server/db/database.ts';
import { assertOurs, bringUpToDate } from '#server/db/migrate.ts';
import { createForOwnerAlone, hold, type Role } from '#server/db/ownership.ts';
import {
  asUnusable,
  assertUsable,
  damaged,
  flush,
  isThere,
  keepFromOthers,
  makeFolder,
  pathOf,
  putInPlace,
} from '#server/db/place.ts';
import { retryWhileBusy, type QueueWatch } from '#server/db/write-queue.ts';

const READERS = 3;
/** Up to here the whole file is looked over at every start, in about a second at the most. */
const LOOKED_OVER_BYTES = 256 * 1024 * 1024;

const PRAGMAS = ['foreign_keys = ON', 'cache_size = -65536', 'wal_autocheckpoint = 10000'];
/** What is acknowledged is on disk, and what is removed is written over. */
export const WRITER_PRAGMAS = [...PRAGMAS, 'synchronous = FULL', 'secure_delete = ON'];
export const READER_PRAGMAS = [...PRAGMAS, 'query_only = ON'];

/**
 * Makes a database aside and puts it in its place whole, so that an empty file is never one that
 * merely waits to be filled. Of several who do so at once, the first wins.
 */
async function createDatabase(path: string): Promise<void> {
  const aside = mkdtempSync(join(dirname(path), '.good-standing-'));
  const made = join(aside, basename(path));
  try {
    createForOwnerAlone(made);
    const connections = new Connections(made, 1, WRITER_PRAGMAS);
    try {
      await connections.prepare();
      // Without a WAL yet: closing would not empty one before its last statement is collected.
      await bringUpToDate(connections);
    } finally {
      connections.client.close();
    }
    flush(made);
    putInPlace(made, path);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function lookOver({ client }: Connections, path: string): Promise<void> {
  if (statSync(path).size > LOOKED_OVER_BYTES) return;
  const { rows } = await client.execute('PRAGMA quick_check(1)');
  const found = rows[0]?.['quick_check'];
  if (found !== 'ok') throw damaged(path, typeof found === 'string' ? found : 'unknown');
}

async function connect(
  path: string,
  role: Role,
  letGo: () => void,
  watch?: QueueWatch,
): Promise<Database> {
  const writer = new Connections(path, 1, WRITER_PRAGMAS);
  try {
    await retryWhileBusy(
      async () => {
        const version = await assertOurs(writer, path);
        if (role === 'owner') await lookOver(writer, path);
        await writer.client.execute('PRAGMA journal_mode = WAL');
        await writer.prepare();
        if (version === 'older') await bringUpToDate(writer);
      },
      () => writer.replace(),
    );
    const readers = new Connections(path, READERS, READER_PRAGMAS);
    await readers.prepare();
    return new Database(writer, readers, letGo, watch);
  } catch (error) {
    writer.client.close();
    throw error;
  }
}

/**
 * Opens the database at `url`, makes it where there is none, and brings it up to date.
 * @param watch is told how long writes wait.
 * @throws DatabaseAddressFault for any address but that of a file, and DatabaseUnusable.
 */
export async function openDatabase(
  url: string,
  role: 'owner' | 'guest',
  watch?: QueueWatch,
): Promise<Database> {
  const path = pathOf(url);
  try {
    makeFolder(path);
    if (isThere(path)) assertUsable(path);
    const letGo = await hold(path, role);
    try {
      if (!isThere(path)) await createDatabase(path);
      if (role === 'owner') keepFromOthers(path);
      return await connect(path, role, letGo, watch);
    } catch (error) {
      letGo();
      throw error;
    }
  } catch (error) {
    throw asUnusable(error, path);
  }
}
