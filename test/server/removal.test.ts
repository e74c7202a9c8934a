import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addSeat } from '#server/contracts/seats.ts';
import { createContract } from '#server/contracts/contracts.ts';
import { removeContract } from '#server/contracts/remove-contract.ts';
import { newKey } from '#server/identity/token.ts';
import { seatListSchema } from '#shared/wire/seats.ts';
import { iso, sends, setUp, TestServer } from '#test/server/harness.ts';
import { everyoneOf } from '#test/server/people.ts';
import { run } from '#test/server/processes.ts';
import { AFTER_CHECKS, fill, live } from '#test/server/removal-world.ts';
import { rowsOf } from '#test/server/tenancy-world.ts';

/** They are there inside a write alone. */
const NEVER_KEPT = ['removal_pass', 'retention_pass'];

/** Nothing of these is removed but by what says that it may. */
const APPEND_ONLY = [
  'inmail',
  'inmail_response',
  'observed_response',
  'pilot_version',
  'retention_version',
  'seat_event',
  'source_change',
  'standing_change',
  'terms_version',
];

async function countsOf(server: TestServer, contract: string): Promise<Record<string, number>> {
  const rows = z.record(z.string(), z.array(z.unknown())).parse(await rowsOf(server, contract));
  const counted = Object.entries(rows).filter(([table]) => !NEVER_KEPT.includes(table));
  return Object.fromEntries(counted.map(([table, { length }]) => [table, length]));
}

async function twoContracts() {
  const server = await TestServer.start();
  const shared = server.person();
  const gone = await fill(server, 'Quarry Search', shared);
  const kept = await fill(server, 'Larkfield Staffing', shared);
  await server.moveTo(AFTER_CHECKS);
  for (const of of [gone, kept]) await live(server, of, shared);
  const on = ['--database', server.databaseUrl];
  const cli = (...args: string[]) => run('server/cli.ts', [...args, ...on]);
  const remove = (...args: string[]) =>
    cli('contract', 'remove', '--contract', gone.contract, ...args);
  return { server, shared, gone, kept, cli, remove };
}

test('a contract goes with every row of it, and another one stays to the byte', async () => {
  const { server, shared, gone, kept, cli, remove } = await twoContracts();
  const link = await server.invite(gone.contract, 'late@Quarry.example', { role: 'admin' });
  const filled = await countsOf(server, gone.contract);
  expect(Object.entries(filled).filter(([, count]) => count === 0)).toEqual([]);
  const tokens = [await server.bearer(gone.admin), gone.feed];
  const before = await rowsOf(server, kept.contract);
  const exported = await cli('export', '--contract', kept.contract);
  expect(exported.stdout.split('\n').length).toBeGreaterThan(100);
  const reading = await server.reading(kept.lead, 'Larkfield-1');

  const removed = await remove('--confirm', gone.name);
  expect([removed.status, removed.stderr]).toEqual([0, '']);
  expect(removed.stdout).toContain('Removed contract "quarry-search" (Quarry Search) with:\n');
  expect(removed.stdout).toMatch(/ 120 {2}inmail\n/);
  const left = await countsOf(server, gone.contract);
  expect(Object.entries(left).filter(([, count]) => count > 0)).toEqual([]);

  expect(await rowsOf(server, kept.contract)).toEqual(before);
  expect((await cli('export', '--contract', kept.contract)).stdout).toBe(exported.stdout);
  const verified = await cli('verify', '--json');
  expect(JSON.parse(verified.stdout)).toMatchObject({
    ok: true,
    contracts: [{ contract: kept.contract, ok: true }],
  });
  // The server beside it goes on, and knows nobody of the contract any more.
  for (const token of tokens) {
    const { status, code } = await server.problem('GET', '/v1/me', { token });
    expect([status, code]).toEqual([401, 'token_unknown']);
  }
  expect((await server.person().open(link)).status).toBe(404);
  const refused = await server.person().signIn(everyoneOf(gone.contract));
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(await server.reading(kept.lead, 'Larkfield-1')).toEqual(reading);
  // Who leads something in the other contract is that still.
  expect(await server.connect(shared, { role: 'lead', contract: kept.contract })).toBeTruthy();
  await server.moveTo(server.clock.now + 1);
  await server.running.deliver();
  expect((await server.ask('GET', '/health/ready')).status).toBe(200);
  const again = removeContract(server.running.ledger, gone.contract, gone.name);
  await expect(again).rejects.toThrow('There is no contract "quarry-search".');

  await server.stop();
  const file = readFileSync(join(server.folder, 'good-standing.db'));
  for (const text of ['Quarry Search', 'Quarry Weiss', 'Quarry-1', 'Quarry.example', 'quarry-sear'])
    expect([text, file.includes(text)]).toEqual([text, false]);
}, 240_000);

