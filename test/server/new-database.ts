import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#server/db/open.ts';

let made: Promise<Buffer> | null = null;

async function make(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'good-standing-test-'));
  const path = join(folder, 'new.db');
  try {
    const database = await openDatabase(`file:${path}`, 'guest');
    await database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database as it is when it is new: each test gets its own, and none waits for it to be made. */
export function newDatabase(): Promise<Buffer> {
  return (made ??= make());
}
