import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { newKey } from '#server/identity/token.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { contractSchema } from '#shared/wire/contract.ts';
import { identitySchema } from '#shared/wire/identity.ts';
import { pilotPreviewSchema, pilotSchema } from '#shared/wire/pilot.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const pilotOf = (server: TestServer, { lead: token }: SetUp) =>
  server.call(pilotSchema, 'GET', '/v1/pilot', { token });
const contractOf = (server: TestServer, { lead: token }: SetUp) =>
  server.call(contractSchema, 'GET', '/v1/contract', { token });
const setPilot = (server: TestServer, token: string, body: object) =>
  server.call(pilotSchema, 'POST', '/v1/pilot', { token, body });

/** Who wrote the events of a kind, in the order of recording. */
async function writersOf(server: TestServer, type: string): Promise<unknown[]> {
  const client = createClient({ url: server.databaseUrl });
  const sql = 'select recorded_by from seat_event where type = ? order by seq';
  const { rows } = await client.execute({ sql, args: [type] });
  client.close();
  return rows.map((row): unknown => JSON.parse(z.string().parse(row['recorded_by'])));
}

const as = (role: string, id: unknown = null) => ({ role, id });

/** A caller of the API is named by the device. */
async function by(server: TestServer, token: string): Promise<unknown> {
  const { role, device } = await server.call(identitySchema, 'GET', '/v1/me', { token });
  return as(role, device?.id);
}

