import { createClient } from '@libsql/client';
import { z } from 'zod';
import { importUsage } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { deviceListSchema } from '#shared/wire/connect.ts';
import { seatListSchema } from '#shared/wire/seats.ts';
import { iso, sends, setUp, START, type SetUp, type TestServer } from '#test/server/harness.ts';

/** Everything of the other contract that somebody could have come to know, by what it is. */
export type Ids = Readonly<Record<string, string>>;

const QUARRY = 'quarry-search';
const RECIPIENT = 'quarry-recipient-hash';
const SEATS = ['quarry-1', 'quarry-2', 'quarry-3'] as const;

async function putSeatIntoTeam(
  { running: { ledger } }: TestServer,
  contractId: string,
  of: { seat: string; team: string },
): Promise<void> {
  const making = { contractId, at: START, by: ledger.by, newId: ledger.newId };
  await ledger.database.write((tx) => putIntoTeams(tx, making, [of]));
}

/** A contract with something in every table, none of whose ids another contract uses. */
export async function makeForeign(server: TestServer): Promise<SetUp> {
  const { ledger } = server.running;
  const named = { name: 'Quarry Search', relationshipManager: 'Quarry Manager' };
  const of = await setUp(server, { ...named, mode: 'enforce', seatIds: SEATS });
  await putSeatIntoTeam(server, of.contract, { seat: 'quarry-1', team: 'Quarry Team' });
  const recipient = RECIPIENT;
  const batch = sends('quarry', START, { seat: 'quarry-1', count: 120, accepted: 3 });
  const marked = batch.map((event) => ({ ...event, recipient, conversation: 'quarry-talk' }));
  await server.events(of.feed, marked, [{ seat: 'quarry-1', at: iso(START) }]);
  const [recruiter = ''] = of.recruiters;
  const observation = { at: iso(START), seat: 'quarry-1', recipient, outcome: 'accepted' };
  const ask = (path: string, body: unknown) => server.ask('POST', path, { token: recruiter, body });
  await ask('/v1/observations', { observations: [{ id: 'quarry-seen', ...observation }] });
  const miss = {
    surface: 'search',
    part: 'area',
    at: iso(START),
    outline: 'main(form.quarry-form)',
  };
  await ask('/v1/surfaces/misses', { extensionVersion: '0.1.0', misses: [miss] });
  const report = `Seat holder name,Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date
    Holder 1,quarry-1,100,10,3,2026-01-04 00:00:00,2026-01-10 23:59:59`;
  const read = readUsageReport(new TextEncoder().encode(report));
  await importUsage(ledger, of.contract, read, { isDryRun: false, onProgress: () => undefined });
  await server.invite(of.contract, 'quarry@example.com', { role: 'admin' });
  return of;
}

/** Once its seats have been checked, what people of it ask for and are told. */
export async function liveForeign(server: TestServer, of: SetUp): Promise<void> {
  const [recruiter = ''] = of.recruiters;
  const review = { id: 'quarry-review', reason: 'replies_missing', message: 'Quarry replies' };
  const url = 'https://quarry.example.com/standing';
  for (const [token, path, body] of [
    [recruiter, '/v1/seats/quarry-1/reviews', review],
    [of.admin, '/v1/webhooks', { url }],
  ] as const) {
    const { status } = await server.ask('POST', path, { token, body });
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
  }
}

/** What the API tells of it to its own admin, and what stands in its tables. */
export async function idsOf(server: TestServer, { contract, admin }: SetUp): Promise<Ids> {
  const token = admin;
  const { devices } = await server.call(deviceListSchema, 'GET', '/v1/devices', { token });
  const page = await server.call(seatListSchema, 'GET', '/v1/seats?limit=1', { token });
  const reading = await server.ask('GET', '/v1/seats/quarry-1/reading', { token });
  const client = createClient({ url: server.databaseUrl });
  const one = async (column: string, table: string) => {
    const sql = `select ${column} as id from ${table} where contract_id = ? and ${column} <> '' limit 1`;
    const { rows } = await client.execute({ sql, args: [contract] });
    return z.string().parse(rows[0]?.['id']);
  };
  const ids = {
    contract,
    seat: 'quarry-1',
    event: 'quarry-0-s',
    inmail: 'quarry-0',
    observation: 'quarry-seen',
    recipient: RECIPIENT,
    device: devices.find(({ role }) => role === 'admin')?.id ?? '',
    cursor: page.next ?? '',
    tag: reading.headers.get('etag') ?? '',
    team: await one('id', 'team'),
    invitation: await one('id', 'invitation'),
    person: await one('person_id', 'device'),
    review: 'quarry-review',
    endpoint: await one('id', 'webhook_endpoint'),
  };
  client.close();
  return ids;
}

/** Every row of a contract, table by table, and who its people are: to be compared with itself. */
export async function rowsOf(server: TestServer, contract = QUARRY): Promise<unknown> {
  const client = createClient({ url: server.databaseUrl });
  const { rows: tables } = await client.execute(
    `select t.name from sqlite_schema t join pragma_table_info(t.name) c
      where t.type = 'table' and c.name = 'contract_id' order by 1`,
  );
  const dump: Record<string, unknown> = {};
  const args = [contract];
  for (const name of tables.map((row) => z.string().parse(row['name']))) {
    const sql = `select * from ${name} where contract_id = ? order by rowid`;
    dump[name] = (await client.execute({ sql, args })).rows;
  }
  const ownPeople = 'select person_id from device where contract_id = ?';
  for (const [name, sql] of [
    ['contract', 'select * from contract where id = ?'],
    ['person', `select * from person where id in (${ownPeople})`],
    ['account', `select * from person_account where person_id in (${ownPeople})`],
  ] as const) {
    dump[name] = (await client.execute({ sql, args })).rows;
  }
  client.close();
  return JSON.parse(JSON.stringify(dump));
}

/** Each who asks, by what they are, with the token as it goes over the wire; null has none. */
export type Askers = ReadonlyMap<string, string | null>;

/** The contract that asks: the same on every server, whoever else is on it. */
export async function makeOwn(server: TestServer): Promise<Askers> {
  const of = await setUp(server, { seats: 3, mode: 'inform' });
  await putSeatIntoTeam(server, of.contract, { seat: 'seat-1', team: 'North' });
  const sam = server.person();
  const toLead = { role: 'lead', teams: ['North'] } as const;
  await sam.accept(await server.invite(of.contract, 'sam@example.com', toLead));
  const north = await server.connect(sam, { role: 'lead' });
  const revoked = await server.bearer(server.join(of.contract, { role: 'admin' }));
  await server.ask('POST', '/v1/connect/end', { token: revoked });
  const expired = await server.bearer(of.lead);
  const batch = sends('own', START, { count: 120, accepted: 9, declined: 3 });
  await server.events(of.feed, batch, [{ seat: 'seat-1', at: iso(START) }]);
  await server.moveTo(START + DAY_MS);
  const tokens = { recruiter: of.recruiters[0] ?? '', lead: of.lead, north, admin: of.admin };
  const askers = new Map<string, string | null>();
  for (const [name, token] of Object.entries(tokens)) {
    askers.set(name, await server.bearer(token));
  }
  return askers
    .set('feed', of.feed)
    .set('expired', expired)
    .set('revoked', revoked)
    .set('nobody', null);
}
