import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/policy/instant.ts';
import { seatDataSchema } from '#shared/wire/seat-data.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

const PATH = '/v1/seats/seat-1/data';
const dataFor = (server: TestServer, token: string) =>
  server.call(seatDataSchema, 'GET', PATH, { token });

/** A warned seat whose first holder asked for a review, and which another holds now. */
async function passedOn(): Promise<{ server: TestServer; of: SetUp; clara: string }> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'enforce' });
  const [own = ''] = of.recruiters;
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.events(of.feed, sends('b', START, { seat: 'seat-2', count: 3 }));
  await server.moveTo(START + DAY_MS);
  const at = iso(server.clock.now);
  const asked = { id: 'r', reason: 'other', message: 'Please look.' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token: own, body: asked });
  const holds = [{ id: 'h', at, surface: 'search', recipients: 9 }];
  await server.ask('POST', '/v1/holds', { token: own, body: { holds } });
  const transfer = { id: 't', to: 'Clara Weiss', at };
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body: transfer });
  const person = server.person();
  const seat = { role: 'recruiter', seat: 'seat-1' } as const;
  await person.accept(await server.invite(of.contract, 'clara@example.com', seat));
  return { server, of, clara: await server.connect(person, seat) };
}

test('everything that is kept of a seat is given on request, and no secret with it', async () => {
  const { server, of } = await passedOn();
  const data = await dataFor(server, of.lead);
  expect(data.seat).toEqual({ id: 'seat-1', holder: 'Clara Weiss' });
  expect(data.events.filter(({ type }) => type === 'inmail.sent')).toHaveLength(100);
  expect(data.events.every(({ seat }) => seat === undefined || seat === 'seat-1')).toBe(true);
  expect(data.changes[0]).toMatchObject({ from: 'good', to: 'warning_due' });
  expect(data.reviews.map(({ message }) => message)).toEqual(['Please look.']);
  expect(data.holds).toMatchObject([{ surface: 'search', recipients: 9 }]);
  // The browser of who held it before has ended.
  expect(data.devices).toHaveLength(2);
  expect(data.devices.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
  expect(JSON.stringify(data)).not.toMatch(/tokenHash|refreshHash|familyHash|token_hash/);
});

test('a recruiter gets what is the seat’s and theirs, and nothing of another seat', async () => {
  const { server, of, clara } = await passedOn();
  const data = await dataFor(server, clara);
  expect(data.reviews).toEqual([]);
  expect(data.devices).toHaveLength(1);
  expect(data.events.length).toBeGreaterThan(100);
  const [, other = ''] = of.recruiters;
  expect((await server.problem('GET', PATH, { token: other })).status).toBe(403);
});

test('an operator prints the same', async () => {
  const { server, of } = await passedOn();
  const data = await dataFor(server, of.admin);
  const on = ['--contract', of.contract, '--database', server.databaseUrl, '--json'];
  const printed = await run('server/cli.ts', ['seat', 'data', 'seat-1', ...on]);
  const { asOf: _now, ...said } = seatDataSchema.parse(JSON.parse(printed.stdout));
  const { asOf: _then, ...given } = data;
  expect(said).toEqual(given);
}, 60_000);
