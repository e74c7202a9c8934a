import { describe, expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { changeContractMode } from '#server/pilots/change-mode.ts';
import { Fleets } from '#server/team/fleets.ts';
import { pageOf } from '#server/team/list-page.ts';
import { putIntoTeams } from '#server/teams/teams.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { reviewListSchema, type Review } from '#shared/wire/reviews.ts';
import { seatListSchema, type SeatList } from '#shared/wire/seats.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { seeAnswer, tellAsOverlay } from '#test/server/overlay-moves.ts';
import { seededChance } from '#test/recruiter/people.ts';

const SEATS = 6;

async function listAll(server: TestServer, { lead: token }: SetUp, limit = 1000) {
  const pages: SeatList[] = [];
  for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
    const query = `limit=${limit}${next === '' ? '' : `&after=${next}`}`;
    pages.push(await server.call(seatListSchema, 'GET', `/v1/seats?${query}`, { token }));
  }
  return pages;
}

async function openReviews(server: TestServer, { lead: token }: SetUp): Promise<Review[]> {
  const { reviews } = await server.call(reviewListSchema, 'GET', '/v1/reviews', { token });
  return reviews.filter(({ decision }) => decision === null);
}

/** What the kept list says is what each seat's own reading says, which is counted anew each time. */
async function expectExact(server: TestServer, of: SetUp, after: string): Promise<void> {
  const [page] = await listAll(server, of);
  const rows = page?.seats ?? [];
  const readings = await Promise.all(rows.map(({ seat }) => server.reading(of.lead, seat.id)));
  const said = readings.map((reading) => {
    const { seat, mode, standing, tally, responseRateBps, periodEndsAt, nextCheckAt } = reading;
    const { provisional } = reading.evidence;
    const notice =
      reading.notice === null
        ? null
        : { type: reading.notice.type, issuedAt: reading.notice.issuedAt };
    const moves = { tally, responseRateBps, provisional };
    return { seat, mode, standing, periodEndsAt, nextCheckAt, notice, ...moves };
  });
  expect(rows, after).toMatchObject(said);
  const waiting = await openReviews(server, of);
  expect(page?.counts.openReviews, after).toBe(waiting.length);
  // Who keeps nothing makes the same list, in the same order and with the same counts.
  const anew = await new Fleets(server.running.ledger).list(of.contract, null);
  expect(page, after).toEqual(pageOf(anew, { limit: 1000, after: null }));
}

/** Everything that moves a row, by chance. */
function movesOf(server: TestServer, of: SetUp, chance: () => number) {
  const pick = (most: number) => Math.floor(chance() * most);
  const { now } = server.clock;
  const index = pick(SEATS);
  const seat = `seat-${index + 1}`;
  const id = `m${now}-${pick(1e9)}`;
  const own = of.recruiters[index] ?? '';
  const some = { seat, count: 1 + pick(30), accepted: pick(3), declined: pick(2) };
  const earlier = now - pick(15 * DAY_MS);
  const lead = (event: object) =>
    server.events(of.lead, [{ id, at: iso(now), seat, ...event }]).then(() => undefined);
  return {
    feed: () => server.events(of.feed, sends(id, earlier, some)),
    ahead: () => server.events(of.feed, sends(id, now + pick(4 * 60_000), some)),
    complete: () => server.events(of.feed, [], [{ seat, at: iso(now - pick(DAY_MS)) }]),
    overlay: () => tellAsOverlay(server, own, seat, sends(id, now - pick(DAY_MS), some)),
    unmatched: () => seeAnswer(server, of, { index, seat, at: now, id, inmail: `nobody ${id}` }),
    // The devices of who held it end.
    transfer: async () => {
      await lead({ type: 'seat.transferred', to: `Holder ${now} ${pick(9)}` });
      const invited = { role: 'recruiter', seat } as const;
      of.recruiters[index] = server.join(of.contract, invited);
    },
    restore: () => lead({ type: 'standing.restored' }),
    terms: () => {
      const change = { type: 'terms.changed', terms: { closeBps: 1400 + pick(4) * 100 } };
      return server.events(of.admin, [{ id, at: iso(now), ...change }]).then(() => undefined);
    },
    team: async () => {
      const { ledger } = server.running;
      const making = { contractId: of.contract, at: now, by: ledger.by, newId: ledger.newId };
      const team = `Team ${pick(3)}`;
      await ledger.database.write((tx) => putIntoTeams(tx, making, [{ seat, team }]));
    },
    // A second one of a seat that waits is refused, and so is deciding what has been decided.
    review: async () => {
      const asked = { id, reason: 'other', message: 'Please look.' };
      await server.ask('POST', `/v1/seats/${seat}/reviews`, { token: own, body: asked });
    },
    decide: async () => {
      const [open] = await openReviews(server, of);
      const outcome = chance() < 0.5 ? 'upheld' : 'declined';
      const body = { id, outcome, reason: 'Looked at.' };
      if (open === undefined) return;
      await server.ask('POST', `/v1/reviews/${open.id}/decision`, { token: of.lead, body });
    },
    speak: () => server.reading(own, seat).then(() => undefined),
    mode: () => lead({ type: 'mode.changed', mode: chance() < 0.5 ? 'inform' : 'observe' }),
    sleep: () => server.moveTo(now + pick(3 * DAY_MS)),
    wait: () => server.moveTo(now + pick(HOUR_MS)),
  };
}

