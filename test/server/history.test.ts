import { describe, expect, test } from 'vitest';
import { changeTerms } from '#server/contracts/change-terms.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { historySchema, type SeatHistory } from '#shared/wire/history.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

function history(server: TestServer, { lead: token }: SetUp, seat = 'seat-1') {
  return server.call(historySchema, 'GET', `/v1/seats/${seat}/history`, { token });
}

const MIDNIGHT = START + 15 * HOUR_MS;

/** Each change as a line that can be read. */
function lines({ changes }: SeatHistory): string[] {
  return changes.map(({ from, to, cause, notice, acknowledged, release, holder, tally, terms }) => {
    const judged = tally === null ? '' : ` ${tally.accepted + tally.declined}/${tally.total}`;
    const read = acknowledged === null ? '' : ` read by ${acknowledged.by}`;
    const ended = release === null ? '' : ` ${release}`;
    return `${cause}: ${from} -> ${to}${judged} v${terms.version}${ended}, ${notice}${read}, ${holder}`;
  });
}

describe('GET /v1/seats/{seat}/history', () => {
  test('says why a seat is restricted, by what, and who had read of it', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { mode: 'enforce' });
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 9, declined: 2 }));
    await server.moveTo(MIDNIGHT + HOUR_MS);
    await changeTerms(server.running.ledger, of.contract, { thresholdBps: 1500 });
    const pressedAt = iso(server.clock.now);
    await server.press(of.recruiters[0] ?? '', { id: 'p', notice: 'warning', at: pressedAt });
    await server.moveTo(START + 10 * DAY_MS);
    await server.events(
      of.feed,
      sends('b', server.clock.now, { count: 120, accepted: 16, declined: 1 }),
    );
    await server.moveTo(MIDNIGHT + 15 * DAY_MS);
    const told = await history(server, of);
    expect(lines(told)).toEqual([
      'check: warned -> improvement 17/120 v2, improvement_started, Holder 1',
      'acknowledged: warning_due -> warned v2, null, Holder 1',
      'check: good -> warning_due 11/100 v1, warning read by Holder 1, Holder 1',
    ]);
    const [restricted, , warned] = told.changes;
    expect(restricted).toMatchObject({
      responseRateBps: 1416,
      terms: { thresholdBps: 1500, minimumVolume: 100 },
      periodEndsAt: (restricted?.at ?? 0) + 14 * DAY_MS,
    });
    expect(warned).toMatchObject({ at: MIDNIGHT, acknowledged: { at: Date.parse(pressedAt) } });
    expect(told).toMatchObject({
      seat: { id: 'seat-1', holder: 'Holder 1' },
      holders: [{ holder: 'Holder 1' }],
      modes: [{ mode: 'enforce' }],
    });
  });

  test('tells a release for too few InMails from a rate that recovered', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 2 });
    for (const seat of ['seat-1', 'seat-2']) {
      await server.events(of.feed, sends(seat, START, { seat, count: 100, accepted: 3 }));
    }
    await server.moveTo(MIDNIGHT + HOUR_MS);
    for (const [index, token] of of.recruiters.entries()) {
      const press = { id: `p${index}`, notice: 'warning', at: iso(server.clock.now) };
      await server.press(token, press, `seat-${index + 1}`);
    }
    await server.moveTo(START + 10 * DAY_MS);
    const recovered = { seat: 'seat-1', count: 100, accepted: 13 };
    await server.events(of.feed, sends('r', server.clock.now, recovered));
    const few = { seat: 'seat-2', count: 99, accepted: 0 };
    await server.events(of.feed, sends('f', server.clock.now, few));
    await server.moveTo(MIDNIGHT + 15 * DAY_MS);
    expect(lines(await history(server, of))[0]).toBe(
      'check: warned -> good 13/100 v1 recovered, null, Holder 1',
    );
    expect(lines(await history(server, of, 'seat-2'))[0]).toBe(
      'check: warned -> good 0/99 v1 too_few, null, Holder 2',
    );
  });

  test('tells what went to whom, what was restored and why, and what nobody was shown', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 1 });
    const lead = (id: string, event: object) =>
      server.events(of.lead, [{ id, at: iso(server.clock.now), seat: 'seat-1', ...event }]);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 3 }));
    await server.moveTo(MIDNIGHT + HOUR_MS);
    await lead('t', { type: 'seat.transferred', to: 'Ada' });
    const invited = { role: 'recruiter', seat: 'seat-1' } as const;
    const ada = server.join(of.contract, invited);
    await server.moveTo(server.clock.now + HOUR_MS);
    await server.press(ada, { id: 'p', notice: 'warning', at: iso(server.clock.now) });
    await lead('t2', { type: 'seat.transferred', to: 'Grace' });
    await lead('r', { type: 'standing.restored', reason: 'An import was doubled.' });
    await lead('o', { type: 'mode.changed', mode: 'observe' });
    await server.moveTo(server.clock.now + HOUR_MS);
    await server.events(of.feed, sends('b', server.clock.now, { count: 100, accepted: 3 }));
    await server.moveTo(MIDNIGHT + DAY_MS + HOUR_MS);
    const told = await history(server, of);
    expect(lines(told)).toEqual([
      'acknowledged: warning_due -> warned v1, null, Grace',
      'check: good -> warning_due 3/100 v1, warning read by null, Grace',
      'restored: warned -> good v1, null, Grace',
      'transferred: warned -> warned v1, inherited, Grace',
      'acknowledged: warning_due -> warned v1, null, Ada',
      'check: good -> warning_due 3/100 v1, warning read by Ada, Holder 1',
    ]);
    expect(told.changes[2]?.reason).toBe('An import was doubled.');
    expect(told.changes[3]?.acknowledged).toBeNull();
    expect(told.holders.map(({ holder }) => holder)).toEqual(['Grace', 'Ada', 'Holder 1']);
    expect(told.modes.map(({ mode }) => mode)).toEqual(['observe', 'inform']);
    // What was open when nobody was shown it is not read later on.
    await lead('i', { type: 'mode.changed', mode: 'inform' });
    expect((await history(server, of)).changes[0]).toMatchObject({ cause: 'mode', to: 'good' });
  });

  test('is for who may see the seat', async () => {
    const server = await TestServer.start();
    const { lead, feed, recruiters } = await setUp(server, { seats: 2 });
    const [own = '', other = ''] = recruiters;
    for (const path of ['history', 'breakdown?by=mode', 'leaving']) {
      const of = (seat: string) => `/v1/seats/${seat}/${path}`;
      expect((await server.ask('GET', of('seat-1'), { token: own })).status).toBe(200);
      for (const token of [other, feed]) {
        const refused = await server.problem('GET', of('seat-1'), { token });
        expect(refused).toMatchObject({ status: 403, code: 'not_allowed' });
      }
      const unknown = await server.problem('GET', of('seat-9'), { token: lead });
      expect(unknown).toMatchObject({ status: 404, code: 'seat_unknown', field: 'seat' });
    }
  });
});
