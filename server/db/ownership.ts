import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { Connections } from '#server/db/connections.ts';
import { DatabaseUnusable, isBusy } from '#server/db/faults.ts';

/**
 * Who a database is opened for. The server owns it, alone; the operator's commands are guests beside
 * it; what replaces the file is there alone.
 */
export type Role = 'owner' | 'guest' | 'replacer';

/** Locks of a small file beside the database, which the kernel lets go of however a process ends. */
const LOCKS: Readonly<Record<Role, string>> = {
  owner: 'begin immediate',
  guest: 'begin; select count(*) from sqlite_master',
  replacer: 'begin exclusive',
};

const TAKEN: Readonly<Record<Role, string>> = {
  owner: 'is served by another process, or being restored: stop that one, or name another file',
  guest: 'is being restored: try again when that is done',
  replacer: 'is in use by a server or another command: stop it first',
};

/** Makes a file for its owner alone. One that is there stays untouched: closing it would end its locks. */
export function createForOwnerAlone(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Holds the database at `path` until the answer is called, or the process ends.
 * @throws DatabaseUnusable when another holds it.
 */
export async function hold(path: string, role: Role): Promise<() => void> {
  const lock = `${path}.lock`;
  createForOwnerAlone(lock);
  accessSync(lock, constants.R_OK | constants.W_OK);
  const { client } = new Connections(lock, 1, []);
  try {
    const held = await client.transaction('deferred');
    await held.executeMultiple(`commit; ${LOCKS[role]}`);
    return () => {
      held.close();
      client.close();
    };
  } catch (error) {
    client.close();
    if (!isBusy(error)) throw error;
    throw new DatabaseUnusable(`The database ${path} ${TAKEN[role]}.`, { cause: error });
  }
}
