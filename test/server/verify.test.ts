import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { pathOf } from '#server/db/place.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import {
  databaseUrlIn,
  sends,
  setUp,
  START,
  temporaryFolder,
  TestServer,
} from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const verify = (url: string, ...args: string[]) =>
  run('server/cli.ts', ['verify', ...args], { env: { DATABASE_URL: url } });

/** A warning, and the period after it. */
async function lived() {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2 });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 2 }));
  await server.moveTo(START + DAY_MS);
  const [token = ''] = of.recruiters;
  const at = new Date(server.clock.now).toISOString();
  await server.press(token, { id: 'press', notice: 'warning', at });
  await server.moveTo(START + 16 * DAY_MS);
  await server.events(of.feed, sends('b', server.clock.now - HOUR_MS));
  return { server, url: server.databaseUrl };
}

test('says that all is as it should be, beside a server that runs', async () => {
  const { url } = await lived();
  const { status, stdout, stderr } = await verify(url, '--json');
  expect([status, stderr]).toEqual([0, '']);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({
    ok: true,
    contracts: [{ contract: 'fernhill-talent', ok: true, seats: 2 }],
  });
  expect(told.contracts[0].changes).toBeGreaterThan(2);
  const inWords = await verify(url, '--contract', 'fernhill-talent');
  expect(inWords.stdout).toMatch(/^Contract "fernhill-talent": 2 seats and \d+ changes are what /);
});

test.each<[string, string[], string, string, unknown, unknown]>([
  [
    'a standing',
    ["update seat set standing = 'improvement' where id = 'seat-2'"],
    'seat-2',
    'standing: standing',
    'improvement',
    'good',
  ],
  [
    'a next check',
    ["update seat set next_check_at = 9e12 where id = 'seat-2'"],
    'seat-2',
    'standing: nextCheckAt',
    9e12,
    expect.any(Number),
  ],
  [
    'a change that was altered',
    [
      'drop trigger standing_change_is_never_changed',
      "update standing_change set cause = 'restored' where seq = (select min(seq) from standing_change)",
    ],
    'seat-1',
    'change at 2026-01-06T00:00:00.000Z: cause',
    'restored',
    'check',
  ],
  [
    'a change that was lost',
    [
      'drop trigger standing_change_is_removed_by_retention_or_with_its_contract',
      'delete from standing_change where seq = (select max(seq) from standing_change)',
    ],
    'seat-1',
    expect.stringMatching(/^change at /),
    null,
    expect.objectContaining({ from: expect.any(String) }),
  ],
  [
    'an event that was lost',
    [
      'drop trigger inmail_is_removed_by_retention_or_with_its_contract',
      "delete from inmail where inmail_id = 'a-99'",
    ],
    'seat-1',
    'change at 2026-01-06T00:00:00.000Z',
    expect.objectContaining({ tally: expect.objectContaining({ total: 100 }) }),
    null,
  ],
])('names %s', async (_what, statements, seat, what, database, replayed) => {
  const { server, url } = await lived();
  await server.stop();
  const client = createClient({ url });
  for (const statement of statements) await client.execute(statement);
  client.close();
  const { status, stdout, stderr } = await verify(url, '--json');
  expect(stderr).toBe('');
  const told = JSON.parse(stdout);
  const difference = { seat, what, database, replayed };
  expect(told).toMatchObject({
    ok: false,
    contracts: [{ ok: false, code: 'different', difference }],
  });
  expect(status).toBe(1);
});

test('refuses a contract that is not there, and makes no database', async () => {
  const { url } = await lived();
  const unknown = await verify(url, '--contract', 'nothing');
  expect([unknown.status, unknown.stderr]).toEqual([
    1,
    'good-standing: There is no contract "nothing".\n',
  ]);
  const nowhere = databaseUrlIn(temporaryFolder());
  const none = await verify(nowhere);
  expect([none.status, none.stderr]).toEqual([
    1,
    `good-standing: There is no database at ${pathOf(nowhere)}.\n`,
  ]);
});
