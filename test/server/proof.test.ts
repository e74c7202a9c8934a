import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { changeTerms } from '#server/contracts/change-terms.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { proofSchema } from '#shared/wire/proof.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { verify } from '#test/server/proofs.ts';

const MIDNIGHT = START + 15 * HOUR_MS;
const PATH = '/v1/seats/seat-1/proof';

test('a proof writes out what the last check counted and compared', async () => {
  const server = await TestServer.start();
  const of = await setUp(server);
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 9, declined: 2 }));
  await server.moveTo(MIDNIGHT + 1);
  // What comes in after the check is no part of it.
  await server.events(of.feed, sends('late', START, { count: 5, accepted: 5 }));
  const { proven, command } = await verify(server, of);
  expect(proven).toMatchObject({
    contract: of.contract,
    seat: 'seat-1',
    checkedAt: MIDNIGHT,
    window: { after: MIDNIGHT - 14 * DAY_MS, through: MIDNIGHT },
    terms: { profile: 'inmail-2014', version: 1, values: { thresholdBps: 1300, windowDays: 14 } },
    tally: { accepted: 9, declined: 2, pending: 89, total: 100 },
    comparison: { answeredTimes10000: 110_000, thresholdBpsTimesTotal: 130_000, isBreach: true },
    standing: { before: 'good', after: 'warning_due', notice: 'warning' },
  });
  expect(proven.inmails).toHaveLength(100);
  expect(proven.inmails[0]).toMatchObject({ inmail: 'a-0', sentAt: START, outcome: 'accepted' });
  expect(command).toBe(
    'npm run --silent good-standing -- export --contract fernhill-talent | ' +
      `npm run --silent good-standing -- replay - --profile inmail-2014 --until ${iso(MIDNIGHT)}`,
  );
});

test.each(['inmail-2014', 'inmail-current'] as const)(
  'each check on the way of a seat can be proved, by %s',
  async (profile) => {
    const server = await TestServer.start();
    const of = await setUp(server, { profile });
    const { ledger } = server.running;
    await changeTerms(ledger, of.contract, { minimumVolume: 4 });
    const kinds = new Set<string>();
    for (let day = 0; day < 130; day += 1) {
      const { now } = server.clock;
      const count = day < 70 || day > 110 ? 1 : 0;
      if (count > 0) await server.events(of.feed, sends(`d${day}`, now, { count }));
      if (day === 20) await changeTerms(ledger, of.contract, { checkHourUtc: 6 });
      if (day === 100) {
        const restored = { id: 'r', type: 'standing.restored', at: iso(now), seat: 'seat-1' };
        await server.events(of.lead, [restored]);
      }
      const { notice } = await server.reading(of.lead);
      if (notice !== null && day % 3 === 0) {
        const press = { id: `p${day}`, notice: notice.type, at: iso(now) };
        await server.press(of.recruiters[0] ?? '', press);
      }
      await server.moveTo(now + DAY_MS);
      if (profile === 'inmail-current' && day < 15) continue;
      const { standing } = (await verify(server, of)).proven;
      kinds.add(`${standing.before}>${standing.after}`);
    }
    expect(kinds.size).toBeGreaterThan(3);
  },
  60_000,
);

test('an earlier check is asked for by an instant, and stays as it was', async () => {
  const server = await TestServer.start();
  const { lead: token, feed } = await setUp(server);
  const ask = (at: Instant) => server.call(proofSchema, 'GET', `${PATH}?at=${iso(at)}`, { token });
  await server.events(feed, sends('a', START));
  await server.moveTo(MIDNIGHT + HOUR_MS);
  const first = await ask(MIDNIGHT);
  await server.events(feed, sends('b', START, { count: 200 }));
  await server.moveTo(MIDNIGHT + 30 * DAY_MS);
  expect(await ask(MIDNIGHT + HOUR_MS)).toEqual(first);
  expect((await ask(MIDNIGHT + DAY_MS)).proven.standing.after).toBe('warning_due');
});

test('what there is no proof of is said', async () => {
  const server = await TestServer.start();
  const { lead, feed, recruiters } = await setUp(server, { seats: 2 });
  const code = async (token: string, path = PATH) =>
    (await server.problem('GET', path, { token })).code;
  expect(await code(lead)).toBe('never_checked');
  expect(await code(lead, PATH.replace('-1', '-9'))).toBe('seat_unknown');
  expect(await code(lead, `${PATH}?at=noon`)).toBe('field_invalid');
  expect(await code(feed)).toBe('not_allowed');
  expect(await code(recruiters[1] ?? '')).toBe('not_allowed');
  await server.events(feed, sends('a', START, { count: 100 }));
  await server.moveTo(MIDNIGHT);
  // The check of this very instant is still to come.
  expect(await code(lead)).toBe('never_checked');
  await server.moveTo(MIDNIGHT + 1);
  expect((await server.ask('GET', PATH, { token: recruiters[0] ?? '' })).status).toBe(200);
  const client = createClient({ url: server.databaseUrl });
  await client.executeMultiple(
    'drop trigger inmail_is_removed_by_retention_or_with_its_contract; delete from inmail',
  );
  client.close();
  expect(await server.problem('GET', PATH, { token: lead })).toMatchObject({
    status: 410,
    code: 'evidence_gone',
  });
});

test('the command explains it in words, or whole', async () => {
  const server = await TestServer.start();
  const { contract, lead: token, feed } = await setUp(server);
  const env = { DATABASE_URL: server.databaseUrl };
  const explain = (...args: string[]) =>
    run('server/cli.ts', ['explain', 'seat-1', '--contract', contract, ...args], { env });
  await server.events(feed, sends('a', START, { count: 100, accepted: 12 }));
  await server.moveTo(MIDNIGHT + 1);
  const early = await explain('--at', iso(START));
  expect([early.status, early.stdout]).toEqual([0, 'Seat "seat-1" was not checked by then.\n']);
  const at = ['--at', iso(MIDNIGHT)];
  const { stdout } = await explain(...at);
  expect(stdout).toContain('12 accepted, 0 declined, 88 pending: 100 of 100, enough to be judged');
  expect(stdout).toContain('12 x 10000 = 120000 < 130000 = 1300 x 100: a breach');
  expect(stdout).toContain('good -> warning_due, notice warning');
  const whole: unknown = JSON.parse((await explain(...at, '--json')).stdout);
  const { body } = await server.ask('GET', PATH, { token });
  expect(whole).toEqual(body);
});
