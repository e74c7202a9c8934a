import { expect, test } from 'vitest';
import { answeredOf } from '#shared/policy/tally.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { seriesSchema } from '#shared/wire/series.ts';
import { trendsSchema } from '#shared/wire/trends.ts';
import { seededChance } from '#test/recruiter/people.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

test('a trend has the points of the series, for a seat that began anew as well', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 3 });
  const chance = seededChance(7);
  const pick = (most: number) => Math.floor(chance() * most);
  for (let step = 0; step < 60; step += 1) {
    await server.moveTo(server.clock.now + pick(4 * DAY_MS));
    const { now } = server.clock;
    const seat = `seat-${1 + pick(3)}`;
    const edge = Math.floor(now / DAY_MS) * DAY_MS;
    const at = chance() < 0.3 ? edge : now - pick(HOUR_MS);
    const some = { seat, count: 1 + pick(40), accepted: pick(2), declined: pick(2) };
    const batch = sends(`s${step}`, at, some);
    // Answers come later than their sends, and some come twice.
    const events = batch.flatMap((event) => {
      if (event['type'] !== 'inmail.responded') return [event];
      const late = { ...event, at: iso(Math.min(now, at + pick(6 * HOUR_MS))) };
      return [late, { ...late, id: `${event['id']}-again`, at: iso(now), outcome: 'declined' }];
    });
    await server.events(of.feed, events);
    if (step === 40) {
      const restored = { id: 'r', type: 'standing.restored', at: iso(now), seat: 'seat-2' };
      await server.events(of.lead, [restored]);
    }
  }
  const query = [1, 2, 3].map((number) => `seat=seat-${number}`).join('&');
  const { at, trends } = await server.call(trendsSchema, 'GET', `/v1/trends?${query}`, {
    token: of.lead,
  });
  expect(at).toHaveLength(31);
  for (const { seat, answered, total } of trends) {
    const path = `/v1/seats/${seat}/series?days=91`;
    const { points } = await server.call(seriesSchema, 'GET', path, { token: of.lead });
    const third = points.filter((_, index) => index % 3 === 0);
    expect(third.map((point) => point.at)).toEqual(at);
    expect(total).toEqual(third.map(({ tally }) => tally.total));
    expect(answered).toEqual(third.map(({ tally }) => answeredOf(tally)));
    expect(total.some((count) => count > 20)).toBe(true);
  }
  expect(START).toBeLessThan(at[0] ?? 0);
});

test('trends are asked for by name, and for a hundred at most', async () => {
  const server = await TestServer.start();
  const { lead: token } = await setUp(server);
  const many = Array.from({ length: 101 }, (_, index) => `seat=s${index}`).join('&');
  for (const query of ['', 'seat=', many]) {
    const problem = await server.problem('GET', `/v1/trends?${query}`, { token });
    expect(problem).toMatchObject({ status: 400, code: 'field_invalid', field: 'seat' });
  }
});
