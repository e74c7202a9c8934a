import { expect, test } from 'vitest';
import { endPerson } from '#server/identity/end-person.ts';
import { importUsage } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { findPersonByEmail } from '#server/identity/person-store.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { auditEntrySchema, type AuditEntry } from '#shared/wire/audit.ts';
import { deviceListSchema } from '#shared/wire/connect.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { fetchTokens, refresh, refuseTokens } from '#test/server/holder-world.ts';

const AISHA = { role: 'operator', id: 'aisha' } as const;
const EMAIL = 'sam@example.com';

async function trail(server: TestServer, { admin }: SetUp): Promise<AuditEntry[]> {
  const { text } = await server.fetch('GET', '/v1/audit.ndjson', { token: admin });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => auditEntrySchema.parse(JSON.parse(line)));
}

/** What of some kinds happened, in its order: what, who, about what, from, to. */
async function told(server: TestServer, of: SetUp, kind: RegExp) {
  const entries = (await trail(server, of)).filter(({ what }) => kind.test(what));
  return entries.map(({ what, by, subject, from, to }) => [what, by, subject, from, to]);
}

async function world() {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'enforce' });
  const aisha = { ...server.running.ledger, by: AISHA };
  const move = (seat: string, team: string) => {
    const making = { contractId: of.contract, at: server.clock.now, by: AISHA, newId: aisha.newId };
    return aisha.database.write((tx) => putIntoTeams(tx, making, [{ seat, team }]));
  };
  return { server, of, aisha, move };
}

/** A day and so on, so that the trail has an order. */
const later = (server: TestServer) => server.sleepTo(server.clock.now + 60_000);

test('the trail says who was made a lead, for which teams, and who took that away', async () => {
  const { server, of, aisha, move } = await world();
  await move('seat-1', 'North');
  const sam = server.person();
  await sam.accept(await server.invite(of.contract, EMAIL, { role: 'lead', teams: ['North'] }));
  later(server);
  await server.connect(sam, { role: 'lead' });
  await sam.accept(await server.invite(of.contract, EMAIL, { role: 'lead', teams: 'all' }));
  later(server);
  await sam.accept(await server.invite(of.contract, EMAIL, { role: 'recruiter', seat: 'seat-2' }));
  const person = await aisha.database.read((reader) => findPersonByEmail(reader, EMAIL));
  const id = person?.id ?? '';
  const by = { role: 'person', id };
  later(server);
  await endPerson(aisha, of.contract, EMAIL);
  const members = await told(server, of, /^member/);
  expect(members.filter(([, , subject]) => subject === id)).toEqual([
    ['member.added', by, id, null, 'lead of North'],
    ['member.changed', by, id, 'lead of North', 'lead of all teams'],
    ['member.removed', AISHA, id, 'lead of all teams', null],
  ]);
  const seats = await told(server, of, /^seat\.(?:joined|left)/);
  expect(seats.filter((entry) => entry.includes(id))).toEqual([
    ['seat.joined', by, 'seat-2', null, id],
    ['seat.left', AISHA, 'seat-2', id, null],
  ]);
  const devices = (await told(server, of, /^device/)).filter(([, who]) => who !== null);
  expect(devices.map(([what, who]) => [what, who])).toContainEqual(['device.connected', by]);
  expect(devices.map(([what, who]) => [what, who])).toContainEqual(['device.ended', AISHA]);
  const invitations = await told(server, of, /^invitation\.ended/);
  expect(invitations.filter((entry) => JSON.stringify(entry).includes(EMAIL))).toHaveLength(3);
  expect(invitations.every(([, who]) => who !== null)).toBe(true);
});

