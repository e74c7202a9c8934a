import { readFileSync } from 'node:fs';
import { createClient, type Client } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { Connections } from '#server/db/connections.ts';
import { Database, type Transaction } from '#server/db/database.ts';
import { openDatabase, READER_PRAGMAS, WRITER_PRAGMAS } from '#server/db/open.ts';
import { insertObserved } from '#server/ledger/observed-store.ts';
import { composed } from '#server/ledger/raw-event.ts';
import {
  databaseUrlIn,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';

async function count(client: Client, table: string): Promise<number> {
  return Number((await client.execute(`select count(*) as n from ${table}`)).rows[0]?.['n']);
}

const until = (done: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (done() ? resolve() : setImmediate(look));
    look();
  });

/** How often something was committed since the log was begun: the last frame of each says so. */
function commitsIn(wal: string): number {
  const bytes = readFileSync(wal);
  const frameBytes = 24 + bytes.readUInt32BE(8);
  const salt = bytes.subarray(16, 24);
  let commits = 0;
  for (let at = 32; at + frameBytes <= bytes.length; at += frameBytes) {
    if (!bytes.subarray(at + 8, at + 16).equals(salt)) break;
    if (bytes.readUInt32BE(at + 4) !== 0) commits += 1;
  }
  return commits;
}

describe('a fault of the engine that loses what was acknowledged', () => {
  test('loses nothing in 200 rounds, forced from a second connection and counted from a third', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const second = createClient({ url: server.databaseUrl });
    const third = createClient({ url: server.databaseUrl });
    const missing: number[] = [];
    for (let round = 1; round <= 200; round += 1) {
      const held = await second.transaction('write');
      let isAnswered = false;
      const post = server
        .events(feed, sends(`r${round}`, START))
        .finally(() => (isAnswered = true));
      // Long enough for the request to come in and to meet the lock; the wait for it is the engine's.
      await new Promise((resolve) => setTimeout(resolve, 5 + (round % 8)));
      expect(isAnswered).toBe(false);
      await held.rollback();
      expect((await post).accepted).toBe(1);
      if ((await count(third, 'inmail')) !== round) missing.push(round);
    }
    expect(missing).toEqual([]);
    second.close();
    third.close();
    await server.restart();
    const fourth = createClient({ url: server.databaseUrl });
    expect(await count(fourth, 'inmail')).toBe(200);
    fourth.close();
  });
});

describe('group commit', () => {
  test('takes fewer commits than there are requests', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const wal = `${server.folder}/good-standing.db-wal`;
    const requests = 60;
    const postAll = (name: string) =>
      Promise.all(
        Array.from({ length: requests }, (_, index) =>
          server.events(feed, sends(`${name}${index}`, START)),
        ),
      );
    // Connections are let in one by one, so that the first requests come one by one.
    await postAll('first');
    const before = commitsIn(wal);
    const receipts = await postAll('then');
    expect(receipts.every(({ accepted }) => accepted === 1)).toBe(true);
    const commits = commitsIn(wal) - before;
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThan(requests / 3);
  });

  const observed = (name: string, times = 1) =>
    Array.from({ length: times }, (_, index) => {
      const { event, raw } = composed(sends(`${name}-${index}`, START)[0] ?? {});
      if (event.type !== 'inmail.sent') throw new Error('No send.');
      return { event, raw };
    });
  const keep = (database: Database, name: string, times?: number) =>
    database.write((tx: Transaction) => insertObserved(tx, 'some', observed(name, times)));

  test('refuses what throws by itself, and keeps its neighbours', async () => {
    const url = databaseUrlIn(temporaryFolder());
    const database = await openDatabase(url, 'guest');
    const outcomes = await Promise.allSettled([
      keep(database, 'a'),
      database.write(async (tx) => {
        await insertObserved(tx, 'some', observed('b'));
        throw new Error('No.');
      }),
      keep(database, 'a'),
      keep(database, 'c'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    const third = createClient({ url });
    const { rows } = await third.execute('select inmail_id from observed_send order by seq');
    expect(rows.map((row) => row['inmail_id'])).toEqual(['a-0-0', 'c-0-0']);
    third.close();
    await database.close();
  });

  test('what is too large for the disk is refused by itself, and nothing else is lost', async () => {
    const folder = temporaryFolder();
    const made = await openDatabase(databaseUrlIn(folder), 'guest');
    await made.close();
    const path = `${folder}/good-standing.db`;
    const third = createClient({ url: databaseUrlIn(folder) });
    const pages = Number((await third.execute('pragma page_count')).rows[0]?.['page_count']);
    const writer = new Connections(path, 1, [...WRITER_PRAGMAS, `max_page_count = ${pages + 20}`]);
    await writer.prepare();
    const readers = new Connections(path, 1, READER_PRAGMAS);
    const database = new Database(writer, readers, () => undefined);
    const outcomes = await Promise.allSettled([
      keep(database, 'a'),
      keep(database, 'huge', 2000),
      keep(database, 'b'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'storage_full' } });
    await keep(database, 'c');
    expect(await count(third, 'observed_send')).toBe(3);
    third.close();
    await database.close();
  });

  test('tells nobody before it is on disk', async () => {
    const url = databaseUrlIn(temporaryFolder());
    const database = await openDatabase(url, 'guest');
    const third = createClient({ url });
    const seen: number[] = [];
    let told = 0;
    const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
    for (const name of names) {
      void (async () => {
        await keep(database, name);
        told += 1;
        seen.push((await count(third, 'observed_send')) - told);
      })();
    }
    await until(() => seen.length === names.length);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    third.close();
    await database.close();
  });
});
