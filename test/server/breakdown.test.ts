import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { breakdownSchema, BREAKDOWNS, type Breakdown } from '#shared/wire/breakdown.ts';
import { leavingSchema } from '#shared/wire/leaving.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

type Some = { count: number; accepted?: number; declined?: number };

/** A seat that two people held and that sent in several ways. */
async function world(): Promise<{ server: TestServer; of: SetUp }> {
  const server = await TestServer.start();
  const of = await setUp(server);
  const send = (prefix: string, at: number, some: Some, fields: object) => {
    const batch = sends(prefix, at, some);
    return server.events(
      of.feed,
      batch.map((event) => (event['type'] === 'inmail.sent' ? { ...event, ...fields } : event)),
    );
  };
  await server.moveTo(START + HOUR_MS);
  await send(
    'old',
    server.clock.now,
    { count: 40, accepted: 4 },
    { template: 'hello', surface: 'search' },
  );
  await server.moveTo(START + 10 * DAY_MS);
  const given = { id: 't', type: 'seat.transferred', at: iso(server.clock.now), seat: 'seat-1' };
  await server.events(of.lead, [{ ...given, to: 'Ada' }]);
  await server.moveTo(server.clock.now + HOUR_MS);
  const { now } = server.clock;
  await send('a', now, { count: 60, accepted: 9, declined: 1 }, { template: 'hello' });
  await send('b', now, { count: 30, accepted: 1 }, { template: 'offer', project: 'Tides' });
  await send('c', now, { count: 1 }, { channel: 'email', template: 'hello' });
  await send('d', now, { count: 1, declined: 1 }, { surface: 'profile' });
  // A second answer to the same InMail settles nothing again.
  const again = { id: 'again', type: 'inmail.responded', inmail: 'a-0', outcome: 'declined' };
  await server.events(of.feed, [{ ...again, at: iso(now) }]);
  await server.moveTo(START + 15 * DAY_MS);
  return { server, of };
}

async function groups({ server, of }: Awaited<ReturnType<typeof world>>, by: Breakdown, days = '') {
  const path = `/v1/seats/seat-1/breakdown?by=${by}${days}`;
  const told = await server.call(breakdownSchema, 'GET', path, { token: of.lead });
  const said = told.groups.map(
    ({ key, tally }) => `${key}: ${tally.accepted}+${tally.declined}/${tally.total}`,
  );
  return { told, said };
}

describe('GET /v1/seats/{seat}/breakdown', () => {
  test('tells the InMails of the window apart, with the counts of its tally', async () => {
    const at = await world();
    const { tally } = await at.server.reading(at.of.lead);
    for (const by of BREAKDOWNS) {
      const { told } = await groups(at, by);
      const all = told.groups.reduce((sum, group) => sum + group.tally.total, 0);
      expect([by, all]).toEqual([by, tally.total]);
    }
    const said = async (by: Breakdown) => (await groups(at, by)).said;
    expect(await said('template')).toEqual(['hello: 9+1/60', 'offer: 1+0/30', 'null: 0+1/1']);
    expect(await said('project')).toEqual(['null: 9+2/61', 'Tides: 1+0/30']);
    expect(await said('surface')).toEqual(['other: 10+1/90', 'profile: 0+1/1']);
    expect(await said('mode')).toEqual(['bulk: 10+1/90', 'one_to_one: 0+1/1']);
    expect(await said('holder')).toEqual(['Ada: 10+2/91']);
  });

  test('reaches as far back as is asked', async () => {
    const at = await world();
    const { told, said } = await groups(at, 'holder', '&days=90');
    expect(said).toEqual(['Ada: 10+2/91', 'Holder 1: 4+0/40']);
    expect(told.groups[0]?.responseRateBps).toBe(1318);
    expect(told.through - told.after).toBe(90 * DAY_MS);
    expect((await groups(at, 'template', '&days=90')).said[0]).toBe('hello: 13+1/100');
  });

  test.each(['', 'by=recipient', 'by=mode&days=0', 'by=mode&days=367', 'by=mode&days=x'])(
    'is refused for "%s"',
    async (query) => {
      const server = await TestServer.start();
      const { lead: token } = await setUp(server);
      const problem = await server.problem('GET', `/v1/seats/seat-1/breakdown?${query}`, { token });
      const field = query.includes('days') ? 'days' : 'by';
      expect(problem).toMatchObject({ status: 400, code: 'field_invalid', field });
    },
  );
});

describe('GET /v1/seats/{seat}/leaving', () => {
  test('says what each day takes, and the reading has just that less', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const days = [
      { at: START, count: 30, accepted: 5, declined: 1 },
      { at: START + 15 * HOUR_MS, count: 20, accepted: 2 },
      { at: START + 2 * DAY_MS, count: 50, accepted: 1 },
    ];
    for (const [index, { at, ...some }] of days.entries()) {
      await server.moveTo(at);
      await server.events(of.feed, sends(`d${index}`, at, some));
    }
    await server.moveTo(START + 13 * DAY_MS + HOUR_MS);
    const token = of.lead;
    const path = '/v1/seats/seat-1/leaving?days=4';
    const leaving = await server.call(leavingSchema, 'GET', path, { token });
    expect(leaving.tally).toEqual((await server.reading(token)).tally);
    expect(leaving.days.map(({ leaves }) => leaves.total)).toEqual([0, 50, 0, 50]);
    let left = leaving.tally.total;
    let answered = leaving.tally.accepted + leaving.tally.declined;
    for (const { through, leaves } of leaving.days) {
      left -= leaves.total;
      answered -= leaves.accepted + leaves.declined;
      await server.moveTo(through);
      const { tally } = await server.reading(token);
      expect([tally.total, tally.accepted + tally.declined]).toEqual([left, answered]);
    }
  });

  test('knows what a restored seat counts from', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 30 }));
    await server.moveTo(START + DAY_MS);
    const restored = { id: 'r', type: 'standing.restored', at: iso(server.clock.now) };
    await server.events(of.lead, [{ ...restored, seat: 'seat-1' }]);
    const path = '/v1/seats/seat-1/leaving?days=14';
    const { tally, days } = await server.call(leavingSchema, 'GET', path, { token: of.lead });
    expect([tally.total, days.every(({ leaves }) => leaves.total === 0)]).toEqual([0, true]);
  });
});
