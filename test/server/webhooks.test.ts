import { afterEach, expect, test, vi } from 'vitest';
import { addEndpoint } from '#server/webhooks/endpoints.ts';
import { readAddress } from '#server/webhooks/address.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { replayedWebhookSchema, webhookSecretSchema } from '#shared/wire/webhooks.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';
import { run, start } from '#test/server/processes.ts';
import { verified } from '#test/server/webhook-receiver.ts';
import { firstEndpoint, receive, warned } from '#test/server/webhook-world.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The convention's library goes by the clock of this machine. */
function lookAt(server: TestServer): void {
  vi.useFakeTimers({ now: server.clock.now, toFake: ['Date'] });
}

test('an endpoint is told what happens, in order, signed by the Standard Webhooks convention', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const [own = ''] = of.recruiters;
  await server.press(own, { id: 'p', notice: 'warning', at: iso(server.clock.now) });
  const asked = { id: 'r', reason: 'other', message: 'Please look.' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token: own, body: asked });
  const decision = { id: 'd', outcome: 'upheld', reason: 'Right.' };
  await server.ask('POST', '/v1/reviews/r/decision', { token: of.lead, body: decision });
  // What one write brings about is dated a moment later than the write before.
  server.sleepTo(server.clock.now + 1000);
  await server.running.deliver();
  lookAt(server);
  const said = receiver.got.map((got) => verified(got, endpoint.secret));
  expect(said.map(({ type }) => type)).toEqual([
    'standing.changed',
    'notice.issued',
    'standing.changed',
    'notice.acknowledged',
    'review.asked',
    'review.decided',
    'standing.changed',
  ]);
  expect(said.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(said[0]).toMatchObject({
    data: {
      contract: of.contract,
      seat: { id: 'seat-1', holder: 'Holder 1' },
      from: 'good',
      to: 'warning_due',
      tally: { accepted: 5, total: 100 },
    },
  });
  expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(7);
  const [first] = receiver.got;
  if (first === undefined) throw new Error('Nothing came.');
  expect(() =>
    verified({ ...first, body: first.body.replace('good', 'warned') }, endpoint.secret),
  ).toThrow();
  // What was taken is not told again.
  await server.running.deliver();
  expect(receiver.got).toHaveLength(7);
  expect(await firstEndpoint(server, of)).toMatchObject({
    waiting: 0,
    lastSequence: 7,
    lastAnswer: '204',
  });
});

test('what an endpoint does not take is tried again, later each time, with the same id', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const told = () => receiver.got.map(({ sequence }) => sequence);
  receiver.answers.push(500, 302);
  await server.running.deliver();
  // The next waits behind it, in another process too, for five seconds at first.
  await server.restart();
  await server.running.deliver();
  expect(told()).toEqual([1]);
  expect(await firstEndpoint(server, of)).toMatchObject({ waiting: 2, lastAnswer: '500' });
  await server.moveTo(server.clock.now + 6_000);
  await server.running.deliver();
  expect(told()).toEqual([1, 1]);
  expect(await firstEndpoint(server, of)).toMatchObject({ waiting: 2, lastAnswer: '302' });
  await server.moveTo(server.clock.now + 6_000);
  await server.running.deliver();
  expect(told()).toEqual([1, 1]);
  await server.moveTo(server.clock.now + 300_000);
  await server.running.deliver();
  expect(told()).toEqual([1, 1, 1, 2]);
  const [one, , again] = receiver.got;
  expect([again?.id, again?.body]).toEqual([one?.id, one?.body]);
  // The time of the try is signed, and another one each time.
  expect(again?.headers['webhook-timestamp']).not.toBe(one?.headers['webhook-timestamp']);
  lookAt(server);
  if (again === undefined) throw new Error('It was not tried again.');
  expect(verified(again, endpoint.secret).type).toBe('standing.changed');
});

test('after the last try a message is given up, and is told again when that is asked for', async () => {
  const { server, of, receiver, endpoint } = await warned();
  // The seat stays as it is meanwhile.
  for (let tried = 0; tried < 22; tried += 1) {
    receiver.answers.push(503, 503);
    await server.running.deliver();
    server.sleepTo(server.clock.now + 2 * DAY_MS);
  }
  const tries = receiver.got.map(({ sequence }) => sequence);
  expect(tries).toEqual([...Array(10).fill(1), ...Array(10).fill(2)]);
  const token = of.admin;
  receiver.answers.length = 0;
  const path = `/v1/webhooks/${endpoint.id}/replay`;
  const replay = (fromSequence: number) =>
    server.call(replayedWebhookSchema, 'POST', path, { token, body: { fromSequence } });
  const given = await firstEndpoint(server, of);
  expect(given).toMatchObject({ givenUp: 2, waiting: 0, lastAnswer: '503' });
  expect(await replay(2)).toEqual({ id: endpoint.id, messages: (given?.lastSequence ?? 0) - 1 });
  await server.running.deliver();
  expect(receiver.got[20]?.id).toBe(receiver.got[10]?.id);
});

