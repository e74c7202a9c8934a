import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { changeSource } from '#server/contracts/change-source.ts';
import type { Source } from '#server/contracts/sources.ts';
import { changeTerms } from '#server/contracts/change-terms.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { seeAnswer, tellAsOverlay } from '#test/server/overlay-moves.ts';
import { retainAll } from '#test/server/retention.ts';
import { standingsOf } from '#test/server/standings.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { NOTICE_TYPES } from '#shared/policy/standing.ts';
import { PROFILE_NAMES } from '#shared/policy/terms.ts';

/**
 * Whatever is done to a contract, and whenever the server looks at its clock: its ledger, exported,
 * replays to exactly the standings that the server holds.
 */
type World = { server: TestServer; of: SetUp; seats: string[]; count: number; source: Source };
type Move = (world: World) => Promise<void>;

const seatAt = ({ seats }: World, index: number): string => seats[index % seats.length] ?? 'seat-1';
const tokenAt = ({ of }: World, index: number): string =>
  of.recruiters[index % of.recruiters.length] ?? '';
const nextIn = (world: World): string => {
  world.count += 1;
  return `x${world.count}`;
};

/** Whoever keeps the ledger reports it: seats that came later have no device. */
async function tell(world: World, index: number, events: Record<string, string>[]): Promise<void> {
  const { server, of } = world;
  if (world.source !== 'overlay') return void (await server.events(of.feed, events));
  const own = index % of.recruiters.length;
  await tellAsOverlay(server, tokenAt(world, own), seatAt(world, own), events);
}

const seatIndex = fc.nat({ max: 3 });
/** How far before now it happened; below zero, the reporter's clock runs ahead. */
const agoMs = fc.constantFrom(0, 0, 0, 1, HOUR_MS, DAY_MS, 13 * DAY_MS, 20 * DAY_MS, -1, -240_000);

const passTime: fc.Arbitrary<Move> = fc
  .tuple(
    // Clocks are set back at times; what is recorded never is.
    fc.constantFrom(0, 1, -1, -HOUR_MS, 60_000, HOUR_MS, DAY_MS, 7 * DAY_MS, 14 * DAY_MS),
    fc.constantFrom('by', 'by', 'to_midnight', 'to_before_midnight', 'to_check'),
    fc.boolean(),
  )
  .map(([byMs, how, ticks]) => async ({ server }) => {
    const { now } = server.clock;
    const midnight = (Math.floor((now + byMs) / DAY_MS) + 1) * DAY_MS;
    const targets = {
      by: now + byMs,
      to_midnight: midnight,
      to_before_midnight: midnight - 1,
      to_check: midnight + 1,
    };
    if (ticks) await server.moveTo(targets[how]);
    else server.sleepTo(targets[how]);
  });

const report: fc.Arbitrary<Move> = fc
  .record({
    seat: seatIndex,
    ago: agoMs,
    count: fc.integer({ min: 1, max: 7 }),
    accepted: fc.nat({ max: 2 }),
    declined: fc.nat({ max: 1 }),
    answersFirst: fc.boolean(),
    isSplit: fc.boolean(),
  })
  .map(({ seat, ago, answersFirst, isSplit, ...burst }) => async (world) => {
    const { server, of } = world;
    const at = server.clock.now - ago;
    const events = sends(nextIn(world), at, { seat: seatAt(world, seat), ...burst });
    if (answersFirst) events.reverse();
    if (world.source === 'overlay') return tell(world, seat, events);
    if (!isSplit) return void (await server.events(of.feed, events));
    const half = Math.ceil(events.length / 2);
    await server.events(of.feed, events.slice(0, half));
    await server.events(of.feed, events.slice(half));
  });

/** Weeks of one seat, a day at a time: what carries it through warning, period and renewal. */
const campaign: fc.Arbitrary<Move> = fc
  .record({
    seat: seatIndex,
    days: fc.integer({ min: 5, max: 35 }),
    accepted: fc.nat({ max: 1 }),
    presses: fc.boolean(),
    ticks: fc.boolean(),
  })
  .map(({ seat, days, accepted, presses, ticks }) => async (world) => {
    const { server, of } = world;
    const index = seat % of.recruiters.length;
    const id = seatAt(world, index);
    for (let day = 0; day < days; day += 1) {
      const burst = { seat: id, count: 2, accepted: day % 5 === 0 ? accepted : 0 };
      await tell(world, index, sends(nextIn(world), server.clock.now, burst));
      const tomorrow = server.clock.now + DAY_MS;
      if (ticks) await server.moveTo(tomorrow);
      else server.sleepTo(tomorrow);
      if (!presses || day % 4 !== 3) continue;
      const { notice } = await server.reading(tokenAt(world, index), id);
      if (notice === null) continue;
      const at = iso(server.clock.now);
      await server.press(tokenAt(world, index), { id: nextIn(world), notice: notice.type, at }, id);
    }
  });

