import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { verifyContract } from '#server/standing/verify.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { retainAll } from '#test/server/retention.ts';

/** The first check. */
const MIDNIGHT = Math.ceil(START / DAY_MS) * DAY_MS;
const KEPT_DAYS = 60;

async function idsIn(server: TestServer, query: string): Promise<string[]> {
  const client = createClient({ url: server.databaseUrl });
  const { rows } = await client.execute(query);
  client.close();
  return rows.map((row) => z.string().parse(row[0])).sort();
}

const kept = async (server: TestServer) => ({
  reviews: await idsIn(server, 'select id from review'),
  holds: await idsIn(server, 'select hold_id from bulk_held'),
  messages: await idsIn(server, 'select distinct type from webhook_message'),
});

/** A warned seat, of which reviews are asked for, a bulk send is held and endpoints are told. */
async function lived(): Promise<{ server: TestServer; of: SetUp; own: string }> {
  const server = await TestServer.start();
  const of = await setUp(server, { mode: 'enforce' });
  const [own = ''] = of.recruiters;
  const body = { url: 'https://hooks.example.com/' };
  await server.ask('POST', '/v1/webhooks', { token: of.admin, body });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.moveTo(MIDNIGHT + 1);
  return { server, of, own };
}

async function ask(server: TestServer, token: string, id: string): Promise<void> {
  const body = { id, reason: 'other', message: 'Please look.' };
  const { status } = await server.ask('POST', '/v1/seats/seat-1/reviews', { token, body });
  expect(status).toBe(200);
}

async function decline(server: TestServer, token: string, review: string): Promise<void> {
  const body = { id: `decided-${review}`, outcome: 'declined', reason: 'The log says otherwise.' };
  const { status } = await server.ask('POST', `/v1/reviews/${review}/decision`, { token, body });
  expect(status).toBe(200);
}

test('reviews, held sends and messages go at their term and no day before, and no standing moves', async () => {
  const { server, of, own } = await lived();
  const hold = (id: string) => {
    const holds = [{ id, at: iso(server.clock.now), surface: 'search', recipients: 9 }];
    return server.ask('POST', '/v1/holds', { token: own, body: { holds } });
  };
  // Day 0: a review is asked for and decided, and a send is held.
  await ask(server, own, 'old');
  await decline(server, of.lead, 'old');
  await hold('held-old');
  // Day 2: one is decided that was asked for before, and one is left open.
  await ask(server, own, 'later');
  server.sleepTo(MIDNIGHT + 2 * DAY_MS + 1);
  await decline(server, of.lead, 'later');
  await hold('held-later');
  await ask(server, own, 'open');
  const before = await server.reading(of.lead);
  expect(before.standing).toBe('warning_due');
  const all = await kept(server);
  expect(all).toMatchObject({
    reviews: ['later', 'old', 'open'],
    holds: ['held-later', 'held-old'],
  });
  expect(all.messages).toContain('standing.changed');

  await server.moveTo(MIDNIGHT + KEPT_DAYS * DAY_MS + 10);
  await retainAll(server, of, KEPT_DAYS);
  expect(await kept(server)).toEqual(all);

  // A day later what was done on day 0 is past its term.
  await server.moveTo(MIDNIGHT + (KEPT_DAYS + 1) * DAY_MS + 10);
  await retainAll(server, of, KEPT_DAYS);
  expect(await kept(server)).toEqual({
    reviews: ['later', 'open'],
    holds: ['held-later'],
    messages: ['review.asked', 'review.decided'],
  });

  // One that nobody has decided waits however long.
  await server.moveTo(MIDNIGHT + (KEPT_DAYS + 3) * DAY_MS + 10);
  await retainAll(server, of, KEPT_DAYS);
  expect(await kept(server)).toEqual({ reviews: ['open'], holds: [], messages: [] });
  const { standing, everWarned, notice } = await server.reading(of.lead);
  expect([standing, everWarned, notice?.type]).toEqual(['warning_due', true, 'warning']);
  const { database } = server.running.ledger;
  expect(await verifyContract(database, of.contract)).toMatchObject({ ok: true });
}, 60_000);
