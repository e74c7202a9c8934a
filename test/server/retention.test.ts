import { existsSync, readFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { verifyContract } from '#server/standing/verify.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';
import { contractSchema } from '#shared/wire/contract.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { retainAll } from '#test/server/retention.ts';

const MIDNIGHT = START + 15 * HOUR_MS;
/** Shortly after the check of a day. */
const day = (count: number): Instant => MIDNIGHT + count * DAY_MS + 5;

async function press(server: TestServer, of: SetUp, id: string, notice: NoticeType): Promise<void> {
  const at = iso(server.clock.now);
  await server.press(of.recruiters[0] ?? '', { id, notice, at });
}

/** What a browser makes of a person, long as those are. */
const HASH = 'keyed-hash-of-a-person'.padEnd(43, '0');

async function countOf(server: TestServer, table: string): Promise<number> {
  const client = createClient({ url: server.databaseUrl });
  const { rows } = await client.execute(`select count(*) as n from ${table}`);
  client.close();
  return Number(rows[0]?.['n']);
}

async function readAgain(server: TestServer, { contract }: SetUp): Promise<Reading> {
  return server.reading(await server.connectAgain(contract, { role: 'recruiter', seat: 'seat-1' }));
}

async function expectVerified(server: TestServer, { contract }: SetUp): Promise<void> {
  const { database } = server.running.ledger;
  expect(await verifyContract(database, contract)).toMatchObject({ ok: true });
}

async function openingsOf(server: TestServer, { contract }: SetUp) {
  const ledger = await exportLedger(server.running.ledger.database, contract);
  return ledger.filter(({ type }) => type === 'seat.opened');
}

/** A seat that was warned, and is in its Improvement Period; another that sends and is answered. */
async function lived(): Promise<{
  server: TestServer;
  of: SetUp;
  reading: () => Promise<Reading>;
}> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'enforce' });
  const [token = ''] = of.recruiters;
  await server.events(
    of.feed,
    sends('a', START, { count: 100, accepted: 3 }).map((event) => ({
      ...event,
      recipient: HASH,
    })),
  );
  await server.moveTo(day(0));
  await press(server, of, 'p1', 'warning');
  await server.moveTo(day(8));
  await server.events(of.feed, sends('b', server.clock.now, { count: 100 }));
  await server.events(of.feed, sends('c', server.clock.now, { seat: 'seat-2', accepted: 1 }));
  await server.moveTo(day(15));
  return { server, of, reading: () => server.reading(token) };
}

