import { changeSource } from '#server/contracts/change-source.ts';
import { importUsage } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { connectCodeSchema } from '#shared/wire/connect.ts';
import { iso, sends, setUp, START, type SetUp, type TestServer } from '#test/server/harness.ts';
import type { TestPerson } from '#test/server/people.ts';

export type Filled = SetUp & { name: string; prefix: string };

/** A contract whose ids and names all begin alike; every one of its tables has rows in the end. */
export async function fill(server: TestServer, name: string, shared: TestPerson): Promise<Filled> {
  const prefix = name.split(' ')[0] ?? name;
  const seatIds = [`${prefix}-1`, `${prefix}-2`];
  const [seat = ''] = seatIds;
  const manager = { relationshipManager: `${prefix} Manager` };
  const of = await setUp(server, { name, ...manager, mode: 'enforce', seatIds });
  const { ledger } = server.running;
  const making = { contractId: of.contract, at: server.clock.now, by: ledger.by };
  const toTeam = [{ seat, team: `${prefix} Team` }];
  await ledger.database.write((tx) => putIntoTeams(tx, { ...making, newId: ledger.newId }, toTeam));
  const to = { role: 'lead', teams: [`${prefix} Team`] } as const;
  await shared.accept(await server.invite(of.contract, 'shared@example.com', to));
  await server.connect(shared, { role: 'lead', contract: of.contract });
  await server.invite(of.contract, `invited@${prefix}.example`, { role: 'admin' });
  const recipient = `${prefix} recipient`;
  const batch = sends(prefix, START, { seat, count: 120, accepted: 3 });
  const marked = batch.map((event) => ({ ...event, recipient }));
  await server.events(of.feed, marked, [{ seat, at: iso(START) }]);
  const text = `Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date
${seat},100,10,3,2026-01-04 00:00:00,2026-01-10 23:59:59`;
  const report = readUsageReport(new TextEncoder().encode(text));
  const options = { isDryRun: false, onProgress: () => undefined };
  await importUsage(ledger, of.contract, report, options);
  return { ...of, name, prefix };
}

async function expectTaken(asked: Promise<{ status: number }>): Promise<void> {
  const answer = await asked;
  if (answer.status !== 200) throw new Error(JSON.stringify(answer));
}

/** What browsers tell, and what is asked for, once the seats have been warned. */
export async function live(server: TestServer, of: Filled, shared: TestPerson): Promise<void> {
  const { prefix, admin, lead, contract } = of;
  const seat = `${prefix}-1`;
  const [token = ''] = of.recruiters;
  const at = iso(server.clock.now);
  const ask = (path: string, body: object, as = token) =>
    expectTaken(server.ask('POST', path, { token: as, body }));
  await ask('/v1/webhooks', { url: `https://${prefix.toLowerCase()}.example.com/` }, admin);
  const seen = {
    id: `${prefix}-seen`,
    at,
    seat,
    recipient: `${prefix} other`,
    outcome: 'accepted',
  };
  await ask('/v1/observations', { observations: [seen] });
  const miss = { surface: 'search', part: 'area', at, outline: 'main(form)' };
  await ask('/v1/surfaces/misses', { extensionVersion: '0.1.0', misses: [miss] });
  const hold = { id: `${prefix}-hold`, at, surface: 'search', recipients: 9 };
  await ask('/v1/holds', { holds: [hold] });
  const review = { id: `${prefix}-review`, reason: 'other', message: `${prefix} has replied.` };
  await ask(`/v1/seats/${seat}/reviews`, review);
  await server.press(token, { id: `${prefix}-press`, notice: 'warning', at }, seat);
  await ask(`/v1/seats/${seat}/transfer`, { id: `${prefix}-t`, to: `${prefix} Weiss`, at }, lead);
  const terms = { id: `${prefix}-terms`, type: 'terms.changed', at, terms: { thresholdBps: 1500 } };
  await server.events(admin, [terms]);
  const overlay = sends(`${prefix}-overlay`, server.clock.now, { seat: `${prefix}-2` });
  await server.events(of.recruiters[1] ?? '', overlay);
  // A browser that was approved, and has not come for its tokens yet.
  const body = { device: `${prefix} browser` };
  const code = await server.call(connectCodeSchema, 'POST', '/v1/connect/code', { body });
  await shared.approverOf({ role: 'lead', contract })(code.verificationUrl);
  await changeSource(server.running.ledger, contract, 'import');
}

/** So that checks have been made of both, and their notices read. */
export const AFTER_CHECKS = START + DAY_MS + HOUR_MS;