describe('the list that is kept between two looks', () => {
  test.each(['feed', 'overlay'] as const)(
    'is at every moment what is counted anew (%s)',
    async (source) => {
      const server = await TestServer.start();
      const of = await setUp(server, { seats: SEATS, source });
      const chance = seededChance(source === 'feed' ? 3 : 5);
      for (let step = 0; step < 60; step += 1) {
        const moves = Object.entries(movesOf(server, of, chance));
        const [name, move] = moves[Math.floor(chance() * moves.length)] ?? [];
        await move?.();
        await expectExact(server, of, `${step}: ${name}`);
      }
    },
  );

  test('sees what was written before it was asked for, also by who asks at once', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 2 });
    const seen = await Promise.all(
      ['Ada', 'Grace', 'Edith'].map(async (to) => {
        const body = { id: `to-${to}`, to, at: iso(START) };
        await server.ask('POST', '/v1/seats/seat-1/transfer', { token: of.lead, body });
        const asked = await server.reading(of.lead);
        const [page] = await listAll(server, of);
        const row = page?.seats.find(({ seat }) => seat.id === 'seat-1');
        return [asked.seat.holder, row?.seat.holder];
      }),
    );
    // Whoever came last is the holder by then; nobody is shown one of before.
    const [page] = await listAll(server, of);
    const last = page?.seats.find(({ seat }) => seat.id === 'seat-1')?.seat.holder;
    expect(seen.every(([asked, shown]) => shown === asked || shown === last)).toBe(true);
    await addSeat(server.running.ledger, of.contract, { holder: 'Mary' });
    expect((await listAll(server, of))[0]?.counts.all).toBe(3);
  });
});

describe('pages', () => {
  async function crowd() {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 0 });
    const { ledger } = server.running;
    for (let number = 0; number < 23; number += 1) {
      await addSeat(ledger, of.contract, { holder: `Holder ${number}` });
    }
    await server.events(of.feed, [
      ...sends('a', START, { seat: 'seat-20', count: 100 }),
      ...sends('b', START, { seat: 'seat-11', count: 100, accepted: 14 }),
    ]);
    return { server, of };
  }

  test('hold every seat once, in the order of one list, whatever happens meanwhile', async () => {
    const { server, of } = await crowd();
    const whole = (await listAll(server, of))[0]?.seats.map(({ seat }) => seat.id) ?? [];
    expect(whole.slice(0, 2)).toEqual(['seat-20', 'seat-11']);
    const first = await server.call(seatListSchema, 'GET', '/v1/seats?limit=10', {
      token: of.lead,
    });
    await server.moveTo(START + 20 * HOUR_MS);
    await server.events(of.feed, sends('c', server.clock.now, { seat: 'seat-3', count: 200 }));
    const second = await server.call(
      seatListSchema,
      'GET',
      `/v1/seats?limit=1000&after=${first.next}`,
      { token: of.lead },
    );
    expect(second.asOf).toBe(first.asOf);
    const turned = [...first.seats, ...second.seats].map(({ seat }) => seat.id);
    expect(turned).toEqual(whole);
    expect(second.next).toBeNull();
    const fresh = (await listAll(server, of))[0]?.seats.map(({ seat }) => seat.id);
    expect(fresh?.[0]).toBe('seat-3');
  });

  test('go on where they were in a list that is not kept any more', async () => {
    const { server, of } = await crowd();
    const first = await server.call(seatListSchema, 'GET', '/v1/seats?limit=10', {
      token: of.lead,
    });
    await server.restart();
    const second = await server.call(
      seatListSchema,
      'GET',
      `/v1/seats?limit=1000&after=${first.next}`,
      { token: of.lead },
    );
    const turned = [...first.seats, ...second.seats].map(({ seat }) => seat.id);
    expect(new Set(turned).size).toBe(23);
  });

  test.each(['limit=0', 'limit=1001', 'limit=many', 'after=nowhere', 'after=WzFd'])(
    'are refused for %s',
    async (query) => {
      const server = await TestServer.start();
      const { lead: token } = await setUp(server);
      const problem = await server.problem('GET', `/v1/seats?${query}`, { token });
      const field = query.split('=')[0];
      expect(problem).toMatchObject({ status: 400, code: 'field_invalid', field });
    },
  );

  test('go out packed', async () => {
    const { server, of } = await crowd();
    const asked = { token: of.lead, headers: { 'accept-encoding': 'gzip' } };
    const { headers } = await server.fetch('GET', '/v1/seats', asked);
    expect(headers.get('content-encoding')).toBe('gzip');
  });
});

describe('the order', () => {
  test('a notice that is unread for 7 days leads the list, and none that is shown to nobody', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 4 });
    await server.events(of.feed, sends('a', START, { seat: 'seat-2', count: 100, accepted: 5 }));
    await server.events(of.feed, sends('o', START, { seat: 'seat-4', count: 100, accepted: 5 }));
    await server.moveTo(START + DAY_MS);
    const observe = { type: 'mode.changed', seat: 'seat-4', mode: 'observe' };
    await server.events(of.lead, [{ id: 'o', at: iso(server.clock.now), ...observe }]);
    const later = server.clock.now + 6 * DAY_MS;
    await server.moveTo(later);
    await server.events(of.feed, sends('b', later, { seat: 'seat-3', count: 150, accepted: 9 }));
    const order = async () => {
      const [page] = await listAll(server, of);
      return [page?.seats.map(({ seat }) => seat.id).slice(0, 2), page?.counts.longUnread];
    };
    expect(await order()).toEqual([['seat-3', 'seat-2'], 0]);
    await server.moveTo(START + 15 * HOUR_MS + 7 * DAY_MS - 1);
    expect(await order()).toEqual([['seat-3', 'seat-2'], 0]);
    await server.moveTo(START + 15 * HOUR_MS + 7 * DAY_MS);
    expect(await order()).toEqual([['seat-2', 'seat-3'], 1]);
    await changeContractMode(server.running.ledger, of.contract, {
      mode: 'observe',
      acceptsPartialEvidence: false,
    });
    expect((await order())[1]).toBe(0);
  });
});
