import { expect, test } from 'vitest';
import { changeTerms } from '#server/contracts/change-terms.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { seriesSchema, type Series } from '#shared/wire/series.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

const MIDNIGHT = START + 15 * HOUR_MS;

function seriesOf(server: TestServer, token: string, query = ''): Promise<Series> {
  return server.call(seriesSchema, 'GET', `/v1/seats/seat-1/series${query}`, { token });
}

const counts = ({ points }: Series) =>
  points.map(({ at, tally: { accepted, declined, total } }) => [at, accepted, declined, total]);

test('each day has the window that ended then, with the answers that had come by then', async () => {
  const server = await TestServer.start();
  const { feed, recruiters } = await setUp(server);
  const [token = ''] = recruiters;
  const answer = (inmail: string, at: number, outcome: string) => ({
    id: `${inmail}-${outcome}`,
    type: 'inmail.responded',
    at: iso(at),
    inmail,
    outcome,
  });
  await server.events(feed, sends('a', START, { count: 4 }));
  await server.moveTo(START + 15 * DAY_MS);
  await server.events(feed, [
    answer('a-0', START + DAY_MS, 'accepted'),
    answer('a-1', MIDNIGHT + DAY_MS, 'declined'),
    // Of two answers the earliest settles it.
    answer('a-1', MIDNIGHT + 3 * DAY_MS, 'accepted'),
    ...sends('b', START + 2 * DAY_MS),
  ]);
  const series = await seriesOf(server, token, '?days=16');
  expect(counts(series)).toEqual([
    [MIDNIGHT - DAY_MS, 0, 0, 0],
    [MIDNIGHT, 0, 0, 4],
    // An answer at the hour itself had come by then.
    [MIDNIGHT + DAY_MS, 1, 1, 4],
    ...Array.from({ length: 12 }, (_, day) => [MIDNIGHT + (2 + day) * DAY_MS, 1, 1, 5]),
    // The first four have left; what answered them left with them.
    [MIDNIGHT + 14 * DAY_MS, 0, 0, 1],
  ]);
  expect(series).toMatchObject({ seat: 'seat-1', asOf: START + 15 * DAY_MS, windowDays: 14 });
  expect(series.points[2]).toMatchObject({ responseRateBps: 5000, acceptanceRateBps: 2500 });
  expect(series.points[0]).toMatchObject({ responseRateBps: null, acceptanceRateBps: null });
});

test('a point reads what the check of its hour judged', async () => {
  const server = await TestServer.start();
  const { feed, recruiters } = await setUp(server);
  await server.events(feed, sends('a', START, { count: 110, accepted: 7, declined: 2 }));
  await server.moveTo(MIDNIGHT + 1);
  const [token = ''] = recruiters;
  const { notice } = await server.reading(token);
  const series = await seriesOf(server, token, '?days=1');
  expect(series.points).toEqual([
    {
      at: MIDNIGHT,
      tally: notice?.tally,
      responseRateBps: 818,
      acceptanceRateBps: 636,
      thresholdBps: 1300,
      minimumVolume: 100,
    },
  ]);
});

test('terms act from their day on, and a new start cuts the window off', async () => {
  const server = await TestServer.start();
  const { contract, feed, lead } = await setUp(server);
  await server.events(feed, sends('a', START, { count: 2 }));
  await server.moveTo(START + DAY_MS);
  await changeTerms(server.running.ledger, contract, { thresholdBps: 1500 });
  await server.moveTo(START + 2 * DAY_MS);
  const restored = { id: 'r', type: 'standing.restored', seat: 'seat-1', reason: 'upheld' };
  await server.events(lead, [{ ...restored, at: iso(server.clock.now) }]);
  await server.moveTo(START + 2 * DAY_MS + HOUR_MS);
  await server.events(feed, sends('b', START + 2 * DAY_MS + HOUR_MS));
  await server.moveTo(START + 3 * DAY_MS);
  const { points } = await seriesOf(server, lead, '?days=3');
  expect(points.map(({ thresholdBps }) => thresholdBps)).toEqual([1300, 1500, 1500]);
  expect(points.map(({ tally }) => tally.total)).toEqual([2, 2, 1]);
});

test('it is ninety days unless said otherwise, and nobody else’s', async () => {
  const server = await TestServer.start();
  const { recruiters, lead } = await setUp(server, { seats: 2 });
  const [token = '', other = ''] = recruiters;
  expect((await seriesOf(server, token)).points).toHaveLength(90);
  const path = '/v1/seats/seat-1/series';
  for (const days of ['0', '367', '1.5', 'x']) {
    const problem = await server.problem('GET', `${path}?days=${days}`, { token });
    expect([days, problem.code, problem.field]).toEqual([days, 'field_invalid', 'days']);
  }
  expect((await server.problem('GET', path, { token: other })).code).toBe('not_allowed');
  const stranger = await server.problem('GET', '/v1/seats/seat-9/series', { token: lead });
  expect(stranger.code).toBe('seat_unknown');
});
