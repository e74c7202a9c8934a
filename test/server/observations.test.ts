import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { matchOf, type Candidate } from '#server/observations/match.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { observationReceiptSchema } from '#shared/wire/observations.ts';
import { evidenceSchema, readingSchema } from '#shared/wire/reading.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

const NOW = START + 2 * HOUR_MS;
const PATH = '/v1/observations';

const seen = (id: string, recipient: string, more: object = {}): Record<string, unknown> => ({
  id,
  at: iso(START + HOUR_MS),
  seat: 'seat-1',
  recipient,
  outcome: 'accepted',
  ...more,
});

/** A send with marks; by default its name is its own. */
const send = (inmail: string, marks: object = {}, at: Instant = START) =>
  sends(inmail, at).map((event) => ({ ...event, recipient: `member-${inmail}`, ...marks }));

async function world(source: 'overlay' | 'feed' = 'overlay') {
  const server = await TestServer.start(NOW);
  const of = await setUp(server, { source, seats: 2 });
  const [token = ''] = of.recruiters;
  const see = (...observations: object[]) =>
    server.call(observationReceiptSchema, 'POST', PATH, { token, body: { observations } });
  return { server, of, token, see };
}

async function answersIn(server: TestServer, { contract }: SetUp) {
  const ledger = await exportLedger(server.running.ledger.database, contract);
  return ledger.filter(({ type }) => type === 'inmail.responded');
}