describe('what was recorded too long ago', () => {
  test('goes once a day after 400 days, and changes no standing', async () => {
    const { server, of, reading } = await lived();
    expect((await reading()).standing).toBe('improvement');
    await server.moveTo(day(30));
    await press(server, of, 'p2', 'improvement_ended');
    const { ledger } = server.running;
    const before = await exportLedger(ledger.database, of.contract);
    await server.moveTo(day(399));
    expect(await exportLedger(ledger.database, of.contract)).toEqual(before);
    const last = await readAgain(server, of);
    expect(last).toMatchObject({ standing: 'good', everWarned: true });

    await server.moveTo(day(440));
    const { asOf: _then, nextCheckAt: _next, ...said } = await readAgain(server, of);
    expect(last).toMatchObject(said);
    const left = await exportLedger(ledger.database, of.contract);
    // Openings are received last and told first, however few rows are read at a time.
    const instants = left.map(({ recordedAt }) => String(recordedAt));
    expect(instants).toEqual(instants.toSorted());
    expect(await exportLedger(ledger.database, of.contract, 1)).toEqual(left);
    expect(left.filter(({ seat }) => seat === 'seat-1').map(({ type }) => type)).toEqual([
      'seat.transferred',
      'seat.opened',
    ]);
    expect(await openingsOf(server, of)).toMatchObject([
      { seat: 'seat-1', standing: 'good', everWarned: true, notice: null },
      { seat: 'seat-2', standing: 'good', everWarned: false, notice: null },
    ]);
    // The last row of a table stays, as its number counts.
    expect([await countOf(server, 'inmail'), await countOf(server, 'inmail_response')]).toEqual([
      1, 1,
    ]);
    expect(await countOf(server, 'standing_change')).toBe(0);
    expect(await countOf(server, 'retention_pass')).toBe(0);
    await expectVerified(server, of);
    const told = await run('server/cli.ts', ['verify', '--json'], {
      env: { DATABASE_URL: server.databaseUrl },
    });
    expect(JSON.parse(told.stdout)).toMatchObject({ ok: true });
  });

  test('is in the file no more', async () => {
    const { server, of } = await lived();
    const files = ['', '-wal'].map((part) => `${server.folder}/good-standing.db${part}`);
    const held = () =>
      files
        .filter(existsSync)
        .map((file) => readFileSync(file, 'latin1'))
        .join('');
    await server.stop();
    expect(held()).toContain(HASH);
    await server.restart();
    await server.moveTo(day(460));
    await server.moveTo(day(460));
    await expectVerified(server, of);
    await server.stop();
    expect(held().includes(HASH)).toBe(false);
  });

  test('goes in the middle of a period, whose check still finds what it judges', async () => {
    const { server, of, reading } = await lived();
    const { periodEndsAt } = await reading();
    // An opening stands in the Improvement Period, and InMails of before it are in its window.
    await server.moveTo(day(20));
    await server.events(of.feed, sends('d', server.clock.now, { count: 100 }));
    await server.moveTo(day(24));
    expect(await retainAll(server, of, 2)).toMatchObject({ done: 1, left: 0 });
    await expectVerified(server, of);
    await server.moveTo((periodEndsAt ?? 0) + 1);
    expect(await reading()).toMatchObject({
      standing: 'improvement',
      notice: { type: 'improvement_renewed', tally: { total: 100 } },
    });
    await expectVerified(server, of);
    const proof = await server.ask('GET', '/v1/seats/seat-1/proof', { token: of.lead });
    expect(proof.body).toMatchObject({ proven: { tally: { total: 100 } } });
    const gone = await server.problem('GET', `/v1/seats/seat-1/proof?at=${iso(day(16))}`, {
      token: of.lead,
    });
    expect([gone.status, gone.code]).toEqual([410, 'evidence_gone']);
  });

  test('waits where a period has ended and is not judged yet', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { profile: 'inmail-current' });
    const first = (await server.reading(of.lead)).nextCheckAt ?? 0;
    await server.moveTo(first - HOUR_MS);
    await server.events(of.feed, sends('a', server.clock.now, { count: 100 }));
    await server.moveTo(first + 1);
    const { periodEndsAt } = await server.reading(of.lead);
    await server.moveTo((periodEndsAt ?? 0) + 3 * DAY_MS);
    expect(await retainAll(server, of, 1)).toMatchObject({ done: 0, left: 1 });
    expect(await openingsOf(server, of)).toEqual([]);
    // A later day's round finds it judged.
    await server.moveTo((periodEndsAt ?? 0) + 9 * DAY_MS + 5);
    expect(await openingsOf(server, of)).toMatchObject([{ standing: 'good', everWarned: true }]);
    await expectVerified(server, of);
  });

  test('does not come back: a source that reports its whole past again is told so', async () => {
    const { server, of } = await lived();
    await server.moveTo(day(440));
    await server.moveTo(day(440));
    const again = [...sends('a', START, { count: 2 }), ...sends('new', day(439))];
    const receipt = await server.events(of.feed, again);
    expect(receipt.accepted).toBe(1);
    expect(receipt.conflicts.map(({ code, field }) => [code, field])).toEqual([
      ['no_longer_kept', 'at'],
      ['no_longer_kept', 'at'],
    ]);
    const transfer = { id: 't', type: 'seat.transferred', at: iso(day(2)), seat: 'seat-1' };
    const old = await server.events(of.lead, [{ ...transfer, to: 'Somebody of then' }]);
    expect(old.conflicts.map(({ code }) => code)).toEqual(['no_longer_kept']);
    await expectVerified(server, of);
  });

  test('goes beside the ledger too, and a history that is imported late stays its time', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 1 });
    const [token = ''] = of.recruiters;
    await server.events(token, sends('seen', START));
    await server.events(of.feed, [
      { id: 'r', type: 'inmail.responded', at: iso(START), inmail: 'never', outcome: 'accepted' },
    ]);
    const observations = ['o1', 'o2'].map((id) => ({
      id,
      at: iso(START),
      seat: 'seat-1',
      recipient: 'nobody known',
      outcome: 'accepted',
    }));
    await server.ask('POST', '/v1/observations', { token, body: { observations } });
    await server.moveTo(day(300));
    const later = await server.connectAgain(of.contract, { role: 'recruiter', seat: 'seat-1' });
    await server.events(later, sends('later', server.clock.now));
    await server.events(of.feed, sends('history', START - 500 * DAY_MS, { count: 5 }));
    await server.events(of.feed, sends('newer', server.clock.now, { accepted: 1 }));
    await server.moveTo(day(430));
    expect(await countOf(server, 'observed_send')).toBe(1);
    expect(await countOf(server, 'observed_response')).toBe(1);
    expect(await countOf(server, 'inmail_response')).toBe(1);
    expect(await countOf(server, 'inmail')).toBe(6);
    await server.moveTo(day(720));
    expect(await countOf(server, 'inmail')).toBe(1);
    await expectVerified(server, of);
  });
});

test('nothing but a retention removes, and it nothing that is younger', async () => {
  const { server, of } = await lived();
  const client = createClient({ url: server.databaseUrl });
  const pass = `insert into retention_pass values ('${of.contract}', 'seat-1', ${day(1)})`;
  for (const table of ['inmail', 'inmail_response', 'seat_event', 'standing_change']) {
    const remove = `delete from ${table}`;
    await expect(client.execute(remove)).rejects.toThrow('append-only');
    // It reaches neither what is younger, nor another seat, nor the terms.
    await expect(client.batch([pass, remove], 'write')).rejects.toThrow('append-only');
  }
  expect(await countOf(server, 'retention_pass')).toBe(0);
  client.close();
});

test('how long is a setting of the contract, with its versions', async () => {
  const server = await TestServer.start(Date.now());
  const of = await setUp(server);
  const env = { DATABASE_URL: server.databaseUrl };
  const cli = (...args: string[]) =>
    run('server/cli.ts', ['retention', '--contract', of.contract, ...args], { env });
  const set = await cli('--days', '365', '--by', 'Kim');
  expect(set.stdout).toContain('is kept for 365 days');
  expect(set.stdout).toMatch(/^ {2}2 {2}\S+Z {2}operator Kim: 365 days$/m);
  const { retention } = await server.call(contractSchema, 'GET', '/v1/contract', {
    token: of.lead,
  });
  expect(retention).toMatchObject({
    days: 365,
    versions: [{ days: 400 }, { days: 365, recordedBy: { role: 'operator', id: 'Kim' } }],
  });
  const wrong = await cli('--days', '30');
  expect([wrong.status, wrong.stdout]).toEqual([1, '']);
  expect(wrong.stderr).toContain('from 60 to 3650');
  expect((await cli('--run')).stdout).toContain('of 0 seats');
});
