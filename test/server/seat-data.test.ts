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
  const nora = server.person();
  const seat = { role: 'recruiter', seat: 'seat-1' } as const;
  await nora.accept(await server.invite(of.contract, 'nora@example.com', seat));
  const body = { url: 'https://hooks.example.com/' };
  await server.ask('POST', '/v1/webhooks', { token: of.admin, body });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.events(of.feed, sends('b', START, { seat: 'seat-2', count: 3 }));
  await server.moveTo(START + DAY_MS);
  const own = await server.connect(nora, seat);
  const at = iso(server.clock.now);
  const asked = { id: 'r', reason: 'other', message: 'Please look.' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token: own, body: asked });
  const holds = [{ id: 'h', at, surface: 'search', recipients: 9 }];
  await server.ask('POST', '/v1/holds', { token: own, body: { holds } });
  const transfer = { id: 't', to: 'Clara Weiss', at };
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body: transfer });
  const person = server.person();
  server.sleepTo(server.clock.now + 60_000);
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
  expect(data.state).toMatchObject({ standing: 'warning_due', everWarned: true });
  expect(data.person).toMatchObject({ email: 'clara@example.com', name: 'Robin Ellery' });
  expect(data.invitations.map(({ email }) => email)).toEqual([
    'nora@example.com',
    'clara@example.com',
  ]);
  const told = data.messages.map(({ type }) => type);
  expect(told).toEqual(['standing.changed', 'notice.issued', 'review.asked']);
  expect(data.recorded.map(({ what }) => what)).toEqual(['seat.joined', 'seat.joined']);
  // Sign-ins are of no contract: whoever looks after this one learns of none.
  expect(data.signIns).toEqual([]);
  const text = JSON.stringify(data);
  expect(text).not.toMatch(/(?:token|refresh|family)_?hash|password/i);
});

test('a recruiter gets what is the seat’s and theirs, and nothing of another seat', async () => {
  const { server, of, clara } = await passedOn();
  const data = await dataFor(server, clara);
  expect(data.reviews).toEqual([]);
  expect(data.devices).toHaveLength(1);
  expect(data.invitations.map(({ email }) => email)).toEqual(['clara@example.com']);
  expect(data.signIns).toMatchObject([{ method: 'invitation', outcome: 'signed_in' }]);
  expect(data.messages).toEqual([]);
  expect(data.events.length).toBeGreaterThan(100);
  const [, other = ''] = of.recruiters;
  expect((await server.problem('GET', PATH, { token: other })).status).toBe(403);
});

test('an operator prints the same, with when the holder signed in', async () => {
  const { server, of } = await passedOn();
  const data = await dataFor(server, of.admin);
  const on = ['--contract', of.contract, '--database', server.databaseUrl, '--json'];
  const printed = await run('server/cli.ts', ['seat', 'data', 'seat-1', ...on]);
  const { asOf: _now, signIns, ...said } = seatDataSchema.parse(JSON.parse(printed.stdout));
  const { asOf: _then, signIns: _none, ...given } = data;
  expect(said).toEqual(given);
  expect(signIns).toMatchObject([{ method: 'invitation', outcome: 'signed_in' }]);
}, 60_000);