test('without its name to confirm nothing is removed, and it is said what would be', async () => {
  const { server, gone, remove } = await twoContracts();
  const before = await rowsOf(server, gone.contract);
  const filled = await countsOf(server, gone.contract);
  const dry = await remove();
  expect(dry.status).toBe(0);
  expect(dry.stdout).toContain('Dry run, nothing is removed.');
  for (const command of ['backup --out', 'export --contract', 'audit --contract']) {
    expect(dry.stdout).toContain(`npm run good-standing -- ${command}`);
  }
  const told = JSON.parse((await remove('--json')).stdout);
  const { account: _with, person: _ofBoth, ...ofTables } = filled;
  // Who leads something in both is no person of this one alone.
  expect(told).toMatchObject({ isDryRun: true, rows: { ...ofTables, person: 1 } });
  const refused = await remove('--confirm', 'quarry search', '--json');
  expect([refused.status, refused.stdout]).toEqual([1, '']);
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'name_differs' } });
  for (const wrong of ['quarry-search', 'Quarry Search ', 'Larkfield Staffing']) {
    const outcome = await removeContract(server.running.ledger, gone.contract, wrong);
    expect(outcome).toEqual({ ok: false, code: 'name_differs' });
  }
  expect(await rowsOf(server, gone.contract)).toEqual(before);
  expect((await server.ask('GET', '/v1/me', { token: gone.admin })).status).toBe(200);
}, 240_000);

test('what lets one contract go lets nothing of another go', async () => {
  const { server, gone, kept } = await twoContracts();
  const client = createClient({ url: server.databaseUrl });
  const pass = { sql: 'insert into removal_pass values (?)', args: [gone.contract] };
  for (const table of APPEND_ONLY) {
    const remove = { sql: `delete from ${table} where contract_id = ?`, args: [kept.contract] };
    await expect(client.batch([pass, remove], 'write'), table).rejects.toThrow('append-only');
  }
  client.close();
}, 240_000);

test('no list of another contract is stale, though numbers of the removed rows come again', async () => {
  const server = await TestServer.start();
  const kept = await setUp(server, { name: 'Larkfield Staffing' });
  const gone = await setUp(server, { name: 'Quarry Search' });
  const list = ({ lead: token }: { lead: string }) =>
    server.call(seatListSchema, 'GET', '/v1/seats', { token });
  await server.events(kept.feed, sends('a', server.clock.now, { count: 10 }));
  await server.events(gone.feed, sends('b', server.clock.now, { count: 50, accepted: 50 }));
  expect((await list(kept)).seats[0]?.tally.total).toBe(10);
  expect((await list(gone)).seats).toHaveLength(1);
  const { ledger } = server.running;
  await removeContract(ledger, gone.contract, 'Quarry Search');
  await server.events(kept.feed, sends('c', server.clock.now, { count: 7 }));
  expect((await list(kept)).seats[0]?.tally.total).toBe(17);
  // One of the same name gets the same id, and nothing of what was.
  server.sleepTo(server.clock.now + 1);
  const plain = { profile: 'inmail-2014', source: 'feed', relationshipManager: null } as const;
  const again = await createContract(ledger, { ...plain, name: 'Quarry Search' }, newKey);
  expect(again.id).toBe(gone.contract);
  await addSeat(ledger, again.id, { holder: 'Dana Ortiz' });
  const lead = server.join(again.id, { role: 'lead', teams: 'all' });
  const { seats } = await list({ lead });
  expect(seats.map(({ seat, tally }) => [seat.holder, tally.total])).toEqual([['Dana Ortiz', 0]]);
  expect(iso(again.createdAt)).toBe(iso(server.clock.now));
});
