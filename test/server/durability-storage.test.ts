import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { startServer } from '#server/serve.ts';
import {
  databaseUrlIn,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const isRoot = process.getuid?.() === 0;

/** A database with something in it, that nobody has open. */
async function filled(): Promise<{ folder: string; path: string; url: string }> {
  const server = await TestServer.start();
  const { feed } = await setUp(server);
  for (let batch = 0; batch < 4; batch += 1) {
    await server.events(feed, sends(`b${batch}`, START, { count: 400, accepted: 100 }));
  }
  await server.stop();
  // A copy that nobody has ever opened: what is spoilt is then no log's to make good.
  const folder = temporaryFolder();
  const path = join(folder, 'good-standing.db');
  const client = createClient({ url: server.databaseUrl });
  await client.execute({ sql: 'vacuum into ?', args: [path] });
  client.close();
  return { folder, path, url: databaseUrlIn(folder) };
}

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(path, bytes);
}

describe('a file that cannot be what it should be', () => {
  test.each<[string, (path: string) => Promise<void> | void, string]>([
    ['empty', (path) => truncateSync(path, 0), 'is damaged, for it is empty'],
    ['of another kind', (path) => writeFileSync(path, 'Dear diary, '.repeat(900)), 'is damaged'],
    ['without its first page', (path) => overwrite(path, 0, 4096), 'is damaged'],
    ['cut in half', (path) => truncateSync(path, 4096 * 10), 'is damaged'],
    ['cut short by little', (path) => truncateSync(path, statSync(path).size - 4096), 'is damaged'],
    [
      'spoilt in the middle',
      (path) => overwrite(path, Math.floor(statSync(path).size / 8192) * 4096, 8192),
      'is damaged',
    ],
    [
      'a database of something else',
      async (path) => {
        rmSync(path);
        const client = createClient({ url: `file:${path}` });
        await client.execute('create table diary (entry)');
        client.close();
      },
      'is not a database of Good Standing',
    ],
    [
      'a folder',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
      'is not a file',
    ],
    [
      'gone, with its log left behind',
      (path) => {
        renameSync(path, `${path}-wal`);
      },
      'is gone, but ',
    ],
    [
      'of a newer version',
      async (path) => {
        const client = createClient({ url: `file:${path}` });
        await client.execute('insert into __drizzle_migrations values (9, 9, 9999999999999)');
        client.close();
      },
      'was made by a newer version',
    ],
  ])('%s: the start fails, names it, and leaves it alone', async (_what, spoil, why) => {
    const { path, url } = await filled();
    await spoil(path);
    const before = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
    const opened = openDatabase(url, 'owner');
    await expect(opened).rejects.toMatchObject({ name: 'DatabaseUnusable' });
    await expect(opened).rejects.toThrow(why);
    await expect(opened).rejects.toThrow(path);
    const after = existsSync(path) && statSync(path).isFile() ? readFileSync(path) : null;
    expect(after === null ? null : after.equals(before ?? Buffer.alloc(0))).toBe(
      before === null ? null : true,
    );
  });

  test('the server says so in one sentence', async () => {
    const { path, url } = await filled();
    overwrite(path, 0, 4096);
    const env = { DATABASE_URL: url, PORT: '0' };
    const { status, stdout, stderr } = await run('server/main.ts', [], { env });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `The database ${path} is damaged, or no database at all: restore a backup with "good-standing restore --replace", which keeps this file aside, or name another file.\n`,
    );
  });
});

describe('a file that may not be written', () => {
  test.each<[string, (folder: string, path: string) => void, string]>([
    ['the file', (folder, path) => (chmodSync(folder, 0o777), chmodSync(path, 0o444)), 'database'],
    ['the folder', (folder, path) => (chmodSync(folder, 0o555), chmodSync(path, 0o666)), 'folder'],
  ])('%s: the start fails, and names it', async (_what, forbid, named) => {
    const { folder, path, url } = await filled();
    writeFileSync(`${path}.lock`, '', { mode: 0o666 });
    chmodSync(`${path}.lock`, 0o666);
    forbid(folder, path);
    const user = isRoot ? { user: { uid: 65_534, gid: 65_534 } } : {};
    const env = { DATABASE_URL: url, PORT: '0' };
    const { status, stderr } = await run('server/main.ts', [], { env, ...user });
    chmodSync(folder, 0o700);
    expect(status).toBe(1);
    const where = named === 'database' ? `database ${path}` : `folder of the database, ${folder}`;
    expect(stderr).toBe(
      `The ${where} cannot be written by this user: give the user rights to it, or run as its owner.\n`,
    );
  });
});

/** A disk of 2 MB. */
function mountSmallDisk(): { folder: string; unmount: () => void } | null {
  const folder = temporaryFolder();
  const args = ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder];
  if (process.platform !== 'linux' || spawnSync('mount', args).status !== 0) return null;
  return { folder, unmount: () => void spawnSync('umount', ['-l', folder]) };
}

test('a full disk is answered with 507, loses nothing, and is over when there is room', async (context) => {
  const disk = mountSmallDisk();
  if (disk === null) return context.skip('only root may mount a small disk');
  const url = databaseUrlIn(disk.folder);
  const made = await openDatabase(url, 'guest');
  await made.close();
  const server = await TestServer.start(START, { folder: disk.folder });
  try {
    const { feed, recruiters } = await setUp(server);
    const [recruiter = ''] = recruiters;
    // Connected while there is room to write it down.
    await server.bearer(recruiter);
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(400_000));
    let acknowledged = 0;
    let refused = 0;
    for (let batch = 0; batch < 200; batch += 1) {
      if (refused >= 5) break;
      const posts = [0, 1, 2].map(async (index) => {
        const body = { events: sends(`f${batch}-${index}`, START, { count: 20 }) };
        const answer = await server.ask('POST', '/v1/events', { token: feed, body });
        if (answer.status === 200) acknowledged += 20;
        else {
          expect(answer).toMatchObject({ status: 507, body: { code: 'storage_full' } });
          refused += 1;
        }
      });
      await Promise.all(posts);
    }
    expect(Math.min(acknowledged, refused)).toBeGreaterThan(0);
    expect((await server.reading(recruiter)).tally.total).toBe(acknowledged);
    rmSync(ballast);
    await server.events(feed, sends('after', START, { count: 20 }));
    await server.restart();
    expect((await server.reading(recruiter)).tally.total).toBe(acknowledged + 20);
    await server.stop();
  } finally {
    disk.unmount();
  }
});

test('a full disk at the start is said in one sentence', async (context) => {
  const disk = mountSmallDisk();
  if (disk === null) return context.skip('only root may mount a small disk');
  try {
    writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(2_060_000));
    const databaseUrl = databaseUrlIn(disk.folder);
    const log = pino({ level: 'silent' });
    const now = () => START;
    const started = startServer({ databaseUrl, host: '127.0.0.1', port: 0, now, log });
    await expect(started).rejects.toThrow(/^The disk that holds .* is full: make room on it\.$/);
    expect(existsSync(join(disk.folder, 'good-standing.db'))).toBe(false);
  } finally {
    disk.unmount();
  }
});