/** Another response to an InMail, or one to an InMail that is yet to come. */
const respond: fc.Arbitrary<Move> = fc
  .record({
    inmail: fc.nat({ max: 40 }),
    index: fc.nat({ max: 4 }),
    ago: agoMs,
    outcome: fc.constantFrom('accepted', 'declined'),
  })
  .map(({ inmail, index, ago, outcome }) => async (world) => {
    const { server, of } = world;
    const at = iso(server.clock.now - ago);
    const id = `${nextIn(world)}-r`;
    const response = { id, type: 'inmail.responded', at, inmail: `x${inmail}-${index}`, outcome };
    await server.events(of.feed, [response]);
  });

const repeat: fc.Arbitrary<Move> = fc
  .tuple(fc.nat({ max: 40 }), fc.boolean())
  .map(([which, isSame]) => async (world) => {
    const { server, of } = world;
    const ledger = await exportLedger(server.running.ledger.database, of.contract);
    const again = ledger[which % ledger.length] ?? {};
    await server.events(of.feed, [isSame ? again : { ...again, at: iso(server.clock.now) }]);
  });

const observe: fc.Arbitrary<Move> = fc
  .tuple(seatIndex, agoMs)
  .map(([which, ago]) => async (world) => {
    const { server, of } = world;
    const index = which % of.recruiters.length;
    const at = server.clock.now - ago;
    const seat = seatAt(world, index);
    const seen = sends(`x${nextIn(world)}`, at, { seat, accepted: 1 });
    await tellAsOverlay(server, tokenAt(world, index), seat, seen);
  });

/** An answer in the inbox to some InMail, of whatever age, or to none. */
const see: fc.Arbitrary<Move> = fc
  .tuple(seatIndex, fc.nat({ max: 40 }), fc.nat({ max: 4 }), agoMs)
  .map(([which, number, of, ago]) => async (world) => {
    const index = which % world.of.recruiters.length;
    const at = world.server.clock.now - ago;
    const answer = { index, seat: seatAt(world, index), at, id: nextIn(world) };
    await seeAnswer(world.server, world.of, { ...answer, inmail: `x${number}-${of}` });
  });

const press: fc.Arbitrary<Move> = fc
  .tuple(seatIndex, fc.constantFrom(null, null, null, ...NOTICE_TYPES), agoMs)
  .map(([seat, wanted, ago]) => async (world) => {
    const { server, of } = world;
    const index = seat % of.recruiters.length;
    const token = tokenAt(world, index);
    const id = seatAt(world, index);
    const open = (await server.reading(token, id)).notice;
    const notice = wanted ?? open?.type ?? 'warning';
    const at = iso(wanted === null ? server.clock.now : server.clock.now - ago);
    await server.press(token, { id: nextIn(world), notice, at }, id);
  });

const transfer: fc.Arbitrary<Move> = fc
  .tuple(seatIndex, fc.constantFrom('Holder 1', 'Ada', 'Grace'), agoMs)
  .map(([seat, to, ago]) => async (world) => {
    const { server, of } = world;
    const at = iso(server.clock.now - ago);
    const event = {
      id: nextIn(world),
      type: 'seat.transferred',
      at,
      seat: seatAt(world, seat),
      to,
    };
    const before = await server.reading(of.lead, event.seat);
    await server.events(of.lead, [event]);
    // The devices of who held it have ended.
    const index = ['seat-1', 'seat-2'].indexOf(event.seat);
    if (index === -1 || before.seat.holder === to) return;
    const invited = { role: 'recruiter', seat: event.seat } as const;
    of.recruiters[index] = server.join(of.contract, invited);
  });

const restore: fc.Arbitrary<Move> = fc
  .tuple(seatIndex, agoMs)
  .map(([seat, ago]) => async (world) => {
    const { server, of } = world;
    const at = iso(server.clock.now - ago);
    const event = { id: nextIn(world), type: 'standing.restored', at, seat: seatAt(world, seat) };
    await server.events(of.lead, [event]);
  });

