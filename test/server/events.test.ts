import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { HOUR_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

const AT = iso(START);
const send = (id: string, more: object = {}): Record<string, unknown> => ({
  id,
  type: 'inmail.sent',
  at: AT,
  seat: 'seat-1',
  inmail: `m-${id}`,
  mode: 'bulk',
  ...more,
});
const response = (id: string, inmail: string, more: object = {}): Record<string, unknown> => ({
  id,
  type: 'inmail.responded',
  at: AT,
  inmail,
  outcome: 'accepted',
  ...more,
});

describe('a batch', () => {
  test('is kept event by event, those that cannot be are named with a code', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    await server.events(feed, [send('known')]);
    const receipt = await server.events(feed, [
      send('fine'),
      send('no-seat', { seat: undefined }),
      { id: 7, type: 'inmail.sent' },
      send('other-seat', { seat: 'seat-9' }),
      send('ahead', { at: iso(START + 6 * 60_000) }),
      send('known', { mode: 'one_to_one' }),
      send('again', { inmail: 'm-known' }),
      send('known'),
      { ...send('t'), type: 'seat.transferred', to: 'Ada' },
      send('bad-instant', { at: '2026-01-05' }),
      response('r', 'm-fine'),
    ]);
    expect(receipt).toMatchObject({ accepted: 2, duplicates: 1, readings: [] });
    const said = receipt.conflicts.map(({ id, index, code, field }) => [id, index, code, field]);
    expect(said).toEqual([
      ['no-seat', 1, 'malformed', 'seat'],
      ['', 2, 'malformed', 'id'],
      ['other-seat', 3, 'seat_unknown', 'seat'],
      ['ahead', 4, 'from_the_future', 'at'],
      ['known', 5, 'id_conflict', 'id'],
      ['again', 6, 'inmail_conflict', 'inmail'],
      ['t', 8, 'not_allowed', 'type'],
      ['bad-instant', 9, 'malformed', 'at'],
    ]);
    expect(receipt.conflicts.every(({ detail }) => detail.length > 10)).toBe(true);
  });

  test('accounts for every event once', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const batch = [send('a'), send('a'), send('a', { mode: 'one_to_one' }), send('b')];
    const { accepted, duplicates, conflicts } = await server.events(feed, batch);
    expect([accepted, duplicates, conflicts.length]).toEqual([2, 1, 1]);
  });

  test('may be empty', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    expect(await server.events(feed, [])).toEqual({
      accepted: 0,
      duplicates: 0,
      conflicts: [],
      readings: [],
    });
  });

  test('posted twice changes nothing, however it is written', async () => {
    const server = await TestServer.start();
    const { feed, contract } = await setUp(server);
    const full = { channel: 'inmail', cost: 'credit', surface: 'other', note: { why: ['x', 1] } };
    await server.events(feed, [send('a', { note: { why: ['x', 1] } }), response('r', 'm-a')]);
    const before = await exportLedger(server.running.ledger.database, contract);
    server.sleepTo(START + HOUR_MS);
    const again = await server.events(feed, [
      send('a', { ...full, at: '2026-01-05T09:00Z', recordedAt: AT, recipient: null }),
      response('r', 'm-a', { recordedAt: iso(START + 5) }),
    ]);
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, conflicts: [] });
    expect(await exportLedger(server.running.ledger.database, contract)).toEqual(before);
  });

  test('a refused event uses up neither its id nor its InMail', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const wrong = await server.events(feed, [send('a', { seat: 'seat-9' })]);
    expect(wrong.conflicts).toHaveLength(1);
    expect(await server.events(feed, [send('a')])).toMatchObject({ accepted: 1, conflicts: [] });
  });

  test('ids of different kinds of event are one set of ids', async () => {
    const server = await TestServer.start();
    const { feed, lead } = await setUp(server);
    await server.events(lead, [
      { id: 'x', type: 'seat.transferred', at: AT, seat: 'seat-1', to: 'Ada' },
    ]);
    const receipt = await server.events(feed, [send('x'), send('y'), response('y', 'm-y')]);
    expect(receipt.accepted).toBe(1);
    expect(receipt.conflicts.map(({ code }) => code)).toEqual(['id_conflict', 'id_conflict']);
  });

  test('keeps its texts as they are, and of fields that it does not know texts as hashes', async () => {
    const server = await TestServer.start();
    const { feed, contract } = await setUp(server);
    const future = { deep: [1.5, null, true] };
    const odd = { segment: '"\\ \n ñ 😀 {}', surface: 'a new one', future };
    await server.events(feed, [send('a', odd), response('r', 'm-a', { via: 'ats' })]);
    const [, , first, second] = await exportLedger(server.running.ledger.database, contract);
    expect(first).toMatchObject({ ...odd, recordedAt: AT.replace('.000', '.002') });
    expect(second).toMatchObject({ via: expect.stringMatching(/^[\w-]{43}$/), inmail: 'm-a' });
  });

  test('what the database could not give back is malformed', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;
    const { conflicts } = await server.events(feed, [
      send('nul\u0000'),
      send('half', { batch: '\ud83d' }),
      send('deep', { more: deep }),
    ]);
    expect(conflicts.map(({ code }) => code)).toEqual(Array(3).fill('malformed'));
    const huge = await server.ask('POST', '/v1/events', {
      token: feed,
      text: `{"events":[${JSON.stringify(send('inf')).replace('}', ',"n":1e999}')}]}`,
    });
    expect(huge.body).toMatchObject({ conflicts: [{ code: 'malformed' }] });
  });
});

