import { createClient } from '@libsql/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { pathOf } from '#server/db/place.ts';
import { eventReceiptSchema } from '#shared/wire/events.ts';
import { sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run, start } from '#test/server/processes.ts';

const ROUNDS = 20;
const POSTERS = 6;

const idSchema = z.object({ event_id: z.string() });
const lineSchema = z.object({ msg: z.literal('listening'), url: z.string() });

type Serving = { url: string; kill: () => Promise<void> };

/** The real server as a process of its own, once it listens. */
function serve(databaseUrl: string): Promise<Serving> {
  const child = start('server/main.ts', [], { env: { DATABASE_URL: databaseUrl, PORT: '0' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (said.includes('listening')) return;
      said += text;
      const line = said.split('\n').find((each) => each.includes('"listening"'));
      if (line !== undefined) resolve({ url: lineSchema.parse(JSON.parse(line)).url, kill });
    });
    void ended.then(() => reject(new Error(`It ended: ${complaint}`)));
  });
}

type Load = { acknowledged: Set<string>; asked: number };

/** Posts events one after the other until the server is gone. */
async function post(url: string, token: string, name: string, load: Load): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  for (let index = 0; ; index += 1) {
    const events = sends(`${name}-${index}`, START);
    const body = JSON.stringify({ events });
    load.asked += events.length;
    try {
      const response = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
      const receipt = eventReceiptSchema.parse(await response.json());
      if (receipt.accepted !== events.length) throw new Error('It was not taken.');
      for (const { id } of events) load.acknowledged.add(String(id));
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

/** A contract on a file that nobody serves. */
async function prepared(): Promise<{ url: string; of: SetUp }> {
  const server = await TestServer.start(Date.now());
  const of = await setUp(server);
  await server.stop();
  return { url: server.databaseUrl, of };
}

async function idsIn(url: string): Promise<Set<string>> {
  const client = createClient({ url });
  const { rows } = await client.execute('select event_id from inmail');
  const [integrity] = (await client.execute('pragma integrity_check')).rows;
  expect(integrity?.['integrity_check']).toBe('ok');
  client.close();
  return new Set(rows.map((row) => idSchema.parse(row).event_id));
}

describe('a server that is killed', () => {
  test(`${ROUNDS} times with -9 under load, keeps every event it acknowledged and starts by itself`, async () => {
    const { url, of } = await prepared();
    const load: Load = { acknowledged: new Set(), asked: 0 };
    const fruitful: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = load.acknowledged.size;
      const server = await serve(url);
      const posters = Array.from({ length: POSTERS }, (_, index) =>
        post(server.url, of.feed, `k${round}-${index}`, load),
      );
      while (load.acknowledged.size === before) await new Promise((done) => setTimeout(done, 5));
      await new Promise((done) => setTimeout(done, 100 + 5 * round));
      await server.kill();
      await Promise.all(posters);
      fruitful.push(load.acknowledged.size - before);
      const held = await idsIn(url);
      const lost = [...load.acknowledged].filter((id) => !held.has(id));
      expect({ round, lost }).toEqual({ round, lost: [] });
    }
    expect(Math.min(...fruitful)).toBeGreaterThan(0);
    // It was killed in the middle of things.
    expect(load.asked).toBeGreaterThan(load.acknowledged.size);
  }, 300_000);
});

describe('a second server on the same file', () => {
  test('ends at once, in one sentence; the first goes on, and the next may start when it is gone', async () => {
    const { url, of } = await prepared();
    const first = await serve(url);
    const second = await run('server/main.ts', [], { env: { DATABASE_URL: url, PORT: '0' } });
    expect(second.status).toBe(1);
    expect(second.stderr).toBe(
      `The database ${pathOf(url)} is served by another process, or being restored: stop that one, or name another file.\n`,
    );
    const headers = { authorization: `Bearer ${of.feed}` };
    expect((await fetch(`${first.url}/v1/me`, { headers })).status).toBe(200);
    await first.kill();
    const next = await serve(url);
    await next.kill();
  });
});