const changeMode: fc.Arbitrary<Move> = fc
  .record({
    mode: fc.constantFrom(...MODES),
    sharePercent: fc.constantFrom(0, 50, 100),
    isNamed: fc.boolean(),
  })
  .map(({ mode, sharePercent, isNamed }) => async (world) => {
    const namedSeats = isNamed ? [seatAt(world, 0)] : [];
    const wanted = { mode, sharePercent, namedSeats, acceptsPartialEvidence: true };
    await changeContractMode(world.server.running.ledger, world.of.contract, wanted);
  });

const changeKeeper: fc.Arbitrary<Move> = fc
  .constantFrom<Source>('feed', 'overlay', 'import')
  .map((source) => async (world) => {
    const { server, of } = world;
    const outcome = await changeSource(server.running.ledger, of.contract, source);
    if (outcome.ok) world.source = source;
  });

const newTerms: fc.Arbitrary<Move> = fc
  .record(
    {
      thresholdBps: fc.constantFrom(1300, 3000, 5000),
      minimumVolume: fc.integer({ min: 0, max: 6 }),
      improvementDays: fc.constantFrom(14, 20),
      checkHourUtc: fc.constantFrom(0, 6, 23),
    },
    { requiredKeys: ['minimumVolume'] },
  )
  .map((laid) => async ({ server, of }) => {
    await changeTerms(server.running.ledger, of.contract, laid);
  });

const newSeat: fc.Arbitrary<Move> = fc.constant(async (world: World) => {
  const { id } = await addSeat(world.server.running.ledger, world.of.contract, { holder: 'New' });
  world.seats.push(id);
});

/** Shorter than a contract may choose, so that it meets every moment of a seat's life. */
const retain: fc.Arbitrary<Move> = fc
  .constantFrom(1, 2, 5, 15, 30)
  .map((days) => async ({ server, of }) => {
    await retainAll(server, of, days);
  });

const restart: fc.Arbitrary<Move> = fc.constant(async ({ server }: World) => server.restart());

const move = fc.oneof(
  { weight: 8, arbitrary: passTime },
  { weight: 8, arbitrary: report },
  { weight: 2, arbitrary: campaign },
  { weight: 2, arbitrary: respond },
  { weight: 1, arbitrary: repeat },
  { weight: 1, arbitrary: observe },
  { weight: 2, arbitrary: see },
  { weight: 3, arbitrary: press },
  { weight: 1, arbitrary: transfer },
  { weight: 1, arbitrary: restore },
  { weight: 1, arbitrary: changeMode },
  { weight: 1, arbitrary: changeKeeper },
  { weight: 1, arbitrary: newTerms },
  { weight: 1, arbitrary: newSeat },
  { weight: 1, arbitrary: restart },
  { weight: 3, arbitrary: retain },
);

test('the export of a contract replays to the standings that the server holds', async () => {
  const history = fc.record({
    profile: fc.constantFrom(...PROFILE_NAMES),
    source: fc.constantFrom('feed', 'overlay'),
    moves: fc.array(move, { minLength: 5, maxLength: 30, size: 'max' }),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ profile, source, moves }) => {
      const server = await TestServer.start();
      const of = await setUp(server, { profile, source, seats: 2 });
      await changeTerms(server.running.ledger, of.contract, { minimumVolume: 4 });
      const world: World = { server, of, seats: ['seat-1', 'seat-2'], count: 0, source };
      for (const make of moves) await make(world);
      const exported = await exportLedger(server.running.ledger.database, of.contract);
      const last = Date.parse(String(exported.at(-1)?.['recordedAt']));
      // An odd instant, later than everything: no check falls on it.
      await server.moveTo(Math.max(server.clock.now, last) + HOUR_MS + 7);
      const { held, replayed } = await standingsOf(server, of, profile);
      expect(held).toEqual(replayed);
      await server.stop();
    }),
    // On a busy machine fewer histories are better than a failure that says nothing.
    { numRuns: 40, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  );
}, 120_000);

test('the standings are reached that the property is about', async () => {
  const server = await TestServer.start(START);
  const of = await setUp(server);
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
  await server.moveTo(START + DAY_MS);
  const { held, replayed } = await standingsOf(server, of, 'inmail-2014');
  expect(held.changes).toHaveLength(1);
  expect(held.standings[0]?.state.standing).toBe('warning_due');
  expect(held).toEqual(replayed);
});
