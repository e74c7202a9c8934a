import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connections } from '#server/db/connections.ts';
import { DatabaseUnusable, faultCodeOf } from '#server/db/faults.ts';
import { assertOurs } from '#server/db/migrate.ts';
import { createForOwnerAlone, hold } from '#server/db/ownership.ts';
import {
  asUnusable,
  assertReadable,
  flush,
  makeFolder,
  putInPlace,
  restoringPath,
} from '#server/db/place.ts';
import { retryWhileBusy } from '#server/db/write-queue.ts';

/** Every table that only grows, and those that say whose they are. */
const COUNTED = [
  'contract',
  'seat',
  'inmail',
  'inmail_response',
  'seat_event',
  'standing_change',
  'observed_send',
] as const;

export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

async function countRows({ client }: Connections): Promise<Counts> {
  const columns = COUNTED.map((table) => `(select count(*) from ${table}) as ${table}`);
  const { rows } = await client.execute(`select ${columns.join(', ')}`);
  const of = (table: (typeof COUNTED)[number]): number => Number(rows[0]?.[table]);
  return {
    contract: of('contract'),
    seat: of('seat'),
    inmail: of('inmail'),
    inmail_response: of('inmail_response'),
    seat_event: of('seat_event'),
    standing_change: of('standing_change'),
    observed_send: of('observed_send'),
  };
}

async function onFile<Result>(
  path: string,
  work: (connections: Connections) => Promise<Result>,
): Promise<Result> {
  try {
    assertReadable(path);
    const connections = new Connections(path, 1, []);
    try {
      return await retryWhileBusy(
        () => work(connections),
        () => connections.replace(),
      );
    } finally {
      connections.client.close();
    }
  } catch (error) {
    throw asUnusable(error, path);
  }
}

/**
 * Looks a database file over, to its last page and reference, and counts what it holds.
 * @throws DatabaseUnusable for a file that is damaged, or not a database of this version.
 */
export function checkFile(path: string): Promise<Counts> {
  return onFile(path, async (connections) => {
    await assertOurs(connections, path);
    const [integrity] = (await connections.client.execute('pragma integrity_check(1)')).rows;
    const [reference] = (await connections.client.execute('pragma foreign_key_check')).rows;
    if (integrity?.['integrity_check'] !== 'ok' || reference !== undefined) {
      throw new DatabaseUnusable(`The file ${path} is damaged: use another.`);
    }
    return countRows(connections);
  });
}

/** A consistent copy for its owner alone, whole on the disk; a server may run meanwhile. */
async function copyInto(path: string, copy: string): Promise<{ before: Counts; after: Counts }> {
  createForOwnerAlone(copy);
  const seen = await onFile(path, async (connections) => {
    const before = await countRows(connections);
    try {
      await connections.client.execute({ sql: 'vacuum into ?', args: [copy] });
    } catch (error) {
      // A disk that is full is that of the copy.
      throw faultCodeOf(error) === 'storage_full' ? asUnusable(error, copy) : error;
    }
    return { before, after: await countRows(connections) };
  });
  flush(copy);
  return seen;
}

function refuseToOverwrite(out: string): never {
  throw new DatabaseUnusable(`${out} is there already, and is not overwritten: name another file.`);
}

/**
 * Copies the database at `path` to `out`, which appears there only when it is whole and checked.
 * @throws DatabaseUnusable
 */
export async function backUp(path: string, out: string): Promise<Counts> {
  if (existsSync(out)) refuseToOverwrite(out);
  assertReadable(path);
  makeFolder(out);
  const letGo = await hold(path, 'guest');
  const partial = `${out}.partial-${process.pid}`;
  try {
    rmSync(partial, { force: true });
    const { before, after } = await copyInto(path, partial);
    const counts = await checkFile(partial);
    const isBetween = COUNTED.every(
      (table) => before[table] <= counts[table] && counts[table] <= after[table],
    );
    if (!isBetween) throw new DatabaseUnusable(`The copy of ${path} lacks rows: it was dropped.`);
    if (!putInPlace(partial, out)) refuseToOverwrite(out);
    return counts;
  } catch (error) {
    throw asUnusable(error, out);
  } finally {
    rmSync(partial, { force: true });
    letGo();
  }
}

export type Restored = { counts: Counts; keptAside: string | null };

/** A file that cannot be read is not empty: nobody knows what it held. */
async function isEmpty(path: string): Promise<boolean> {
  try {
    return (await checkFile(path)).contract === 0;
  } catch {
    return false;
  }
}

/**
 * Puts a backup in the place of the database at `path`, and keeps the old file, with its log, under
 * the name `aside`.
 * @throws DatabaseUnusable while anybody uses the database, for a backup that does not pass the
 * check, and for a database with something in it unless it is to be replaced.
 */
export async function restore(
  backup: string,
  path: string,
  { aside, mayReplace }: { aside: string; mayReplace: boolean },
): Promise<Restored> {
  await checkFile(backup);
  makeFolder(path);
  const letGo = await hold(path, 'replacer');
  const restoring = restoringPath(path);
  let isMoving = false;
  try {
    const isThere = existsSync(path) || existsSync(`${path}-wal`);
    if (isThere && !mayReplace && !(await isEmpty(path))) {
      throw new DatabaseUnusable(
        `The database ${path} is not empty: add --replace to put the backup in its place; the file is kept aside.`,
      );
    }
    rmSync(restoring, { force: true });
    await copyInto(backup, restoring);
    const counts = await checkFile(restoring);
    // Until the last renaming a start may find no database, but this file: it says so, and stops.
    isMoving = true;
    for (const part of ['', '-wal']) {
      if (existsSync(path + part)) renameSync(path + part, aside + part);
    }
    rmSync(`${path}-shm`, { force: true });
    renameSync(restoring, path);
    flush(dirname(path));
    return { counts, keptAside: isThere ? aside : null };
  } catch (error) {
    if (!isMoving) rmSync(restoring, { force: true });
    throw asUnusable(error, path);
  } finally {
    letGo();
  }
}