describe('every change is a dated version with who made it', () => {
  test('of terms, by an admin and by an operator', async () => {
    const server = await TestServer.start(Date.now());
    const of = await setUp(server);
    const at = iso(server.clock.now);
    const event = { id: 't', type: 'terms.changed', at, terms: { thresholdBps: 1500 } };
    await server.events(of.admin, [event]);
    const told = await run(
      'server/cli.ts',
      ['terms', 'checkHourUtc=6', '--contract', of.contract, '--by', 'Kim'],
      { env: { DATABASE_URL: server.databaseUrl } },
    );
    expect(told.stderr).toBe('');
    const { terms } = await contractOf(server, of);
    expect(terms.versions.map(({ version, recordedBy }) => [version, recordedBy])).toEqual([
      [1, as('server')],
      [2, await by(server, of.admin)],
      [3, as('operator', 'Kim')],
    ]);
    const dates = terms.versions.map(({ recordedAt }) => recordedAt);
    expect(dates).toEqual([...new Set(dates)].sort((one, other) => one - other));
    expect(terms.version).toBe(3);
    expect(terms.versions[1]?.terms).toMatchObject({ thresholdBps: 1500, checkHourUtc: 0 });
    expect(terms.versions[2]?.terms).toMatchObject({ thresholdBps: 1500, checkHourUtc: 6 });
    expect(await writersOf(server, 'terms.changed')).toEqual([
      await by(server, of.admin),
      as('operator', 'Kim'),
    ]);
    const shown = await run('server/cli.ts', ['terms', '--contract', of.contract], {
      env: { DATABASE_URL: server.databaseUrl },
    });
    expect(shown.stdout).toContain('thresholdBps=1500');
    expect(shown.stdout).toMatch(/^ {2}3 {2}\S+Z {2}operator Kim: checkHourUtc=6$/m);
  });

  test('of mode, share and seats, by a lead and by an operator; the same again is none', async () => {
    const server = await TestServer.start(Date.now());
    const of = await setUp(server, { seats: 3, mode: 'observe' });
    const first = await pilotOf(server, of);
    expect(first).toMatchObject({
      mode: 'observe',
      recordedBy: as('server'),
      seats: { observe: 3, inform: 0, enforce: 0 },
    });
    const wanted = { mode: 'inform', sharePercent: 0, namedSeats: ['seat-2', 'seat-2'] };
    server.sleepTo(server.clock.now + HOUR_MS);
    const set = await setPilot(server, of.lead, wanted);
    expect(set).toMatchObject({
      version: first.version + 1,
      mode: 'inform',
      sharePercent: 0,
      namedSeats: ['seat-2'],
      recordedBy: await by(server, of.lead),
      seats: { observe: 2, inform: 1, enforce: 0 },
    });
    expect(set.recordedAt).toBeGreaterThanOrEqual(server.clock.now);
    expect(await setPilot(server, of.lead, wanted)).toEqual(set);
    expect((await writersOf(server, 'mode.changed')).at(-1)).toEqual(await by(server, of.lead));

    const args = ['mode', 'enforce', '--contract', of.contract, '--share', '100', '--by', 'Kim'];
    const env = { DATABASE_URL: server.databaseUrl };
    const dry = await run('server/cli.ts', [...args, '--dry-run', '--json'], { env });
    expect(JSON.parse(dry.stdout)).toMatchObject({ isDryRun: true, mode: 'enforce' });
    expect(await pilotOf(server, of)).toEqual(set);
    expect((await run('server/cli.ts', args, { env })).stderr).toBe('');
    const { versions, seats } = await pilotOf(server, of);
    expect(seats).toEqual({ observe: 0, inform: 0, enforce: 3 });
    expect(versions.slice(-2).map(({ mode, recordedBy }) => [mode, recordedBy])).toEqual([
      ['inform', await by(server, of.lead)],
      ['enforce', as('operator', 'Kim')],
    ]);
    const shown = await run('server/cli.ts', ['mode', '--contract', of.contract], { env });
    expect(shown.stdout).toMatch(/operator Kim: in enforce for 100 % of its seats and seat-2$/m);
  });

  test('of the source', async () => {
    const server = await TestServer.start(Date.now());
    const of = await setUp(server);
    const args = ['contract', 'source', '--contract', of.contract, '--source', 'import'];
    await run('server/cli.ts', [...args, '--by', 'Kim'], {
      env: { DATABASE_URL: server.databaseUrl },
    });
    const { evidence } = await contractOf(server, of);
    expect(evidence).toMatchObject({
      source: 'import',
      changes: [{ before: 'feed', after: 'import', recordedBy: as('operator', 'Kim') }],
    });
    expect(evidence.changes[0]?.recordedAt).toBe(evidence.since);
  });

  test('an operator who does not say so is named by the account', async () => {
    const server = await TestServer.start(Date.now());
    const of = await setUp(server);
    const env = { DATABASE_URL: server.databaseUrl, SUDO_USER: 'robin' };
    await run('server/cli.ts', ['mode', 'enforce', '--contract', of.contract], { env });
    expect((await pilotOf(server, of)).recordedBy).toEqual(as('operator', 'robin'));
  });

  test('of one seat: mode, holder, CONTINUE and a restored standing', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100 }));
    await server.moveTo(START + DAY_MS);
    const at = iso(server.clock.now);
    await server.press(of.recruiters[0] ?? '', { id: 'p', notice: 'warning', at });
    // Before the transfer, which ends the device.
    const recruiter = await by(server, of.recruiters[0] ?? '');
    const base = { at, seat: 'seat-1' };
    await server.events(of.lead, [{ ...base, id: 'm', type: 'mode.changed', mode: 'enforce' }]);
    await server.events(of.admin, [{ ...base, id: 'r', type: 'standing.restored' }]);
    await server.ask('POST', '/v1/seats/seat-1/transfer', {
      token: of.lead,
      body: { id: 't', to: 'Ada', at },
    });
    expect(await writersOf(server, 'notice.acknowledged')).toEqual([recruiter]);
    expect(await writersOf(server, 'standing.restored')).toEqual([await by(server, of.admin)]);
    expect((await writersOf(server, 'mode.changed')).at(-1)).toEqual(await by(server, of.lead));
    expect(await writersOf(server, 'seat.transferred')).toEqual([
      as('server'),
      await by(server, of.lead),
    ]);
  });
});

test('a change of standing keeps the version that it was judged by', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2 });
  await server.events(of.feed, sends('a', START, { count: 100 }));
  await server.moveTo(START + DAY_MS);
  const at = iso(server.clock.now);
  const event = { type: 'terms.changed', at };
  // Both in one write with what they do not judge any more, and what they do.
  await server.events(of.admin, [
    { ...event, id: 't1', terms: { thresholdBps: 1400 } },
    { ...event, id: 't2', terms: { thresholdBps: 1500 } },
  ]);
  await server.press(of.recruiters[0] ?? '', { id: 'p', notice: 'warning', at });
  const later = iso(server.clock.now + DAY_MS);
  await server.moveTo(server.clock.now + DAY_MS);
  await server.events(of.feed, sends('b', server.clock.now, { seat: 'seat-2', count: 100 }));
  await server.moveTo(server.clock.now + DAY_MS);
  await server.events(of.admin, [{ ...event, id: 't3', at: later, terms: { closeBps: 1700 } }]);
  const client = createClient({ url: server.databaseUrl });
  const { rows } = await client.execute(
    'select seat_id, cause, terms_version from standing_change order by at, seat_id',
  );
  client.close();
  expect(rows.map((row) => [row['seat_id'], row['cause'], row['terms_version']])).toEqual([
    ['seat-1', 'check', 1],
    ['seat-1', 'acknowledged', 3],
    ['seat-2', 'check', 3],
  ]);
});