test('the trail says which surface was switched, and which team a seat went to', async () => {
  const { server, of, move } = await world();
  const on = (isOff: boolean, throughVersion: string | null) =>
    server.ask('POST', '/v1/surfaces/switch', {
      token: of.admin,
      body: { surface: 'search', throughVersion, isOff },
    });
  for (const [isOff, version] of [
    [true, '0.1.0'],
    [true, '0.1.0'],
    [true, null],
    [false, null],
  ] as const) {
    later(server);
    expect((await on(isOff, version)).status).toBe(200);
  }
  const surfaces = await told(server, of, /^surface/);
  expect(surfaces.map(([, by, ...rest]) => [by && { ...Object(by), id: null }, ...rest])).toEqual([
    [{ role: 'admin', id: null }, 'search', 'on', 'off through 0.1.0'],
    [{ role: 'admin', id: null }, 'search', 'off through 0.1.0', 'off'],
    [{ role: 'admin', id: null }, 'search', 'off', 'on'],
  ]);
  for (const team of ['North', 'North', 'South']) {
    later(server);
    await move('seat-1', team);
  }
  expect(await told(server, of, /^team/)).toEqual([
    ['team.changed', AISHA, 'seat-1', null, 'North'],
    ['team.changed', AISHA, 'seat-1', 'North', 'South'],
  ]);
});

test('whoever ends a browser is named, and the server is only for what it does itself', async () => {
  const { server, of } = await world();
  const sam = server.person();
  await sam.accept(await server.invite(of.contract, EMAIL, { role: 'lead', teams: 'all' }));
  const tokens = [];
  for (const name of ['one', 'two', 'three']) {
    tokens.push(await server.connect(sam, { role: 'lead' }, name));
    later(server);
  }
  const [own = ''] = tokens;
  const list = await server.call(deviceListSchema, 'GET', '/v1/devices', { token: own });
  const idOf = (name: string) => list.devices.find((each) => each.name === name)?.id ?? '';
  await server.ask('POST', `/v1/devices/${idOf('two')}/end`, { token: own });
  later(server);
  const form = { device: idOf('three'), contract: of.contract };
  expect((await sam.send('/devices/end', form)).status).toBe(303);
  later(server);
  // A transfer ends the browsers of who held the seat.
  await server.reading(of.recruiters[0] ?? '');
  const body = { id: 't', to: 'Clara Weiss', at: iso(server.clock.now) };
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: own, body });
  const { ledger } = server.running;
  const person = await ledger.database.read((reader) => findPersonByEmail(reader, EMAIL));
  const ended = await told(server, of, /^device\.ended/);
  const asLead = { role: 'lead', id: idOf('one') };
  expect(ended.map(([, by]) => by)).toEqual([asLead, { role: 'person', id: person?.id }, asLead]);
});

test('the trail says that the server itself ended a browser whose token was used again', async () => {
  const { server, of } = await world();
  const sam = server.person();
  await sam.accept(await server.invite(of.contract, EMAIL, { role: 'recruiter', seat: 'seat-2' }));
  const stolen = await sam.connect({ role: 'recruiter', seat: 'seat-2' });
  later(server);
  const current = await fetchTokens(server, refresh(stolen));
  later(server);
  await fetchTokens(server, refresh(current));
  expect(await told(server, of, /^device\.ended/)).toEqual([]);
  expect(await refuseTokens(server, refresh(stolen))).toBe('token_unknown');
  const ended = await told(server, of, /^device\.ended/);
  expect(ended.map(([, by]) => by)).toEqual([{ role: 'server', id: null }]);
});

test('the trail says who brought in usage reports, and nothing of one that changed nothing', async () => {
  const { server, of, aisha } = await world();
  const report = (sent: number) =>
    readUsageReport(
      new TextEncoder()
        .encode(`Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date
seat-1,${sent},0,0,2026-01-04,2026-01-04`),
    );
  for (const sent of [3, 3, 4]) {
    later(server);
    const options = { isDryRun: false, onProgress: () => undefined };
    await importUsage(aisha, of.contract, report(sent), options);
  }
  expect(await told(server, of, /^usage/)).toEqual([
    ['usage.imported', AISHA, null, null, '1 added, 0 replaced'],
    ['usage.imported', AISHA, null, null, '0 added, 1 replaced'],
  ]);
});

test('nobody is left out, not even where a warning counts as read when it is issued', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { mode: 'observe' });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.moveTo(START + DAY_MS);
  const byServer = { role: 'server', id: null };
  expect(await told(server, of, /^standing/)).toEqual([
    ['standing.check', byServer, 'seat-1', 'good', 'warning_due'],
    ['standing.acknowledged', byServer, 'seat-1', 'warning_due', 'warned'],
  ]);
  const all = await trail(server, of);
  expect(all.filter(({ by }) => by === null)).toEqual([]);
});
