import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

const upTo = (at: number, seat = 'seat-1'): object[] => [{ seat, at: iso(at) }];

describe('what the overlay sees while a feed keeps the ledger', () => {
  test('is added to the reading after the watermark, marked, and is in no ledger', async () => {
    const server = await TestServer.start(START + HOUR_MS);
    const { feed, recruiters, contract } = await setUp(server);
    const [token = ''] = recruiters;
    const before = await exportLedger(server.running.ledger.database, contract);
    const seen = await server.events(token, sends('seen', START, { count: 3 }));
    expect(seen).toMatchObject({ accepted: 3, conflicts: [] });
    expect(seen.readings[0]?.evidence).toMatchObject({ completeUpTo: null, provisional: 3 });
    expect(seen.readings[0]?.tally).toEqual({ accepted: 0, declined: 0, pending: 3, total: 3 });
    expect(await exportLedger(server.running.ledger.database, contract)).toEqual(before);

    // The feed lags: it has reported everything up to a moment before those sends.
    await server.events(feed, [], upTo(START - 1));
    expect((await server.reading(token)).evidence).toMatchObject({
      completeUpTo: START - 1,
      provisional: 3,
    });
    // And then those sends themselves, under its own ids.
    await server.events(feed, sends('fed', START, { count: 3, accepted: 1 }), upTo(START));
    const { tally, evidence } = await server.reading(token);
    expect(tally).toEqual({ accepted: 1, declined: 0, pending: 2, total: 3 });
    expect(evidence).toMatchObject({ completeUpTo: START, provisional: 0 });
  });

  test('is never counted twice while the feed has reported a part of it', async () => {
    const server = await TestServer.start(START + HOUR_MS);
    const { feed, recruiters } = await setUp(server);
    const [token = ''] = recruiters;
    await server.events(token, sends('seen', START, { count: 5 }));
    await server.events(feed, sends('fed', START, { count: 2 }), upTo(START - 1));
    const { tally, evidence } = await server.reading(token);
    expect([tally.total, evidence.provisional]).toEqual([5, 3]);
  });

  test('is kept once by its id, and refused under another', async () => {
    const server = await TestServer.start();
    const { recruiters } = await setUp(server);
    const [token = ''] = recruiters;
    const [event = {}] = sends('seen', START);
    await server.events(token, [event]);
    const again = await server.events(token, [
      event,
      { ...event, surface: 'search' },
      { ...event, id: 'other' },
    ]);
    expect(again).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(again.conflicts.map(({ code }) => code)).toEqual(['id_conflict', 'inmail_conflict']);
    expect(again.readings[0]?.tally.total).toBe(1);
  });

  test('is judged by no check', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server);
    const [token = ''] = recruiters;
    await server.events(feed, sends('fed', START, { count: 90 }), upTo(START));
    server.sleepTo(START + HOUR_MS);
    const late = START + HOUR_MS;
    const { readings } = await server.events(token, sends('seen', late, { count: 30 }));
    expect(readings[0]?.tally.total).toBe(120);
    await server.moveTo(START + DAY_MS);
    expect(await server.reading(token)).toMatchObject({ standing: 'good', everWarned: false });
  });

  test('leaves with the window, and with a restored standing', async () => {
    const server = await TestServer.start();
    const { lead, recruiters } = await setUp(server);
    const [token = ''] = recruiters;
    await server.events(token, sends('seen', START, { count: 2 }));
    const restored = { id: 'r', type: 'standing.restored', at: iso(START), seat: 'seat-1' };
    await server.events(lead, [restored]);
    expect((await server.reading(token)).evidence.provisional).toBe(0);
    server.sleepTo(START + HOUR_MS);
    await server.events(token, sends('more', START + HOUR_MS, { count: 2 }));
    expect((await server.reading(token)).evidence.provisional).toBe(2);
    server.sleepTo(START + HOUR_MS + 14 * DAY_MS);
    expect((await server.reading(token)).evidence.provisional).toBe(0);
  });
});

describe('watermarks', () => {
  test('never go back, nor ahead of now, and unknown seats have none', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server);
    const [token = ''] = recruiters;
    const mark = async () => (await server.reading(token)).evidence.completeUpTo;
    await server.events(feed, [], [...upTo(START - 5), ...upTo(START - 9), ...upTo(1, 'seat-9')]);
    expect(await mark()).toBe(START - 5);
    await server.events(feed, [], upTo(START - DAY_MS));
    expect(await mark()).toBe(START - 5);
    await server.events(feed, [], upTo(START + DAY_MS));
    expect(await mark()).toBe(START);
  });

  test("are a feed's to set", async () => {
    const server = await TestServer.start();
    const { lead, recruiters } = await setUp(server);
    for (const token of [lead, recruiters[0] ?? '']) {
      const body = { events: [], completeUpTo: upTo(START) };
      const problem = await server.problem('POST', '/v1/events', { token, body });
      expect(problem).toMatchObject({ status: 403, code: 'not_allowed', field: 'completeUpTo' });
    }
  });

  test('mean nothing where the overlay is the source', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server, { source: 'overlay' });
    const [token = ''] = recruiters;
    await server.events(feed, [], upTo(START));
    const { readings } = await server.events(token, sends('seen', START, { count: 4 }));
    expect(readings[0]?.evidence).toMatchObject({
      source: 'overlay',
      completeUpTo: null,
      provisional: 0,
    });
    expect(readings[0]?.tally.total).toBe(4);
  });
});
