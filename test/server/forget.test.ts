import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forgetHolder } from '#server/retention/forget.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

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
  expect(await forgetHolder(ledger, of.contract, NAME)).toEqual({ ok: false, code: 'still_holds' });
  await move('t3', 'seat-1', 'Dana Ortiz');
  await move('t4', 'seat-2', 'Emil Brandt');
  const before = await server.reading(of.lead);
  const told = await exportLedger(ledger.database, of.contract);

  const on = ['--contract', of.contract, '--database', server.databaseUrl];
  const forgotten = await run('server/cli.ts', ['person', 'forget', NAME, ...on]);
  expect(forgotten.stdout).toMatch(/^They are "Former holder \w{8}" from now on, in 2 transfers/);
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
