import { expect, test } from 'vitest';
import { readContract } from '#server/contracts/store.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { readPilotHistory } from '#server/pilots/report-store.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { armsOf, type Arms } from '#shared/policy/pilot-arms.ts';
import { isInPilot, type Mode } from '#shared/policy/rollout.ts';
import { pilotReportSchema } from '#shared/wire/pilot-report.ts';
import { sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { retainAll } from '#test/server/retention.ts';

const day = (days: number): Instant => START + days * DAY_MS;
const KEPT_DAYS = 30;

const report = (server: TestServer, { lead }: SetUp) =>
  server.call(pilotReportSchema, 'GET', '/v1/pilot/report', { token: lead });

async function armsNow(server: TestServer, { contract: id }: SetUp): Promise<Arms> {
  return server.running.ledger.database.read(async (reader) => {
    const contract = await readContract(reader, id);
    if (contract === null) throw new Error('The contract was set up.');
    const { seats } = await readPilotHistory(reader, contract);
    return armsOf(seats, server.clock.now);
  });
}

/** When each seat entered the pilot; null where that is not known, and nothing of those outside it. */
const startsOf = ({ treated, unknown }: Arms): Record<string, Instant | null> =>
  Object.fromEntries([
    ...treated.map(({ seat, enteredAt, isStartKnown }) => [seat, isStartKnown ? enteredAt : null]),
    ...unknown.map((seat) => [seat, null]),
  ]);

/** Who takes part at a share of ten per cent follows from the id. */
function idsAt(contract: string, isIn: boolean): string[] {
  const pilot = { contract, mode: 'enforce', sharePercent: 10, namedSeats: [] } as const;
  const ids = Array.from({ length: 200 }, (_, index) => `s${index}`);
  return ids.filter((id) => isInPilot(pilot, id) === isIn);
}

/** Seats that went into a pilot, and out of it, one after the other; all of them sent on some days. */
async function lived() {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 0, mode: 'observe' });
  const [deep = '', back = '', later = '', outside = ''] = idsAt(of.contract, false);
  const [joined = ''] = idsAt(of.contract, true);
  const { ledger } = server.running;
  const set = async (at: Instant, mode: Mode, namedSeats: string[]) => {
    await server.moveTo(at);
    const wanted = { mode, namedSeats, sharePercent: 10, acceptsPartialEvidence: false };
    await changeContractMode(ledger, of.contract, wanted);
  };
  const send = async (at: Instant, seats: readonly string[]) => {
    await server.moveTo(at);
    const events = seats.flatMap((seat) => sends(`${seat}-${at}`, at, { seat, count: 5 }));
    await server.events(of.feed, events);
  };
  const early = [deep, back, later, outside];
  for (const id of early) await addSeat(ledger, of.contract, { id, holder: id });
  await send(day(2), early);
  await set(day(5), 'inform', [deep, back]);
  await set(day(9), 'inform', [deep]);
  await set(day(12), 'enforce', [deep]);
  // Nothing is recorded of the mode of this one, for it never was in another.
  await server.moveTo(day(14));
  await addSeat(ledger, of.contract, { id: joined, holder: joined });
  await send(day(15), [joined]);
  await send(day(40), [...early, joined]);
  await set(day(45), 'enforce', [deep, later]);
  await send(day(50), [...early, joined]);
  await server.moveTo(day(60));
  return { server, of, seats: { deep, back, later, outside, joined } };
}

test('a retention moves no start of a pilot: it stays what it was, or is not known any more', async () => {
  const { server, of, seats } = await lived();
  const { deep, back, later, outside, joined } = seats;
  const [before, whole] = [await armsNow(server, of), await report(server, of)];
  const starts = startsOf(before);
  const daysOf = Object.values(starts).map((at) => Math.floor(((at ?? NaN) - START) / DAY_MS));
  expect(daysOf.toSorted((one, other) => one - other)).toEqual([5, 5, 14, 45]);
  expect(before.observed.map(({ seat }) => seat)).toEqual([outside]);
  expect(whole).toMatchObject({ startUnknown: 0, treated: { seats: 4 } });
  // The first of these had all its days since it was set up, the last was set up in the pilot.
  const pasts = Object.fromEntries(before.treated.map(({ seat, past }) => [seat, past]));
  expect(pasts).toMatchObject({ [deep]: 'short', [joined]: 'none', [later]: 'whole' });

  await retainAll(server, of, KEPT_DAYS);
  const after = await armsNow(server, of);
  expect(startsOf(after)).toEqual({ ...starts, [deep]: null, [back]: null });
  expect(after.unknown).toEqual([back]);
  expect(after.observed.map(({ seat }) => seat)).toEqual([outside]);
  const kept = await report(server, of);
  expect(kept).toMatchObject({
    startUnknown: 2,
    // When the seat that is left with a time before entered, and what it sent around that, is kept.
    treated: { seats: 3, compared: 1, withoutBefore: 1, before: { inmails: 5 } },
    observed: { seats: 1 },
  });
  const asked = ['pilot-report', '--contract', of.contract, '--database', server.databaseUrl];
  const text = await run('server/cli.ts', asked);
  expect(text.stdout).toContain('as what was recorded so long ago is removed: seats 2.');

  // Once its own start is removed too, it is not known any more either; what is compared lies within
  // what is kept whole.
  await server.moveTo(day(85));
  await retainAll(server, of, KEPT_DAYS);
  const last = await armsNow(server, of);
  expect(startsOf(last)).toEqual({ ...startsOf(after), [later]: null });
}, 120_000);

test('after a retention no time is compared of which InMails were removed', async () => {
  const { server, of, seats } = await lived();
  const { outside } = seats;
  await retainAll(server, of, KEPT_DAYS);
  const { database } = server.running.ledger;
  const history = await database.read(async (reader) => {
    const contract = await readContract(reader, of.contract);
    if (contract === null) throw new Error('The contract was set up.');
    return readPilotHistory(reader, contract);
  });
  // Two weeks, the policy's window, before the midnight that the retention reached to.
  const reached = Math.floor(server.clock.now / DAY_MS) * DAY_MS - KEPT_DAYS * DAY_MS;
  const known = history.seats.find(({ seat }) => seat === outside)?.knownFrom;
  expect(known).toBe(reached - 14 * DAY_MS + 1);
}, 120_000);

test('a seat is known from its first InMail where that was sent before it was set up', async () => {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2, mode: 'observe' });
  await server.events(of.feed, sends('old', day(-40), { seat: 'seat-1', count: 3 }));
  // Seats of another contract have the same ids, and are none of its own.
  const other = await setUp(server, { seats: 2, mode: 'observe', name: 'Another contract' });
  await server.events(other.feed, sends('theirs', day(-90), { seat: 'seat-2', count: 3 }));
  await server.moveTo(day(20));
  const { ledger } = server.running;
  await changeContractMode(ledger, of.contract, { mode: 'inform', acceptsPartialEvidence: false });
  await server.moveTo(day(60));
  const { treated } = await armsNow(server, of);
  // One is known for sixty days before it entered, and the other for twenty of its 33 after.
  expect(treated.map(({ past }) => past)).toEqual(['whole', 'short']);
  const lengths = treated.map(({ after }) => Math.round((after.until - after.from) / DAY_MS));
  expect(lengths).toEqual([33, 20]);
});