test('both secrets sign for a day after one was changed, then the new one alone', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const rotated = await server.call(
    webhookSecretSchema,
    'POST',
    `/v1/webhooks/${endpoint.id}/rotate`,
    { token: of.admin },
  );
  await server.running.deliver();
  const [first, second] = receiver.got;
  if (first === undefined || second === undefined) throw new Error('Two are told.');
  lookAt(server);
  for (const secret of [endpoint.secret, rotated.secret]) verified(first, secret);
  vi.useRealTimers();
  server.sleepTo(server.clock.now + DAY_MS);
  const body = { fromSequence: 1 };
  await server.ask('POST', `/v1/webhooks/${endpoint.id}/replay`, { token: of.admin, body });
  await server.running.deliver();
  lookAt(server);
  const last = receiver.got.at(-1);
  if (last === undefined) throw new Error('It was not told again.');
  verified(last, rotated.secret);
  expect(() => verified(last, endpoint.secret)).toThrow();
});

test('an endpoint that is gone ends, and nothing is told to one that has ended', async () => {
  const { server, of, receiver, endpoint } = await warned();
  receiver.answers.push(410);
  await server.running.deliver();
  expect(await firstEndpoint(server, of)).toBeUndefined();
  await server.running.deliver();
  expect(receiver.got).toHaveLength(1);
  // It is put down as when somebody ends it.
  const { text } = await server.fetch('GET', '/v1/audit.csv', { token: of.admin });
  const ended = text.split('\r\n').filter((line) => line.includes('webhook.ended'));
  expect(ended).toEqual([
    `${iso(server.clock.now)},server,,webhook.ended,${endpoint.id},${receiver.url},,,,`,
  ]);
});

test('only an admin says where the contract is told', async () => {
  const { server, of, endpoint } = await warned();
  const body = { url: 'https://hooks.example.com/' };
  for (const token of [of.lead, of.feed, of.recruiters[0] ?? '']) {
    expect((await server.problem('POST', '/v1/webhooks', { token, body })).status).toBe(403);
  }
  const other = await setUp(server, { name: 'Larkfield Staffing' });
  const path = `/v1/webhooks/${endpoint.id}/end`;
  const foreign = await server.problem('POST', path, { token: other.admin });
  expect([foreign.status, foreign.code]).toEqual([404, 'webhook_unknown']);
});

test('no message leaves for an address inside the network, unless that is allowed', async () => {
  for (const url of [
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'https://localhost/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://2130706433/',
    'https://vault.internal/',
    'https://user:secret@hooks.example.com/',
    'nowhere',
  ]) {
    expect(readAddress(url, false), url).toMatchObject({ ok: false });
  }
  expect(readAddress('http://10.1.2.3/', true)).toMatchObject({ ok: false });
  expect(readAddress('https://hooks.example.com/x', false)).toMatchObject({ ok: true });
  // A name that looks public and leads inside is found out when it is called.
  const server = await TestServer.start(START, { allowsPrivateWebhooks: false });
  const of = await setUp(server, { mode: 'enforce' });
  const receiver = await receive();
  const { ledger } = server.running;
  await addEndpoint(ledger, of.contract, { url: receiver.url, allowsPrivate: true });
  await server.events(of.feed, sends('a', START, { count: 100 }));
  await server.moveTo(START + DAY_MS);
  await server.running.deliver();
  expect(receiver.got).toEqual([]);
  expect(await firstEndpoint(server, of)).toMatchObject({
    lastAnswer: 'address inside the network',
  });
});

test('a server that is killed while it tells tells again, with the same id', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const [own = ''] = of.recruiters;
  expect((await server.reading(own)).standing).toBe('warning_due');
  await server.stop();
  receiver.answers.push('hang');
  const env = {
    DATABASE_URL: server.databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    WEBHOOKS_INTO_NETWORK: 'true',
  };
  const first = start('server/main.ts', [], { env });
  await expect.poll(() => receiver.got.length, { timeout: 60_000 }).toBe(1);
  const ended = new Promise((resolve) => first.once('close', resolve));
  first.kill('SIGKILL');
  await ended;
  const second = start('server/main.ts', [], { env });
  await expect.poll(() => receiver.got.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
  second.kill('SIGTERM');
  await new Promise((resolve) => second.once('close', resolve));
  const ids = receiver.got.map(({ id }) => id);
  expect(ids[1]).toBe(ids[0]);
  // Every message arrived, and each event has one message.
  expect(new Set(ids).size).toBe(ids.length - 1);
  for (const got of receiver.got) verified(got, endpoint.secret);
}, 180_000);

test('an operator does the same by the command', async () => {
  const server = await TestServer.start();
  const of = await setUp(server);
  const on = ['--contract', of.contract, '--database', server.databaseUrl, '--json'];
  const url = 'https://hooks.example.com/standing';
  const added = await run('server/cli.ts', ['webhook', 'add', url, ...on]);
  const { id, secret } = webhookSecretSchema.parse(JSON.parse(added.stdout));
  expect(secret).toMatch(/^whsec_[\w+/=]{32}$/);
  const refused = await run('server/cli.ts', ['webhook', 'add', 'https://10.0.0.1/', ...on]);
  expect(refused.status).toBe(1);
  const listed = await run('server/cli.ts', ['webhook', 'list', ...on]);
  expect(JSON.parse(listed.stdout)).toMatchObject({ endpoints: [{ id, url }] });
  expect(listed.stdout).not.toContain('whsec_');
  await run('server/cli.ts', ['webhook', 'end', id, ...on]);
  expect(await firstEndpoint(server, of)).toBeUndefined();
}, 120_000);
