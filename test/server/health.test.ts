import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '#server/db/open.ts';
import { readinessOf } from '#server/health/readiness.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { databaseUrlIn, setUp, START, temporaryFolder, TestServer } from '#test/server/harness.ts';

const ALL_OK = { database: 'ok', writes: 'ok', migrations: 'ok', checks: 'ok' };

async function expectFailing(server: TestServer, failing: Record<string, string>): Promise<void> {
  const ready = await server.ask('GET', '/health/ready');
  const parts = { ...ALL_OK, ...failing };
  expect([ready.status, ready.body]).toEqual([503, { status: 'failing', parts }]);
  for (const path of ['/health', '/health/live']) {
    const { status, body } = await server.ask('GET', path);
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  }
}

async function expectReady(server: TestServer): Promise<void> {
  const { status, body } = await server.ask('GET', '/health/ready');
  expect([status, body]).toEqual([200, { status: 'ok', parts: ALL_OK }]);
}

test('checks may be a minute late, and not more', async () => {
  const server = await TestServer.start();
  await setUp(server);
  const due = Date.UTC(2026, 0, 6);
  server.sleepTo(due + 60_000);
  await expectReady(server);
  server.sleepTo(due + 60_001);
  await expectFailing(server, { checks: 'failing' });
  await server.moveTo(START + DAY_MS);
  await expectReady(server);
});

test('a database that others lock takes no writes, and does again afterwards', async () => {
  const server = await TestServer.start();
  const other = createClient({ url: server.databaseUrl });
  const held = await other.transaction('write');
  await Promise.all([
    expectFailing(server, { writes: 'failing' }),
    expectFailing(server, { writes: 'failing' }),
  ]);
  await held.rollback();
  other.close();
  await server.running.ledger.database.write(async () => undefined);
  await expectReady(server);
});

test('a database that has not been through every migration is not ready', async () => {
  const server = await TestServer.start();
  const forget = sql`delete from __drizzle_migrations where created_at = (
    select max(created_at) from __drizzle_migrations)`;
  await server.running.ledger.database.write((tx) => tx.run(forget));
  await expectFailing(server, { migrations: 'failing' });
});

test('a database that is gone fails in every part', async () => {
  const database = await openDatabase(databaseUrlIn(temporaryFolder()), 'owner');
  const readiness = readinessOf(database, () => START);
  expect(await readiness()).toEqual(ALL_OK);
  await database.close();
  expect(new Set(Object.values(await readiness()))).toEqual(new Set(['failing']));
});