describe('answers that the inbox shows, where the overlay keeps the ledger', () => {
  test('settle InMails by member, by name and by conversation, as events of the ledger', async () => {
    const { server, of, token, see } = await world();
    await server.events(token, [
      ...send('a'),
      ...send('b', { nameHash: 'name-b' }),
      ...send('c', { conversation: 'talk-c' }),
      ...send('d'),
    ]);
    const { reading, ...receipt } = await see(
      seen('o1', 'member-a-0'),
      seen('o1', 'member-a'),
      seen('o2', 'name-b', { conversation: 'talk-b' }),
      seen('o3', 'no name', { conversation: 'talk-c', outcome: 'declined' }),
    );
    expect(receipt).toMatchObject({ accepted: 3, duplicates: 0, settled: 2 });
    expect(receipt.conflicts).toMatchObject([{ id: 'o1', index: 1, code: 'id_conflict' }]);
    expect(reading.tally).toEqual({ accepted: 1, declined: 1, pending: 2, total: 4 });
    expect(reading.evidence).toMatchObject({ unmatched: 1, inboxReadAt: START + HOUR_MS });
    const answers = await answersIn(server, of);
    expect(answers).toMatchObject([
      { inmail: 'c-0', outcome: 'declined' },
      { inmail: 'b-0', outcome: 'accepted', at: iso(START + HOUR_MS) },
    ]);
    const again = await see(seen('o2', 'name-b', { conversation: 'talk-b' }));
    expect(again).toMatchObject({ accepted: 0, duplicates: 1, settled: 0 });
    expect(await answersIn(server, of)).toEqual(answers);
  });

  test('a name that two people bear decides nothing, until one of them is known', async () => {
    const { server, token, see } = await world();
    await server.events(token, [
      ...send('a', { nameHash: 'kim' }),
      ...send('b', { nameHash: 'kim' }),
    ]);
    const first = await see(seen('o1', 'kim', { conversation: 'talk-1' }));
    expect([first.settled, first.reading.evidence.unmatched]).toEqual([0, 1]);
    // The thread was opened, and led to a profile: the other conversation is the other one's.
    const second = await see(seen('o2', 'member-a', { conversation: 'talk-2' }));
    expect([second.settled, second.reading.evidence.unmatched]).toEqual([2, 0]);
  });

  test('the same answer seen again settles nobody else', async () => {
    const { server, token, see } = await world();
    await server.events(token, send('a', { nameHash: 'kim' }));
    await see(seen('o1', 'kim', { conversation: 'talk-1' }));
    await server.events(token, send('b', { nameHash: 'kim' }, START + 1));
    const again = await see(seen('o2', 'kim', { conversation: 'talk-1' }));
    expect(again.reading.tally).toMatchObject({ accepted: 1, pending: 1 });
    const other = await see(seen('o3', 'kim', { conversation: 'talk-2' }));
    expect(other.reading.tally).toMatchObject({ accepted: 2, pending: 0 });
  });

  test('an answer may be here before its send', async () => {
    const { server, token, see } = await world();
    expect((await see(seen('o', 'member-a'))).reading.evidence.unmatched).toBe(1);
    const { readings } = await server.events(
      token,
      sends('a', START).map((event) => ({ ...event, recipient: 'member-a' })),
    );
    expect(readings[0]?.tally).toMatchObject({ accepted: 1, total: 1 });
    expect(readings[0]?.evidence.unmatched).toBe(0);
  });

  test('what was sent after it, or from another seat, is not meant', async () => {
    const { server, of, token, see } = await world();
    await server.events(token, send('a', { nameHash: 'kim' }, START + HOUR_MS));
    const other = send('b', { seat: 'seat-2', nameHash: 'kim' });
    await server.events(of.recruiters[1] ?? '', other);
    expect((await see(seen('o', 'kim'))).settled).toBe(0);
  });

  test('marks that cannot be read are no marks', async () => {
    const { server, token, see } = await world();
    await server.events(token, send('a', { nameHash: 7, conversation: { x: 1 } }));
    const { settled, reading } = await see(seen('o', '7'));
    expect([settled, reading.evidence.unmatched]).toEqual([0, 1]);
  });

  test('the answers carry a check, and old ones leave the count of those unmatched', async () => {
    const { server, token, see } = await world();
    const hundred = Array.from({ length: 100 }, (_, index) => send(`m${index}`)).flat();
    await server.events(token, hundred);
    const answers = Array.from({ length: 13 }, (_, index) => seen(`o${index}`, `member-m${index}`));
    expect((await see(...answers, seen('x', 'nobody'))).settled).toBe(13);
    await server.moveTo(START + DAY_MS);
    const reading = await server.reading(token);
    expect([reading.standing, reading.evidence.unmatched]).toEqual(['good', 1]);
    server.sleepTo(START + HOUR_MS + 14 * DAY_MS);
    expect((await server.reading(token)).evidence.unmatched).toBe(0);
  });
});

describe('beside a feed', () => {
  test('they settle provisional sends in the live reading, and enter no ledger', async () => {
    const { server, of, token, see } = await world('feed');
    await server.events(token, [...send('a'), ...send('b')]);
    const { settled, reading } = await see(
      seen('o1', 'member-a'),
      seen('o2', 'member-b', { outcome: 'declined' }),
    );
    expect(settled).toBe(2);
    expect(reading.tally).toEqual({ accepted: 1, declined: 1, pending: 0, total: 2 });
    expect(reading.evidence).toMatchObject({
      provisional: 2,
      provisionalAccepted: 1,
      provisionalDeclined: 1,
    });
    expect(await answersIn(server, of)).toEqual([]);
    // The feed reports one of them with its answer: no answer is counted twice.
    await server.events(of.feed, sends('fed', START, { accepted: 1 }));
    const halfway = await server.reading(token);
    expect(halfway.tally).toEqual({ accepted: 1, declined: 1, pending: 0, total: 2 });
    expect(halfway.evidence).toMatchObject({ provisional: 1, provisionalAccepted: 0 });
    await server.events(of.feed, sends('fed2', START), [{ seat: 'seat-1', at: iso(START) }]);
    const { tally, evidence } = await server.reading(token);
    expect(tally).toEqual({ accepted: 1, declined: 0, pending: 1, total: 2 });
    expect(evidence).toMatchObject({ provisional: 0, provisionalDeclined: 0 });
  });
});

