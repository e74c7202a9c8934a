import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { HOUR_MS } from '#shared/policy/instant.ts';
import {
  databaseUrlIn,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';

/** Another process's hold on the database, such as a backup's. */
async function lockFrom(url: string): Promise<() => Promise<void>> {
  const other = createClient({ url });
  const held = await other.transaction('write');
  return async () => {
    await held.rollback();
    other.close();
  };
}

describe('a database that others lock', () => {
  test('loses nothing that was acknowledged, and doubles nothing', async () => {
    const server = await TestServer.start(START + HOUR_MS);
    const { feed, contract } = await setUp(server);
    let acknowledged = 0;
    for (let round = 0; round < 4; round += 1) {
      const unlock = await lockFrom(server.databaseUrl);
      const posts = Array.from({ length: 6 }, (_, index) =>
        server.events(feed, sends(`r${round}-${index}`, START, { count: 3, accepted: 1 })),
      );
      const readings = Array.from({ length: 6 }, () => server.ask('GET', '/health'));
      setTimeout(() => void unlock(), 50);
      for (const { accepted } of await Promise.all(posts)) acknowledged += accepted;
      await Promise.all(readings);
    }
    expect(acknowledged).toBe(4 * 6 * 4);
    await server.restart();
    const third = createClient({ url: server.databaseUrl });
    const count = async (table: string) => {
      const sql = `select count(*) as n from ${table} where contract_id = ?`;
      return Number((await third.execute({ sql, args: [contract] })).rows[0]?.['n']);
    };
    expect(await count('inmail')).toBe(4 * 6 * 3);
    expect(await count('inmail_response')).toBe(4 * 6);
    third.close();
  });

  test('answers 503 when it stays locked, and works again afterwards', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const unlock = await lockFrom(server.databaseUrl);
    const body = { events: sends('a', START) };
    const problem = await server.problem('POST', '/v1/events', { token: feed, body });
    expect([problem.status, problem.code]).toEqual([503, 'busy']);
    await unlock();
    expect(await server.events(feed, sends('a', START))).toMatchObject({ accepted: 1 });
  });
});

describe('what is recorded', () => {
  test.each(['inmail', 'inmail_response', 'seat_event', 'standing_change', 'terms_version'])(
    'in %s is neither changed nor removed',
    async (table) => {
      const server = await TestServer.start();
      const { feed } = await setUp(server);
      await server.events(feed, sends('a', START, { count: 100, accepted: 1 }));
      await server.moveTo(START + 24 * HOUR_MS);
      const client = createClient({ url: server.databaseUrl });
      await expect(client.execute(`delete from ${table}`)).rejects.toThrow('append-only');
      await expect(client.execute(`update ${table} set contract_id = contract_id`)).rejects.toThrow(
        'append-only',
      );
      client.close();
    },
  );

  test('of the inbox and of sources is neither changed nor removed, but for the one link', async () => {
    const server = await TestServer.start();
    await setUp(server);
    const client = createClient({ url: server.databaseUrl });
    await client.executeMultiple(`
      insert into observed_response (contract_id, observation_id, seat_id, observed_at, recipient, outcome)
        values ('c', 'o', 's', 1, 'r', 'accepted');
      insert into source_change (contract_id, at, before, after) values ('c', 1, 'feed', 'import')`);
    await client.execute("update observed_response set inmail_id = 'm'");
    for (const statement of [
      "update observed_response set inmail_id = 'n'",
      'delete from observed_response',
      'update source_change set at = 2',
      'delete from source_change',
    ]) {
      await expect(client.execute(statement)).rejects.toThrow('append-only');
    }
    client.close();
  });
});

describe('opening', () => {
  test('makes a folder and a file for the owner alone', async () => {
    const folder = join(temporaryFolder(), 'deep', 'down');
    const database = await openDatabase(databaseUrlIn(folder), 'guest');
    await database.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'good-standing.db')).mode & 0o777).toBe(0o600);
  });

  test('by a server takes from others what they could read', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'good-standing.db');
    await (await openDatabase(databaseUrlIn(folder), 'owner')).close();
    chmodSync(path, 0o664);
    const database = await openDatabase(databaseUrlIn(folder), 'owner');
    await database.write((tx) => tx.run('create table something (it)'));
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    await database.close();
  });

  test('by two servers is refused, whatever the name it goes by', async () => {
    const folder = temporaryFolder();
    const first = await openDatabase(databaseUrlIn(folder), 'owner');
    symlinkSync(join(folder, 'good-standing.db'), join(folder, 'link.db'));
    const second = openDatabase(`file:${join(folder, 'link.db')}`, 'owner');
    await expect(second).rejects.toThrow('is served by another process');
    await (await openDatabase(databaseUrlIn(folder), 'guest')).close();
    await first.close();
    await (await openDatabase(databaseUrlIn(folder), 'owner')).close();
  });

  test('by two at once, on a new file, works for both', async () => {
    const url = databaseUrlIn(temporaryFolder());
    const opened = await Promise.all([
      openDatabase(url, 'guest'),
      openDatabase(url, 'guest'),
      openDatabase(url, 'guest'),
    ]);
    for (const database of opened) await database.close();
  });

  test.each(['file:', 'file::memory:', ':memory:', 'http://127.0.0.1', 'libsql://x', ''])(
    'refuses %s',
    async (url) => {
      await expect(openDatabase(url, 'guest')).rejects.toThrow(
        'DATABASE_URL is the address of a file',
      );
    },
  );
});
