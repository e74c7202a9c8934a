import { describe, expect, test } from 'vitest';
import { createContract } from '#server/contracts/contracts.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { seatListSchema, type SeatList, type SeatRow } from '#shared/wire/seats.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

function list(server: TestServer, { lead: token }: SetUp): Promise<SeatList> {
  return server.call(seatListSchema, 'GET', '/v1/seats', { token });
}

/** A row says of a seat what its reading says. */
async function expectAsRead(server: TestServer, of: SetUp, row: SeatRow): Promise<void> {
  const reading = await server.reading(of.lead, row.seat.id);
  const { team: _t, lastSeenAt: _l, notice, provisional, ...said } = row;
  expect(reading).toMatchObject(said);
  expect(reading.evidence.provisional).toBe(provisional);
  expect(reading.notice === null ? null : { ...reading.notice, tally: undefined }).toEqual(notice);
}

describe('GET /v1/seats', () => {
  test('lists the seats of a contract, soonest at risk first, with what each reading says', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 5 });
    const report = (seat: string, count: number, accepted: number) =>
      server.events(of.feed, sends(`${seat}-x`, START, { seat, count, accepted }));
    await report('seat-2', 100, 30);
    await report('seat-3', 100, 12);
    await report('seat-4', 100, 14);
    await report('seat-5', 60, 1);
    const { contract, asOf, counts, seats, next } = await list(server, of);
    expect(contract).toEqual({ id: of.contract, name: 'Fernhill Talent' });
    expect(asOf).toBe(START);
    const order = ['seat-3', 'seat-4', 'seat-5', 'seat-2', 'seat-1'];
    expect(seats.map(({ seat }) => seat.id)).toEqual(order);
    expect(next).toBeNull();
    const shown = { below: 1, close: 1, collecting_low: 1, on_track: 1, collecting: 1 };
    expect(counts).toEqual({ all: 5, longUnread: 0, everSeen: 0, shown, openReviews: 0 });
    for (const row of seats) await expectAsRead(server, of, row);
  });

  test('says when a browser of each holder last spoke, until it has ended', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 2 });
    const [one = ''] = of.recruiters;
    await server.bearer(one);
    await server.moveTo(START + DAY_MS);
    const seen = async (): Promise<unknown> =>
      (await list(server, of)).seats
        .toSorted((a, b) => a.seat.id.localeCompare(b.seat.id))
        .map(({ lastSeenAt }) => lastSeenAt);
    expect(await seen()).toEqual([START, null]);
    // It refreshes its token, and is seen doing so.
    await server.reading(one);
    expect(await seen()).toEqual([START + DAY_MS, null]);
    const body = { id: 't', to: 'Clara Weiss', at: iso(server.clock.now) };
    await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
    expect(await seen()).toEqual([null, null]);
  });

  test('is for leads alone', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server);
    for (const token of [feed, recruiters[0] ?? '']) {
      const { status, code } = await server.problem('GET', '/v1/seats', { token });
      expect([status, code]).toEqual([403, 'not_allowed']);
    }
  });

  test('waits for checks that are due', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100 }));
    server.sleepTo(START + DAY_MS);
    expect((await list(server, of)).seats[0]?.standing).toBe('warning_due');
  });
});

describe('pilots', () => {
  test('seats outside are in observation, and raising the share drops none', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 0, mode: 'observe' });
    const { ledger } = server.running;
    for (let number = 0; number < 40; number += 1) {
      await addSeat(ledger, of.contract, { holder: 'Ada' });
    }
    const inPilot = async (sharePercent: number, namedSeats: string[] = []) => {
      const wanted = { mode: 'inform', sharePercent, namedSeats } as const;
      await changeContractMode(ledger, of.contract, { ...wanted, acceptsPartialEvidence: false });
      const { seats } = await list(server, of);
      return seats.filter(({ mode }) => mode === 'inform').map(({ seat }) => seat.id);
    };
    expect(await inPilot(0)).toEqual([]);
    expect(await inPilot(0, ['seat-7'])).toEqual(['seat-7']);
    const third = await inPilot(30);
    expect(third.length).toBeGreaterThan(4);
    expect(third.length).toBeLessThan(21);
    expect(await inPilot(60)).toEqual(expect.arrayContaining(third));
    expect(await inPilot(100)).toHaveLength(40);
  });

  test('named seats without a share are the whole pilot', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 3, mode: 'observe' });
    const { ledger } = server.running;
    const wanted = { mode: 'enforce', namedSeats: ['seat-2'], acceptsPartialEvidence: false };
    const outcome = await changeContractMode(ledger, of.contract, { ...wanted, mode: 'enforce' });
    expect(outcome).toMatchObject({ ok: true, sharePercent: 0, changed: 1 });
    const unknown = { ...wanted, mode: 'enforce', namedSeats: ['seat-9'] } as const;
    expect(await changeContractMode(ledger, of.contract, unknown)).toEqual({
      ok: false,
      code: 'seat_unknown',
      seat: 'seat-9',
    });
  });

  test('a seat that is added starts in the mode of its contract', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 0, mode: 'enforce' });
    const seat = await addSeat(server.running.ledger, of.contract, { holder: 'Ada' });
    expect(seat).toEqual({ id: 'seat-1', holder: 'Ada', mode: 'enforce' });
    expect(await server.reading(of.lead)).toMatchObject({ mode: 'enforce', standing: 'good' });
  });

  test("enforcing on the overlay's evidence alone has to be accepted, and is said", async () => {
    const server = await TestServer.start();
    const { ledger } = server.running;
    const overlay = await createContract(
      ledger,
      { name: 'Overlay', profile: 'inmail-2014', source: 'overlay', relationshipManager: null },
      () => 'key',
    );
    const change = (acceptsPartialEvidence: boolean) =>
      changeContractMode(ledger, overlay.id, { mode: 'enforce', acceptsPartialEvidence });
    expect(await change(false)).toEqual({ ok: false, code: 'partial_evidence' });
    expect(await change(true)).toMatchObject({ ok: true });
    const seat = await addSeat(ledger, overlay.id, { holder: 'Ada' });
    const lead = server.join(overlay.id, { role: 'lead', teams: 'all' });
    const { mode, evidence } = await server.reading(lead, seat.id);
    expect([mode, evidence.isPartialAccepted]).toEqual(['enforce', true]);
    // Once accepted it stays so.
    expect(await change(false)).toMatchObject({ ok: true });
  });

  test('what was observed in silence is no past: a seat starts anew when it is shown', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { mode: 'observe' });
    await server.events(of.feed, sends('a', START, { count: 100 }));
    await server.moveTo(START + 16 * HOUR_MS);
    expect(await server.reading(of.lead)).toMatchObject({ standing: 'warned', notice: null });
    await changeContractMode(server.running.ledger, of.contract, {
      mode: 'enforce',
      acceptsPartialEvidence: false,
    });
    expect(await server.reading(of.lead)).toMatchObject({
      standing: 'good',
      everWarned: false,
      tally: { total: 100 },
      nextCheckAt: Date.parse('2026-01-07T00:00:00Z'),
      asOf: server.clock.now,
    });
    expect(iso(server.clock.now)).toBe('2026-01-06T01:00:00.000Z');
  });
});
