import { describe, expect, test } from 'vitest';
import { putIntoTeams } from '#server/teams/teams.ts';
import { identitySchema, type Role } from '#shared/wire/identity.ts';
import { seatListSchema } from '#shared/wire/seats.ts';
import { iso, setUp, START, TestServer } from '#test/server/harness.ts';

/** Four seats: two in North, one in South, one in no team; and a lead of North. */
async function northWorld() {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 4 });
  const { ledger } = server.running;
  const making = { contractId: of.contract, at: START, by: ledger.by, newId: ledger.newId };
  const seats = [
    { seat: 'seat-1', team: 'North' },
    { seat: 'seat-2', team: 'North' },
    { seat: 'seat-3', team: 'South' },
  ];
  await ledger.database.write((tx) => putIntoTeams(tx, making, seats));
  const sam = server.person();
  const invite = (teams: string[] | 'all') =>
    server.invite(of.contract, 'sam@example.com', { role: 'lead', teams });
  await sam.accept(await invite(['North']));
  const north = await server.connect(sam, { role: 'lead' });
  return { server, of, sam, north, invite };
}

const seatsOf = async (server: TestServer, token: string) => {
  const list = await server.call(seatListSchema, 'GET', '/v1/seats', { token });
  expect(list.counts.all).toBe(list.seats.length);
  return list.seats.map(({ seat }) => seat.id).sort();
};

const ALL = ['seat-1', 'seat-2', 'seat-3', 'seat-4'];
const NORTH = ['seat-1', 'seat-2'];

describe('a lead of teams', () => {
  test('sees their seats in every list and on every page, and no others', async () => {
    const { server, of, north } = await northWorld();
    expect(await seatsOf(server, north)).toEqual(NORTH);
    for (const token of [of.lead, of.admin]) expect(await seatsOf(server, token)).toEqual(ALL);
    for (const seat of ALL) {
      const { status } = await server.fetch('GET', `/v1/seats/${seat}/reading`, { token: north });
      expect([seat, status]).toEqual([seat, NORTH.includes(seat) ? 200 : 403]);
    }
    const foreign = await server.problem('GET', '/v1/seats/seat-3/reading', { token: north });
    const none = await server.problem('GET', '/v1/seats/seat-99/reading', { token: north });
    expect({ ...foreign, requestId: '' }).toEqual({ ...none, requestId: '' });
  });

  test('is told how many reviews of their seats wait, and of no others', async () => {
    const { server, of, north } = await northWorld();
    const waiting = async (token: string) => {
      const list = await server.call(seatListSchema, 'GET', '/v1/seats?limit=1', { token });
      return list.counts.openReviews;
    };
    const asked = async (seat: number, id: string) => {
      const body = { id, reason: 'other', message: 'Please look.' };
      const token = of.recruiters[seat - 1] ?? '';
      const path = `/v1/seats/seat-${seat}/reviews`;
      expect((await server.ask('POST', path, { token, body })).status).toBe(200);
    };
    const all = () => Promise.all([north, of.lead, of.admin].map(waiting));
    expect(await all()).toEqual([0, 0, 0]);
    await asked(3, 'of South');
    await asked(4, 'of none');
    expect(await all()).toEqual([0, 2, 2]);
    await asked(1, 'of North');
    expect(await all()).toEqual([1, 3, 3]);
    const body = { id: 'd', outcome: 'declined', reason: 'Looked at.' };
    const path = '/v1/reviews/of North/decision';
    expect((await server.ask('POST', encodeURI(path), { token: north, body })).status).toBe(200);
    expect(await all()).toEqual([0, 2, 2]);
  });

  test('decides about their seats, and no others', async () => {
    const { server, north, of } = await northWorld();
    const events = ALL.map((seat) => ({
      id: `restore-${seat}`,
      type: 'standing.restored',
      at: iso(START),
      seat,
      reason: 'a review',
    }));
    const { accepted, conflicts } = await server.events(north, events);
    expect([accepted, conflicts.map(({ code }) => code)]).toEqual([
      2,
      ['not_allowed', 'not_allowed'],
    ]);
    for (const [seat, status] of [
      ['seat-2', 200],
      ['seat-3', 403],
    ] as const) {
      const path = `/v1/seats/${seat}/transfer/preview?to=Ada`;
      expect((await server.fetch('GET', path, { token: north })).status).toBe(status);
      const body = { id: `t-${seat}`, to: 'Ada', at: iso(START) };
      const transfer = `/v1/seats/${seat}/transfer`;
      expect((await server.fetch('POST', transfer, { token: north, body })).status).toBe(status);
    }
    expect((await server.reading(of.admin, 'seat-3')).seat.holder).toBe('Holder 3');
  });

  test('is told which teams they are; a lead of all, and everyone else, none', async () => {
    const { server, of, north } = await northWorld();
    const teams = async (token: string) =>
      (await server.call(identitySchema, 'GET', '/v1/me', { token })).teams;
    expect((await teams(north))?.map(({ name }) => name)).toEqual(['North']);
    const tokens: Record<Role, string> = { ...of, recruiter: of.recruiters[0] ?? '' };
    for (const role of ['lead', 'admin', 'recruiter', 'feed'] as const) {
      expect([role, await teams(tokens[role])]).toEqual([role, null]);
    }
  });

  test('sees at once what changes: of the seat’s team, and of the lead’s', async () => {
    const { server, of, sam, north, invite } = await northWorld();
    const { ledger } = server.running;
    const making = { contractId: of.contract, at: START, by: ledger.by, newId: ledger.newId };
    await ledger.database.write((tx) =>
      putIntoTeams(tx, making, [{ seat: 'seat-4', team: 'North' }]),
    );
    expect(await seatsOf(server, north)).toEqual([...NORTH, 'seat-4']);
    await sam.accept(await invite(['South']));
    expect(await seatsOf(server, north)).toEqual(['seat-3']);
    await sam.accept(await invite(['South', 'North']));
    expect(await seatsOf(server, north)).toEqual(ALL);
  });

  test('sees the devices of their seats alone', async () => {
    const { server, of, north } = await northWorld();
    const [seat1 = '', , seat3 = ''] = of.recruiters;
    for (const token of [seat1, seat3]) await server.ask('GET', '/v1/me', { token });
    const { body } = await server.ask('GET', '/v1/devices', { token: north });
    const shown = JSON.stringify(body);
    expect([shown.includes('"seat-1"'), shown.includes('"seat-3"')]).toEqual([true, false]);
  });
});
