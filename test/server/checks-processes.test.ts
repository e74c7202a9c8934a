import { createClient } from '@libsql/client';
import { expect, onTestFinished, test } from 'vitest';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, TestServer } from '#test/server/harness.ts';
import { run, start } from '#test/server/processes.ts';

/** Resolves with whether the process came to listen; false when it ended before. */
function listens(url: string): Promise<boolean> {
  const child = start('server/main.ts', [], { env: { DATABASE_URL: url, PORT: '0' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Promise((resolve) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('"listening"')) resolve(true);
    });
    child.on('close', () => resolve(false));
  });
}

test('of servers started at once one serves, and every check is made once beside commands', async () => {
  // Two days ago: what was due meanwhile is made at the start, by whoever comes first.
  const past = Math.floor(Date.now() / DAY_MS) * DAY_MS - 2 * DAY_MS + 3_600_000;
  const server = await TestServer.start(past);
  const of = await setUp(server, { seats: 12 });
  for (let seat = 1; seat <= 12; seat += 1) {
    await server.events(of.feed, sends(`s${seat}`, past, { seat: `seat-${seat}`, count: 100 }));
  }
  const url = server.databaseUrl;
  await server.stop();
  const servers = Array.from({ length: 3 }, () => listens(url));
  const commands = ['Ada', 'Bo', 'Cy'].map((holder) =>
    run('server/cli.ts', ['seat', 'add', '--contract', of.contract, '--holder', holder], {
      env: { DATABASE_URL: url },
    }),
  );
  const isServing = await Promise.all(servers);
  const added = await Promise.all(commands);
  expect(isServing.filter(Boolean)).toHaveLength(1);
  expect(added.map(({ status, stderr }) => [status, stderr])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
  const client = createClient({ url });
  const read = async () =>
    (await client.execute('select seat_id, at, cause from standing_change order by seat_id')).rows;
  await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBe(12);
  const midnight = Math.floor(past / DAY_MS) * DAY_MS + DAY_MS;
  for (const row of await read()) {
    expect([row['cause'], iso(Number(row['at']))]).toEqual(['check', iso(midnight)]);
  }
  expect(new Set((await read()).map((row) => row['seat_id'])).size).toBe(12);
  client.close();
  const verified = await run('server/cli.ts', ['verify', '--json'], { env: { DATABASE_URL: url } });
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
}, 120_000);