describe('a pilot', () => {
  test('is looked at before it is set: which seats, and what it does to them', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 3, mode: 'enforce' });
    const [token = ''] = of.recruiters;
    const press = (id: string, notice: string) =>
      server.press(token, { id, notice, at: iso(server.clock.now) });
    await server.events(of.feed, sends('a', START, { count: 100 }));
    await server.moveTo(START + DAY_MS);
    await press('p', 'warning');
    await server.moveTo(START + 10 * DAY_MS);
    await server.events(of.feed, sends('b', server.clock.now, { count: 100 }));
    await server.moveTo(START + 16 * DAY_MS);
    expect((await server.reading(token)).gate.bulk.allowed).toBe(false);
    const before = await pilotOf(server, of);
    const body = { mode: 'inform', sharePercent: 0, namedSeats: ['seat-1'] };
    const preview = await server.call(pilotPreviewSchema, 'POST', '/v1/pilot/preview', {
      token: of.lead,
      body,
    });
    expect(preview.changes).toEqual([
      {
        seat: 'seat-1',
        holder: 'Holder 1',
        from: 'enforce',
        to: 'inform',
        bulk: 'released',
        startsAnew: false,
      },
      ...['2', '3'].map((number) => ({
        seat: `seat-${number}`,
        holder: `Holder ${number}`,
        from: 'enforce',
        to: 'observe',
        bulk: 'unchanged',
        startsAnew: false,
      })),
    ]);
    expect(await pilotOf(server, of)).toEqual(before);
    const set = await setPilot(server, of.lead, body);
    expect(set.seats).toEqual({ observe: 2, inform: 1, enforce: 0 });
    expect((await server.reading(token)).gate.bulk.allowed).toBe(true);
    const back = await server.call(pilotPreviewSchema, 'POST', '/v1/pilot/preview', {
      token: of.lead,
      body: { mode: 'enforce', sharePercent: 100 },
    });
    expect(back.changes.map(({ bulk, startsAnew }) => [bulk, startsAnew])).toEqual([
      ['held', false],
      ['unchanged', true],
      ['unchanged', true],
    ]);
  });

  test('is refused with a reason: seats that are not there, evidence that is partial', async () => {
    const server = await TestServer.start();
    const { ledger } = server.running;
    const { id } = await createContract(
      ledger,
      { name: 'O', profile: 'inmail-2014', source: 'overlay', relationshipManager: null },
      newKey,
    );
    await addSeat(ledger, id, { holder: 'Ada' });
    const lead = server.join(id, { role: 'lead', teams: 'all' });
    const admin = server.join(id, { role: 'admin' });
    const ask = (token: string, body: object) =>
      server.problem('POST', '/v1/pilot', { token, body });
    const enforce = { mode: 'enforce' };
    expect(await ask(lead, enforce)).toMatchObject({
      status: 409,
      code: 'partial_evidence',
      field: 'mode',
    });
    const accepting = { ...enforce, acceptsPartialEvidence: true };
    expect(await ask(lead, accepting)).toMatchObject({
      status: 403,
      code: 'not_allowed',
      field: 'acceptsPartialEvidence',
    });
    expect(await ask(lead, { mode: 'inform', namedSeats: ['seat-9'] })).toMatchObject({
      status: 404,
      code: 'seat_unknown',
      field: 'namedSeats.0',
    });
    expect((await server.reading(lead)).mode).toBe('observe');
    const set = await setPilot(server, admin, accepting);
    expect(set).toMatchObject({
      mode: 'enforce',
      partialAcceptedAt: START,
      recordedBy: await by(server, admin),
    });
    const { mode, evidence } = await server.reading(lead);
    expect(mode).toBe('enforce');
    // What every reading says of it: since when sends were seen, when the inbox was last read.
    expect(evidence).toMatchObject({ isPartialAccepted: true, since: START, inboxReadAt: null });
    // A lead may go on from there, as it was accepted.
    await setPilot(server, lead, { mode: 'inform' });
    expect((await setPilot(server, lead, enforce)).mode).toBe('enforce');
  });
});