describe('responses', () => {
  test('one that comes before its send is kept, and counts once the send is there', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server);
    await server.events(feed, [response('r', 'm-a')]);
    const [token = ''] = recruiters;
    expect((await server.reading(token)).tally.total).toBe(0);
    await server.events(feed, [send('a')]);
    expect((await server.reading(token)).tally).toMatchObject({ accepted: 1, total: 1 });
  });

  test('the earliest settles, of two at one instant the one recorded first', async () => {
    const server = await TestServer.start(START + 10 * HOUR_MS);
    const { feed, recruiters } = await setUp(server);
    await server.events(feed, [
      response('late', 'm-a', { at: iso(START + 2 * HOUR_MS) }),
      response('tied-1', 'm-b', { outcome: 'declined' }),
      response('tied-2', 'm-b'),
    ]);
    await server.events(feed, [send('a'), send('b'), send('mail', { channel: 'email' })]);
    const [token = ''] = recruiters;
    const tally = async () => (await server.reading(token)).tally;
    expect(await tally()).toEqual({ accepted: 1, declined: 1, pending: 0, total: 2 });
    await server.events(feed, [
      response('early', 'm-a', { at: iso(START + HOUR_MS), outcome: 'declined' }),
      response('tied-3', 'm-b'),
      response('to-mail', 'm-mail'),
    ]);
    expect(await tally()).toEqual({ accepted: 0, declined: 2, pending: 0, total: 2 });
  });
});

test('clocks that run ahead are taken at their word, up to five minutes', async () => {
  const server = await TestServer.start();
  const { feed, recruiters, contract } = await setUp(server);
  const ahead = START + 5 * 60_000;
  const batch = sends('a', ahead, { accepted: 1 });
  expect(await server.events(feed, batch)).toMatchObject({ accepted: 2, conflicts: [] });
  const recorded = (await exportLedger(server.running.ledger.database, contract)).slice(-2);
  expect(recorded.map(({ recordedAt }) => recordedAt)).toEqual([iso(ahead), iso(ahead)]);
  const [token = ''] = recruiters;
  expect((await server.reading(token)).tally.total).toBe(0);
  server.sleepTo(ahead);
  expect((await server.reading(token)).tally).toMatchObject({ accepted: 1, total: 1 });
});
