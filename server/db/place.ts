import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseUnusable, faultCodeOf } from '#server/db/faults.ts';

/** Thrown for an address that names no database this server can use. */
export class DatabaseAddressFault extends Error {
  override readonly name = 'DatabaseAddressFault';
}

/** @throws DatabaseAddressFault for any address but that of a file. */
export function pathOf(url: string): string {
  const [, path = ''] = /^file:(.+)$/.exec(url) ?? [];
  if (path === '' || path.includes(':memory:')) {
    throw new DatabaseAddressFault(
      `DATABASE_URL is the address of a file, such as file:./data/good-standing.db, not "${url}".`,
    );
  }
  const named = path.startsWith('//') ? fileURLToPath(url) : decodeURIComponent(path);
  // One file has one lock beside it, whatever links lead to it.
  return existsSync(named) ? realpathSync(named) : resolve(named);
}

/** Others on the machine read neither the folder nor the file. */
export function makeFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/**
 * A database that others may read, as a copy that somebody made by hand is, is its owner's alone
 * again; the files that the engine lays beside it take after it.
 */
export function keepFromOthers(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch (error) {
    // Another user's, who has let this one use it.
    if (!isOfSystem(error) || error.code !== 'EPERM') throw error;
  }
}

/** What was laid down in a file or a folder survives a loss of power from here on. */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Gives a file that is whole its name.
 * @returns false where another has the name already; that one stays as it is.
 */
export function putInPlace(whole: string, path: string): boolean {
  try {
    linkSync(whole, path);
  } catch (error) {
    if (existsSync(path)) return false;
    // Some disks know no second names.
    if (!existsSync(whole)) throw error;
    renameSync(whole, path);
  }
  flush(dirname(path));
  return true;
}

/** Where a restore lays the new database down, until it takes the place of the old one. */
export const restoringPath = (path: string): string => `${path}.restoring`;

/**
 * A database that should be there is never taken for one that is yet to be made.
 * @returns whether there is one.
 */
export function isThere(path: string): boolean {
  if (existsSync(path)) return true;
  for (const left of [`${path}-wal`, restoringPath(path)]) {
    if (!existsSync(left)) continue;
    throw new DatabaseUnusable(
      `The database ${path} is gone, but ${left} is there: bring the database back from where it was moved to, or restore a backup with "good-standing restore --replace".`,
    );
  }
  return false;
}

const RESTORE =
  'restore a backup with "good-standing restore --replace", which keeps this file aside, or name another file';

/** @throws DatabaseUnusable where there is nothing to read. */
export function assertReadable(path: string): void {
  if (!isThere(path)) throw new DatabaseUnusable(`There is no database at ${path}.`);
  const about = statSync(path);
  if (!about.isFile()) throw new DatabaseUnusable(`${path} is not a file: name another one.`);
  if (about.size === 0) throw new DatabaseUnusable(`The file ${path} is empty: name another one.`);
  accessSync(path, constants.R_OK);
}

/** @throws DatabaseUnusable where this process could not keep what it is given. */
export function assertUsable(path: string): void {
  const about = statSync(path);
  if (!about.isFile()) throw new DatabaseUnusable(`${path} is not a file: name another one.`);
  // A database that is made is never empty, not even before anything is in it.
  if (about.size === 0) {
    throw new DatabaseUnusable(`The database ${path} is damaged, for it is empty: ${RESTORE}.`);
  }
  for (const [place, what] of [
    [path, 'database'],
    [dirname(path), 'folder of the database,'],
  ] as const) {
    try {
      accessSync(place, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw new DatabaseUnusable(
        `The ${what} ${place} cannot be written by this user: give the user rights to it, or run as its owner.`,
        { cause: error },
      );
    }
  }
}

/** What the engine or the system said of the file at `path`, for the person who starts the server. */
export function asUnusable(error: unknown, path: string): unknown {
  if (error instanceof DatabaseUnusable) return error;
  const say = (words: string) => new DatabaseUnusable(words, { cause: error });
  switch (faultCodeOf(error)) {
    case 'busy':
      return say(`The database ${path} stays locked by another program: stop that one first.`);
    case 'storage_full':
      return say(`The disk that holds ${path} is full: make room on it.`);
    case 'storage_failed':
      return say(
        `The database ${path} cannot be opened or written: see to its rights and its disk.`,
      );
    case 'database_damaged':
      return say(`The database ${path} is damaged, or no database at all: ${RESTORE}.`);
    case null:
      return isOfSystem(error) ? say(systemWords(error, path)) : error;
  }
}

export function damaged(path: string, what: string): DatabaseUnusable {
  return new DatabaseUnusable(`The database ${path} is damaged (${what}): ${RESTORE}.`);
}

type SystemError = Error & { code: string; path?: string };

function isOfSystem(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function systemWords({ code, path = '' }: SystemError, database: string): string {
  const place = path === '' ? database : path;
  if (code === 'ENOSPC') return `The disk that holds ${place} is full: make room on it.`;
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) {
    return `${place} cannot be written by this user: give the user rights to it, or name another file.`;
  }
  return `The database ${database} cannot be opened, for ${place} answers ${code}.`;
}
