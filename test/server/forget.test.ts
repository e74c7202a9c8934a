import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forgetHolder } from '#server/retention/forget.ts';
import { listPeople } from '#server/identity/person-store.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { retainAll } from '#test/server/retention.ts';

const NAME = 'Clara Weißenfels';

test('who held a seat before is forgotten everywhere, and every standing stays as it was', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'enforce' });
  const move = (id: string, seat: string, to: string) => {
    const body = { id, to, at: iso(server.clock.now) };
    return server.ask('POST', `/v1/seats/${seat}/transfer`, { token: of.lead, body });
  };
  await server.ask('POST', '/v1/webhooks', {
    token: of.admin,
    body: { url: 'https://hooks.example.com/' },
  });
  await move('t1', 'seat-1', NAME);
  await move('t2', 'seat-2', NAME);
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.moveTo(START + DAY_MS);
  const clara = server.join(of.contract, { role: 'recruiter', seat: 'seat-1' });
  const at = iso(server.clock.now);
  const asked = { id: 'r', reason: 'other', message: `I am ${NAME}.` };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token: clara, body: asked });
  await server.press(clara, { id: 'p', notice: 'warning', at });
  const { ledger } = server.running;
  expect(await forgetHolder(ledger, of.contract, { holder: NAME })).toEqual({
    ok: false,
    code: 'still_holds',
  });
  await move('t3', 'seat-1', 'Dana Ortiz');
  await move('t4', 'seat-2', 'Emil Brandt');
  const before = await server.reading(of.lead);
  const told = await exportLedger(ledger.database, of.contract);

  const on = ['--contract', of.contract, '--database', server.databaseUrl];
  const forgotten = await run('server/cli.ts', ['person', 'forget', NAME, ...on]);
  expect(forgotten.stdout).toMatch(
    /^They are "Former holder \w{8}" from now on, in 2 transfers, 1 reviews, \d invitations, \d+ messages/,
  );
  const [, pseudonym = ''] = /"(Former holder \w+)"/.exec(forgotten.stdout) ?? [];
  expect(await server.reading(of.lead)).toEqual(before);
  const after = await exportLedger(ledger.database, of.contract);
  const named = JSON.parse(JSON.stringify(told).replaceAll(NAME, pseudonym));
  expect(after).toEqual(named);
  const verified = await run('server/cli.ts', ['verify', ...on]);
  expect(verified.status).toBe(0);
  for (const path of [
    '/v1/seats/seat-1/history',
    '/v1/seats/seat-1/data',
    '/v1/reviews/r',
    '/v1/audit.ndjson',
  ]) {
    const { text } = await server.fetch('GET', path, { token: of.admin });
    expect(text, path).not.toContain('Clara');
  }
  await server.stop();
  expect(readFileSync(new URL(server.databaseUrl)).includes('Clara Wei')).toBe(false);
}, 120_000);

const EMAIL = 'c.weissenfels@example.com';

/** Who was invited by her address alone has a browser, asks for a review, and is followed by another. */
async function passedOn() {
  const server = await TestServer.start();
  const of = await setUp(server, { mode: 'enforce' });
  const { ledger } = server.running;
  const move = (id: string, to: string) => {
    server.sleepTo(server.clock.now + 60_000);
    const body = { id, to, at: iso(server.clock.now) };
    return server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  };
  const invite = (email: string, to: Parameters<TestServer['invite']>[2]) =>
    server.invite(of.contract, email, to);
  const seat = { role: 'recruiter', seat: 'seat-1' } as const;
  await move('t1', NAME);
  server.sleepTo(server.clock.now + 60_000);
  const clara = server.person();
  await clara.accept(await invite(EMAIL, seat));
  const token = await server.connect(clara, seat);
  const asked = { id: 'r', reason: 'other', message: 'Please look.' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token, body: asked });
  const forget = (email?: string) => forgetHolder(ledger, of.contract, { holder: NAME, email });
  return { server, of, ledger, clara, invite, move, seat, forget };
}

/** Whether a text is anywhere in the database's files. */
async function isKept(server: TestServer, text: string): Promise<boolean> {
  await server.stop();
  return readFileSync(new URL(server.databaseUrl)).includes(text);
}

test('who was invited by another name is found as the person, and her successor stays', async () => {
  const { server, of, move, invite, seat, forget } = await passedOn();
  await move('t2', 'Dana Ortiz');
  const dana = server.person();
  await dana.accept(await invite('dana@example.com', seat));
  const before = await server.reading(of.lead);
  expect(await forget()).toMatchObject({ ok: true, transfers: 1, reviews: 1, invitations: 1 });
  expect(await server.reading(of.lead)).toEqual(before);
  const { text } = await server.fetch('GET', '/v1/audit.csv', { token: of.admin });
  expect(text).not.toContain(EMAIL);
  expect(text).toContain('recruiter dana@example.com');
  expect(await forget()).toEqual({ ok: false, code: 'person_unknown' });
  expect(await isKept(server, EMAIL)).toBe(false);
}, 60_000);

test('an invitation that was never taken up goes by the address, and its link with it', async () => {
  const { server, move, invite, forget } = await passedOn();
  await move('t2', 'Dana Ortiz');
  const other = 'clara@home.example';
  const link = await invite(other, { role: 'lead', teams: 'all' });
  expect(await forget(other)).toMatchObject({ ok: true, invitations: 2 });
  expect((await server.person().open(link)).status).toBe(404);
  expect(await isKept(server, other)).toBe(false);
}, 60_000);

test('who is a lead by now is forgotten as a holder alone', async () => {
  const { server, of, ledger, clara, move, invite, forget } = await passedOn();
  await clara.accept(await invite(EMAIL, { role: 'lead', teams: 'all' }));
  await move('t2', 'Dana Ortiz');
  expect(await forget(EMAIL)).toEqual({ ok: false, code: 'still_there' });
  expect(await forget()).toMatchObject({ ok: true, transfers: 1, reviews: 1 });
  const people = await ledger.database.read((reader) => listPeople(reader, of.contract));
  expect(people.map(({ email }) => email)).toContain(EMAIL);
  expect(await server.connect(clara, { role: 'lead' })).toBeTruthy();
}, 60_000);

test('what retention has left of somebody is forgotten when the transfers are gone', async () => {
  const { server, of, move, forget } = await passedOn();
  await move('t2', 'Dana Ortiz');
  await server.moveTo(START + 100 * DAY_MS);
  await retainAll(server, of, 60);
  const { ledger } = server.running;
  const left = await exportLedger(ledger.database, of.contract);
  expect(JSON.stringify(left)).not.toContain(NAME);
  expect(await forget()).toMatchObject({ ok: true, transfers: 0, reviews: 1 });
  expect(await isKept(server, EMAIL)).toBe(false);
}, 60_000);
