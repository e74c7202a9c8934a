import { afterEach, expect, test, vi } from 'vitest';
import { endpointsDue } from '#server/webhooks/store.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { webhookSecretSchema } from '#shared/wire/webhooks.ts';
import { iso, sends, START, type TestServer } from '#test/server/harness.ts';
import { verified } from '#test/server/webhook-receiver.ts';
import { addEndpointTo, firstEndpoint, receive, warned } from '#test/server/webhook-world.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The convention's library goes by the clock of this machine. */
function lookAt(server: TestServer): void {
  vi.useFakeTimers({ now: server.clock.now, toFake: ['Date'] });
}

test('what happens while a message waits for its next try is told after it, never before', async () => {
  const { server, of, receiver } = await warned();
  const told = () => receiver.got.map(({ sequence }) => sequence);
  receiver.answers.push(500);
  await server.running.deliver();
  const [own = ''] = of.recruiters;
  server.sleepTo(server.clock.now + 1000);
  await server.press(own, { id: 'p', notice: 'warning', at: iso(server.clock.now) });
  await server.running.deliver();
  expect(told()).toEqual([1]);
  server.sleepTo(server.clock.now + 5_000);
  await server.running.deliver();
  expect(told()).toEqual([1, 1, 2, 3, 4]);
});

test('one endpoint that takes nothing keeps no other waiting', async () => {
  const { server, of, receiver } = await warned();
  const other = await receive();
  await addEndpointTo(server, of, other.url);
  const [own = ''] = of.recruiters;
  server.sleepTo(server.clock.now + 1000);
  await server.press(own, { id: 'p', notice: 'warning', at: iso(server.clock.now) });
  const { database } = server.running.ledger;
  // However many messages wait, each endpoint is looked at once.
  const due = await database.read((reader) => endpointsDue(reader, server.clock.now));
  expect(due).toHaveLength(2);
  receiver.answers.push(503);
  await server.running.deliver();
  expect(receiver.got).toHaveLength(1);
  expect(other.got.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('an endpoint that is ended while a round is under way is told nothing more', async () => {
  const { server, of, receiver, endpoint } = await warned();
  receiver.answers.push(async () => {
    await server.ask('POST', `/v1/webhooks/${endpoint.id}/end`, { token: of.admin });
    return 204;
  });
  await server.running.deliver();
  await server.running.deliver();
  expect(receiver.got).toHaveLength(1);
});

test('a secret that is changed while a round is under way signs the next message', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const secrets: string[] = [];
  receiver.answers.push(async () => {
    const path = `/v1/webhooks/${endpoint.id}/rotate`;
    const asked = { token: of.admin };
    secrets.push((await server.call(webhookSecretSchema, 'POST', path, asked)).secret);
    return 204;
  });
  await server.running.deliver();
  const [first, second] = receiver.got;
  if (first === undefined || second === undefined) throw new Error('Two are told.');
  lookAt(server);
  const [changed = ''] = secrets;
  expect(() => verified(first, changed)).toThrow();
  verified(second, changed);
  verified(second, endpoint.secret);
});

test('what is asked for again while it is being told is told again', async () => {
  const { server, of, receiver, endpoint } = await warned();
  receiver.answers.push(async () => {
    server.sleepTo(server.clock.now + 1000);
    const body = { fromSequence: 1 };
    await server.ask('POST', `/v1/webhooks/${endpoint.id}/replay`, { token: of.admin, body });
    return 204;
  });
  await server.running.deliver();
  expect(receiver.got.map(({ sequence }) => sequence)).toEqual([1, 1, 2]);
  expect(await firstEndpoint(server, of)).toMatchObject({ waiting: 0, givenUp: 0 });
});

test('a notice by an event and one by a check of the same instant are two messages', async () => {
  const { server, of, receiver, endpoint } = await warned();
  const [own = ''] = of.recruiters;
  await server.press(own, { id: 'p', notice: 'warning', at: iso(server.clock.now) });
  await server.moveTo(START + 20 * DAY_MS);
  expect(await server.reading(of.lead)).toMatchObject({ standing: 'good', everWarned: true });
  await server.events(of.feed, sends('b', server.clock.now, { count: 100 }));
  const midnight = Math.ceil(server.clock.now / DAY_MS) * DAY_MS;
  server.sleepTo(midnight);
  const body = { id: 't', to: 'Clara Weiss', at: iso(midnight) };
  const moved = await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  expect(moved.status).toBe(200);
  await server.moveTo(midnight + 1);
  expect((await server.reading(of.lead)).standing).toBe('improvement');
  await server.running.deliver();
  lookAt(server);
  const issued = receiver.got
    .map((got) => verified(got, endpoint.secret))
    .filter(({ type, timestamp }) => type === 'notice.issued' && timestamp === iso(midnight));
  expect(issued.map(({ data }) => data.notice)).toEqual(['inherited', 'improvement_started']);
});
