import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { endPerson } from '#server/identity/end-person.ts';
import { forgetHolder } from '#server/retention/forget.ts';
import { iso, setUp, TestServer, type SetUp } from '#test/server/harness.ts';

const EMAIL = 'c.weiss@example.com';
const SEAT = { role: 'recruiter', seat: 'seat-1' } as const;

/** What each is said to have done, by their name: those of whom none is known are left out. */
async function namesIn(server: TestServer, { admin }: SetUp): Promise<Map<string, Set<string>>> {
  const { text } = await server.fetch('GET', '/v1/audit.csv', { token: admin });
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  const names = new Map<string, Set<string>>();
  for (const { by_name: name = '', by_role: role = '', what = '' } of rows) {
    if (name !== '') names.set(name, (names.get(name) ?? new Set()).add(`${role} ${what}`));
  }
  return names;
}

/** Clara is invited to a seat, connects a browser and asks for a review by it. */
async function claraAsks() {
  const server = await TestServer.start();
  const of = await setUp(server);
  const { ledger } = server.running;
  const move = (id: string, to: string) => {
    server.sleepTo(server.clock.now + 60_000);
    const body = { id, to, at: iso(server.clock.now) };
    return server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
  };
  await move('t1', 'Clara Weiss');
  server.sleepTo(server.clock.now + 60_000);
  const clara = server.person();
  const accept = async (contract: string, to: Parameters<TestServer['invite']>[2]) =>
    clara.accept(await server.invite(contract, EMAIL, to));
  await accept(of.contract, SEAT);
  const token = await server.connect(clara, { ...SEAT, contract: of.contract });
  const body = { id: 'r', reason: 'other', message: 'Please look.' };
  await server.ask('POST', '/v1/seats/seat-1/reviews', { token, body });
  return { server, of, ledger, move, accept };
}

// Everyone whom the harness makes is called so, and so is who accepts an invitation by a form.
const ROBIN = 'Robin Ellery';

test('the trail names who did something, by a browser or on a page, and operators as they say', async () => {
  const { server, of, ledger } = await claraAsks();
  const by = { role: 'operator', id: 'aisha' } as const;
  const before = await namesIn(server, of);
  expect(before.get(ROBIN)).toContain('recruiter review.asked');
  expect(before.get(ROBIN)).toContain('person device.connected');
  expect(before.get(ROBIN)).toContain('lead seat.transferred');
  expect(before.has('aisha')).toBe(false);
  await endPerson({ ...ledger, by }, of.contract, EMAIL);
  const after = await namesIn(server, of);
  expect(after.get('aisha')).toContain('operator device.ended');
  // Who is in no contract any more is forgotten, and nobody by any name.
  expect(after.get(ROBIN)).not.toContain('recruiter review.asked');
  expect(after.get(ROBIN)).toContain('lead seat.transferred');
});

test('who was forgotten has no name, though another contract knows them by it', async () => {
  const { server, of, ledger, move, accept } = await claraAsks();
  const other = await setUp(server, { name: 'Larkfield Staffing' });
  await accept(other.contract, { role: 'lead', teams: 'all' });
  await move('t2', 'Dana Ortiz');
  // Who has gone to another contract is known still.
  expect((await namesIn(server, of)).get(ROBIN)).toContain('recruiter review.asked');
  const forgotten = await forgetHolder(ledger, of.contract, { holder: 'Clara Weiss' });
  expect(forgotten).toMatchObject({ ok: true, reviews: 1 });
  const names = await namesIn(server, of);
  expect(names.get(ROBIN)).not.toContain('recruiter review.asked');
  expect((await namesIn(server, other)).get(ROBIN)).toContain('person member.added');
});

test('who was forgotten as a holder is not named by the browser that they had as that', async () => {
  const { server, of, ledger, move, accept } = await claraAsks();
  await accept(of.contract, { role: 'lead', teams: 'all' });
  await move('t2', 'Dana Ortiz');
  expect((await namesIn(server, of)).get(ROBIN)).toContain('recruiter review.asked');
  expect(await forgetHolder(ledger, of.contract, { holder: 'Clara Weiss' })).toMatchObject({
    ok: true,
    reviews: 1,
  });
  const names = await namesIn(server, of);
  expect(names.get(ROBIN)).not.toContain('recruiter review.asked');
  expect(names.get(ROBIN)).toContain('person member.added');
});