describe('POST /v1/observations', () => {
  test('says what it cannot keep, one by one', async () => {
    const { see } = await world();
    const { accepted, conflicts } = await see(
      seen('fine', 'x'),
      seen('no-outcome', 'x', { outcome: 'maybe' }),
      seen('other', 'x', { seat: 'seat-2' }),
      seen('ahead', 'x', { at: iso(NOW + 6 * 60_000) }),
      seen('nul', 'x\u0000'),
      seen('fine', 'y'),
    );
    expect(accepted).toBe(1);
    expect(conflicts.map(({ id, index, code, field }) => [id, index, code, field])).toEqual([
      ['no-outcome', 1, 'malformed', 'outcome'],
      ['other', 2, 'not_allowed', 'seat'],
      ['ahead', 3, 'from_the_future', 'at'],
      ['nul', 4, 'malformed', ''],
      ['fine', 5, 'id_conflict', 'id'],
    ]);
  });

  test('is for the device of a seat, and takes note that there was nothing new', async () => {
    const { server, of, token } = await world();
    for (const other of [of.lead, of.admin, of.feed]) {
      const body = { observations: [] };
      const problem = await server.problem('POST', PATH, { token: other, body });
      expect(problem).toMatchObject({ status: 403, code: 'not_allowed' });
    }
    const read = async (inboxReadAt: Instant) => {
      const body = { observations: [], inboxReadAt: iso(inboxReadAt) };
      const asked = { token, body };
      const { reading } = await server.call(observationReceiptSchema, 'POST', PATH, asked);
      return reading.evidence.inboxReadAt;
    };
    expect((await server.reading(token)).evidence.inboxReadAt).toBeNull();
    expect(await read(START)).toBe(START);
    expect(await read(START - 1)).toBe(START);
    expect(await read(NOW + DAY_MS)).toBe(NOW);
  });

  test('an extension reads the answer of a server that knows nothing of it', async () => {
    const { server, token } = await world();
    const { body } = await server.ask('GET', '/v1/seats/seat-1/reading', { token });
    const { evidence } = readingSchema.encode(readingSchema.parse(body));
    const { source, since, completeUpTo, provisional, isPartialAccepted } = evidence;
    const old = { source, since, completeUpTo, provisional, isPartialAccepted };
    expect(evidenceSchema.parse(old)).toMatchObject({ unmatched: 0, inboxReadAt: null });
  });
});

test('a member is one person, however many InMails went there; a name may be many', () => {
  const candidate = (inmail: string, sentAt: Instant, more: Partial<Candidate>): Candidate => {
    const plain = { recipient: null, nameHash: null, conversation: null };
    return { inmail, sentAt, ...plain, isPending: true, isInLedger: true, ...more };
  };
  const sighting = { at: 10, recipient: 'x', conversation: null };
  const match = (...candidates: Candidate[]) =>
    matchOf(sighting, candidates, 'by_name')?.inmail ?? null;
  const [one, two] = [candidate('1', 1, { recipient: 'x' }), candidate('2', 2, { recipient: 'x' })];
  expect(match(one, two)).toBe('2');
  expect(match(one, { ...two, isPending: false })).toBe('1');
  expect(match({ ...one, isPending: false }, { ...two, isPending: false })).toBe('2');
  expect(match(one, { ...two, sentAt: 10 })).toBe('1');
  const [named, namesake] = [
    candidate('1', 1, { nameHash: 'x' }),
    candidate('2', 2, { nameHash: 'x' }),
  ];
  expect(match(named, namesake)).toBeNull();
  expect(match(named, { ...namesake, isPending: false })).toBeNull();
  expect(match({ ...named, recipient: 'm' }, { ...namesake, recipient: 'm' })).toBe('2');
  expect(match(named, { ...namesake, recipient: 'x' })).toBe('2');
});
