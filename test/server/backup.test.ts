import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { backUp, restore } from '#server/db/copy.ts';
import { openDatabase } from '#server/db/open.ts';
import { pathOf } from '#server/db/place.ts';
import {
  databaseUrlIn,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const cli = (url: string, ...args: string[]) =>
  run('server/cli.ts', args, { env: { DATABASE_URL: url } });

async function inmailsIn(url: string): Promise<number> {
  const client = createClient({ url });
  const { rows } = await client.execute('select count(*) as n from inmail');
  client.close();
  return Number(rows[0]?.['n']);
}

async function filled(count = 5) {
  const server = await TestServer.start();
  const { feed } = await setUp(server);
  await server.events(feed, sends('a', START, { count, accepted: 2 }));
  const path = pathOf(server.databaseUrl);
  return { server, feed, path, url: server.databaseUrl, out: join(temporaryFolder(), 'copy.db') };
}

describe('backup', () => {
  test('copies one moment of a server under load, for its owner alone, and checks it', async () => {
    const { server, feed, path, out } = await filled();
    const over = new AbortController();
    let sent = 5;
    const load = (async () => {
      while (!over.signal.aborted) {
        // Whole batches, so that a copy of half a one would show.
        await server.events(feed, sends(`l${sent}`, START, { count: 7 }));
        sent += 7;
      }
    })();
    const counts = await backUp(path, out);
    over.abort();
    await load;
    expect(counts.inmail % 7).toBe(5);
    expect(counts.inmail).toBeLessThanOrEqual(sent);
    expect(await inmailsIn(`file:${out}`)).toBe(counts.inmail);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(out, '..')).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('says what it copied, overwrites nothing, and makes no database where there is none', async () => {
    const { url, out } = await filled();
    const made = await cli(url, 'backup', '--out', out, '--json');
    expect(JSON.parse(made.stdout)).toMatchObject({ out, counts: { contract: 1, inmail: 5 } });
    const before = readFileSync(out);
    const again = await cli(url, 'backup', '--out', out);
    expect([again.status, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain(`${out} is there already, and is not overwritten`);
    expect(readFileSync(out).equals(before)).toBe(true);
    const nothing = databaseUrlIn(temporaryFolder());
    const none = await cli(nothing, 'backup', '--out', `${out}2`);
    expect([none.status, none.stderr]).toEqual([
      1,
      `good-standing: There is no database at ${pathOf(nothing)}.\n`,
    ]);
    expect([existsSync(pathOf(nothing)), existsSync(`${out}2`)]).toEqual([false, false]);
  });

  test('of a damaged database leaves no copy behind', async () => {
    const { server, path, out } = await filled(400);
    await backUp(path, out);
    await server.stop();
    const bytes = readFileSync(out);
    bytes.fill(0xa5, 4096 * 20);
    writeFileSync(out, bytes);
    await expect(backUp(out, `${out}2`)).rejects.toThrow('is damaged');
    expect(existsSync(`${out}2`)).toBe(false);
  });
});

describe('restore', () => {
  test('is refused while a server runs, or where the database is not empty', async () => {
    const { server, path, url, out } = await filled();
    await backUp(path, out);
    const running = await cli(url, 'restore', out, '--replace');
    expect([running.status, running.stderr]).toEqual([
      1,
      `good-standing: The database ${path} is in use by a server or another command: stop it first.\n`,
    ]);
    await server.stop();
    const full = await cli(url, 'restore', out);
    expect(full.status).toBe(1);
    expect(full.stderr).toContain('is not empty: add --replace');
    expect(await inmailsIn(url)).toBe(5);
  });

  test('brings back what was, and keeps what it replaces', async () => {
    const { server, feed, path, url, out } = await filled();
    await backUp(path, out);
    await server.events(feed, sends('later', START, { count: 3 }));
    await server.stop();
    const { stdout, stderr } = await cli(url, 'restore', out, '--replace', '--json');
    expect(stderr).toBe('');
    const { keptAside, counts } = JSON.parse(stdout);
    expect(counts).toMatchObject({ inmail: 5 });
    expect(await inmailsIn(url)).toBe(5);
    expect(await inmailsIn(`file:${keptAside}`)).toBe(8);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await server.restart();
    expect(await server.events(feed, sends('later', START, { count: 3 }))).toMatchObject({
      accepted: 3,
    });
  });

  test('fills a place where there is nothing, or an empty database', async () => {
    const { path, out } = await filled();
    await backUp(path, out);
    for (const prepare of [undefined, openDatabase]) {
      const url = databaseUrlIn(temporaryFolder());
      await (await prepare?.(url, 'guest'))?.close();
      const aside = `${pathOf(url)}.aside`;
      await restore(out, pathOf(url), { aside, mayReplace: false });
      expect(await inmailsIn(url)).toBe(5);
    }
  });

  test('of a backup that is damaged, or none, changes nothing', async () => {
    const { server, path, url, out } = await filled(400);
    await backUp(path, out);
    await server.stop();
    const bytes = readFileSync(out);
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 9000);
    writeFileSync(out, bytes);
    const to = { aside: `${path}.aside`, mayReplace: true };
    await expect(restore(out, path, to)).rejects.toThrow(`${out} is damaged`);
    await expect(restore(`${out}2`, path, to)).rejects.toThrow('There is no database at');
    writeFileSync(out, 'Dear diary');
    await expect(restore(out, path, to)).rejects.toThrow(`${out} is damaged`);
    expect(await inmailsIn(url)).toBe(400);
    expect(existsSync(to.aside)).toBe(false);
  });

  test('that stopped half-way is not followed by an empty database', async () => {
    const { server, path, url, out } = await filled();
    await backUp(path, out);
    await server.stop();
    renameSync(path, `${path}.aside`);
    renameSync(`${path}-wal`, `${path}.aside-wal`);
    renameSync(out, `${path}.restoring`);
    await expect(openDatabase(url, 'owner')).rejects.toThrow(`${path} is gone, but `);
    expect(existsSync(path)).toBe(false);
  });
});

test.each(['backup', 'restore', 'verify'])('teaches %s by examples', async (name) => {
  const { stdout } = await run('server/cli.ts', [name, '--help']);
  expect(stdout).toContain(`$ npm run good-standing -- ${name}`);
});
