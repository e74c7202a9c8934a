import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { changeAdvice } from '#server/contracts/change-advice.ts';
import { changeSource } from '#server/contracts/change-source.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { auditEntrySchema, type AuditEntry } from '#shared/wire/audit.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

async function trail(server: TestServer, { admin }: SetUp, query = ''): Promise<AuditEntry[]> {
  const { status, text } = await server.fetch('GET', `/v1/audit.ndjson${query}`, { token: admin });
  expect(status).toBe(200);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => auditEntrySchema.parse(JSON.parse(line)));
}

/** A seat is warned and reads it, is transferred and restored; terms, pilot and more are changed. */
async function lived() {
  const server = await TestServer.start();
  const of = await setUp(server, { mode: 'inform' });
  const [own = ''] = of.recruiters;
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 5 }));
  await server.moveTo(START + DAY_MS);
  const at = iso(server.clock.now);
  await server.press(own, { id: 'p', notice: 'warning', at });
  const asked = { id: 'r', reason: 'other', message: '=cmd(1)' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token: own, body: asked });
  const decision = { id: 'd', outcome: 'upheld', reason: 'Seen by phone.' };
  await server.ask('POST', '/v1/reviews/r/decision', { token: of.lead, body: decision });
  const transfer = { id: 't', to: '=Clara Weiss', at };
  await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body: transfer });
  const terms = { id: 'x', type: 'terms.changed', at, terms: { thresholdBps: 1500 } };
  await server.events(of.admin, [terms]);
  const pilot = { mode: 'enforce' };
  await server.ask('POST', '/v1/pilot', { token: of.admin, body: pilot });
  await changeAdvice(
    { ...server.running.ledger, by: { role: 'operator', id: 'aisha' } },
    of.contract,
    { relationshipManager: 'Aisha' },
  );
  return { server, of };
}

test('the trail says who changed what when, from what to what, the oldest first', async () => {
  const { server, of } = await lived();
  const all = await trail(server, of);
  const find = (what: string) => all.filter((entry) => entry.what === what);
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(find('standing.check')).toMatchObject([
    { by: { role: 'server', id: null }, subject: 'seat-1', from: 'good', to: 'warning_due' },
  ]);
  expect(find('standing.check')[0]?.reason).toContain('"accepted":5');
  expect(find('standing.acknowledged')).toMatchObject([{ by: { role: 'recruiter' } }]);
  expect(find('notice.acknowledged')).toMatchObject([{ by: { role: 'recruiter' }, to: 'warning' }]);
  expect(find('review.asked')).toMatchObject([
    { by: { role: 'recruiter' }, subject: 'r', seat: 'seat-1', reason: 'other' },
  ]);
  const decided = { by: { role: 'lead' }, from: 'open', to: 'upheld', reason: 'Seen by phone.' };
  expect(find('review.decided')).toMatchObject([decided]);
  expect(find('standing.restored').map(({ by, from, to }) => [by?.role, from, to])).toEqual([
    ['lead', null, null],
    ['lead', 'warned', 'good'],
  ]);
  expect(find('seat.transferred')).toMatchObject([
    { by: { role: 'server' }, from: null, to: 'Holder 1' },
    { by: { role: 'lead' }, from: 'Holder 1', to: '=Clara Weiss' },
  ]);
  expect(find('terms.changed').at(-1)).toMatchObject({
    by: { role: 'admin' },
    from: 'thresholdBps=1300',
    to: 'thresholdBps=1500',
  });
  expect(find('pilot.changed').at(-1)).toMatchObject({
    by: { role: 'admin' },
    from: 'mode="inform"',
    to: 'mode="enforce"',
  });
  expect(find('mode.changed').at(-1)).toMatchObject({ from: 'inform', to: 'enforce' });
  expect(find('advice.changed')).toMatchObject([{ by: { role: 'operator', id: 'aisha' } }]);
  expect(find('advice.changed')[0]?.to).toContain('Aisha');
  expect(find('device.connected').length).toBeGreaterThan(0);
});

test('it begins with the contract itself, and what that began with', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { relationshipManager: 'Aisha Brennan' });
  const created = (await trail(server, of)).slice(0, 2);
  const byServer = { at: START, by: { role: 'server', id: null }, subject: null, from: null };
  expect(created).toMatchObject([
    {
      ...byServer,
      what: 'contract.created',
      to: 'name="Fernhill Talent" profile="inmail-2014"',
    },
    { ...byServer, what: 'source.changed', to: 'feed' },
  ]);
  const { ledger } = server.running;
  server.sleepTo(START + DAY_MS);
  await changeSource(ledger, of.contract, 'import');
  await changeAdvice(ledger, of.contract, { relationshipManager: 'Robin Ellery' });
  const all = await trail(server, of);
  const values = (what: string) =>
    all.filter((entry) => entry.what === what).map(({ from, to }) => [from, to]);
  expect(values('source.changed')).toEqual([
    [null, 'feed'],
    ['feed', 'import'],
  ]);
  const said = (relationshipManager: string) =>
    JSON.stringify({ relationshipManager, trainingLinks: [] });
  expect(values('advice.changed')).toEqual([
    [null, said('Aisha Brennan')],
    [said('Aisha Brennan'), said('Robin Ellery')],
  ]);
});

test('it is CSV for spreadsheets as well, of the span that is asked for, and for admins alone', async () => {
  const { server, of } = await lived();
  const since = START + DAY_MS;
  const some = await trail(server, of, `?since=${iso(since)}`);
  expect(some.length).toBeLessThan((await trail(server, of)).length);
  expect(some.every(({ at }) => at >= since)).toBe(true);
  const asked = { token: of.admin };
  const { text } = await server.fetch('GET', `/v1/audit.csv?since=${iso(since)}`, asked);
  const rows: string[][] = parse(text, { bom: true });
  expect(rows).toHaveLength(some.length + 1);
  // Those that were there first are where they were.
  const first = ['at', 'by_role', 'by_id', 'what', 'subject', 'from', 'to', 'reason'];
  expect(rows[0]).toEqual([...first, 'by_name', 'seat']);
  const review = rows.find(([, , , what]) => what === 'review.asked');
  expect([review?.[4], review?.[9]]).toEqual(['r', 'seat-1']);
  // What a spreadsheet would run begins with an apostrophe.
  expect(rows.flat()).toContain("'=Clara Weiss");
  const odd = await server.problem('GET', '/v1/audit.csv?since=monday', asked);
  expect([odd.code, odd.field]).toEqual(['field_invalid', 'since']);
  for (const token of [of.lead, of.feed]) {
    expect((await server.problem('GET', '/v1/audit.ndjson', { token })).status).toBe(403);
  }
  const on = ['--contract', of.contract, '--database', server.databaseUrl];
  const printed = await run('server/cli.ts', ['audit', ...on, '--format', 'csv']);
  expect(printed.stdout).toContain('terms.changed,,thresholdBps=1300,thresholdBps=1500');
  const other = await setUp(server, { name: 'Larkfield Staffing' });
  const foreign = await trail(server, other);
  expect(foreign.some(({ to }) => to?.includes('Clara') === true)).toBe(false);
}, 120_000);
