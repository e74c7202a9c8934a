import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type Client, type Row } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MIGRATIONS } from '#server/db/migrations.ts';
import { pathOf } from '#server/db/place.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import {
  databaseUrlIn,
  iso,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { makeForeign } from '#test/server/tenancy-world.ts';

const journalSchema = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });
const journal = journalSchema.parse(
  JSON.parse(readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')),
);
const tags = journal.entries.map(({ tag }) => tag);
/** From here on people sign in: the tokens of browsers from before end, those of feeds do not. */
const IDENTITY = '0006_who-may-see-what';

/** The migrations as they were when the `count`th was the last. */
function earlierMigrations(count: number): string {
  const folder = join(temporaryFolder(), 'migrations');
  mkdirSync(join(folder, 'meta'), { recursive: true });
  for (const tag of tags.slice(0, count)) {
    cpSync(join(MIGRATIONS, `${tag}.sql`), join(folder, `${tag}.sql`));
  }
  const entries = journal.entries.slice(0, count);
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
}

const text = (value: unknown): string => z.string().parse(value);

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.execute(
    `select name from sqlite_schema where type = 'table'
      and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by name`,
  );
  return rows.map(({ name }) => text(name));
}

async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.execute(`select name from pragma_table_info('${table}')`);
  return rows.map(({ name }) => `"${text(name)}"`);
}

async function rowsOf(client: Client, table: string, columns: readonly string[]): Promise<Row[]> {
  return (await client.execute(`select ${columns.join(', ')} from ${table} order by rowid`)).rows;
}

type Filled = Map<string, { columns: string[]; rows: Row[] }>;

/** Two contracts that have lived: every table of the ledger has rows. */
async function fill(): Promise<{ server: TestServer; feed: string }> {
  const server = await TestServer.start();
  await makeForeign(server);
  const { feed, recruiters } = await setUp(server, { seats: 2 });
  await server.events(feed, sends('a', START, { count: 120, accepted: 5 }));
  await server.moveTo(START + DAY_MS);
  const review = { id: 'review', reason: 'replies_missing', message: 'They phoned.' };
  const asked = { token: recruiters[0] ?? '', body: review };
  expect((await server.ask('POST', '/v1/seats/seat-1/reviews', asked)).status).toBe(200);
  const at = iso(server.clock.now);
  await server.press(recruiters[0] ?? '', { id: 'press', notice: 'warning', at });
  await server.moveTo(START + 16 * DAY_MS);
  return { server, feed };
}

/** The same contents in a database of an earlier version, as far as that one knew them. */
async function asEarlier(from: Client, count: number, path: string): Promise<Filled> {
  const client = createClient({ url: `file:${path}`, concurrency: 1 });
  await migrate(drizzle({ client }), { migrationsFolder: earlierMigrations(count) });
  await client.execute('pragma foreign_keys = off');
  // The rows are numbered already, and stay as they were: its triggers come back when all are there.
  const { rows: triggers } = await client.execute(
    `select name, sql from sqlite_schema where type = 'trigger'`,
  );
  for (const { name } of triggers) await client.execute(`drop trigger "${text(name)}"`);
  const filled: Filled = new Map();
  const known = await tablesOf(from);
  for (const table of await tablesOf(client)) {
    if (!known.includes(table)) continue;
    const columns = await columnsOf(client, table);
    const rows = await rowsOf(from, table, columns);
    const places = columns.map(() => '?').join(', ');
    const into = `insert into ${table} (${columns.join(', ')}) values (${places})`;
    for (const row of rows) {
      await client.execute({ sql: into, args: columns.map((_name, index) => row[index] ?? null) });
    }
    filled.set(table, { columns, rows });
  }
  for (const { sql } of triggers) await client.execute(text(sql));
  client.close();
  return filled;
}

/** Which person asked for each review. */
async function askersOf(client: Client): Promise<unknown> {
  const { rows } = await client.execute('select id, person_id from review');
  return rows.map((row) => Object.values(row));
}

/** What that migration takes away on purpose is all that may be missing. */
function stillThere(table: string, columns: readonly string[], row: Row, before: number): boolean {
  const isOlder = before <= tags.indexOf(IDENTITY);
  if (table !== 'device' || !isOlder) return true;
  return row[columns.indexOf('"role"')] === 'feed';
}

describe('a database of an earlier version', () => {
  test.each(tags.slice(0, -1).map((tag, index) => [tag, index + 1] as const))(
    'that was at %s comes forward with everything in it, and stands as it stood',
    async (_tag, count) => {
      const { server, feed } = await fill();
      const reading = await server.ask('GET', '/v1/me', { token: feed });
      await server.stop();
      const from = createClient({ url: server.databaseUrl });
      const folder = temporaryFolder();
      const path = pathOf(databaseUrlIn(folder));
      const filled = await asEarlier(from, count, path);
      expect([...filled.values()].flatMap(({ rows }) => rows).length).toBeGreaterThan(200);
      const later = await TestServer.start(server.clock.now, { folder });
      expect(later.databaseUrl).toBe(databaseUrlIn(folder));
      const client = createClient({ url: later.databaseUrl });
      const { rows: broken } = await client.execute('pragma foreign_key_check');
      expect(broken).toEqual([]);
      for (const [table, { columns, rows }] of filled) {
        const kept = rows.filter((row) => stillThere(table, columns, row, count));
        const now = await rowsOf(client, table, columns);
        const isNamed = table === 'device' && count <= tags.indexOf(IDENTITY);
        const shown = (all: Row[]) => JSON.stringify(all.map((row) => Object.values(row)));
        if (!isNamed) expect([table, shown(now)]).toEqual([table, shown(kept)]);
        else expect([table, now.length]).toEqual([table, kept.length]);
      }
      if (filled.has('review')) {
        expect(await askersOf(client)).toEqual([['review', expect.any(String)]]);
        expect(await askersOf(client)).toEqual(await askersOf(from));
      }
      // The server works on it, the feed's key too, and every standing follows from its ledger.
      expect((await later.ask('GET', '/v1/me', { token: feed })).body).toEqual(reading.body);
      await later.events(feed, sends('after', later.clock.now));
      expect((await later.ask('GET', '/health/ready')).status).toBe(200);
      const verified = await run('server/cli.ts', ['verify', '--json'], {
        env: { DATABASE_URL: later.databaseUrl },
      });
      expect([verified.status, verified.stderr]).toEqual([0, '']);
      client.close();
      from.close();
    },
    120_000,
  );
});
