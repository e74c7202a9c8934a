import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { inheritanceSchema, type Inheritance } from '#shared/wire/transfer.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';

const PATH = '/v1/seats/seat-1/transfer';

function preview(server: TestServer, { lead: token }: SetUp, to = 'Ada'): Promise<Inheritance> {
  return server.call(inheritanceSchema, 'GET', `${PATH}/preview?to=${to}`, { token });
}

function give(server: TestServer, { lead: token }: SetUp, id: string, to: string) {
  const body = { id, to, at: iso(server.clock.now) };
  return server.call(readingSchema, 'POST', PATH, { token, body });
}

/** A seat that was warned two days ago and has pressed CONTINUE. */
async function warnedSeat(): Promise<{ server: TestServer; of: SetUp; warned: Reading }> {
  const server = await TestServer.start();
  const of = await setUp(server, { seats: 2 });
  await server.events(of.feed, sends('a', START, { count: 100, accepted: 9, declined: 2 }));
  await server.moveTo(START + 16 * HOUR_MS);
  const press = { id: 'p', notice: 'warning', at: iso(server.clock.now) };
  const warned = await server.press(of.recruiters[0] ?? '', press);
  await server.moveTo(server.clock.now + 2 * DAY_MS + HOUR_MS);
  return { server, of, warned };
}

describe('GET /v1/seats/{seat}/transfer/preview', () => {
  test('says what goes with the seat, and changes nothing', async () => {
    const { server, of, warned } = await warnedSeat();
    const before = await exportLedger(server.running.ledger.database, of.contract);
    expect(await preview(server, of)).toMatchObject({
      seat: { id: 'seat-1', holder: 'Holder 1' },
      to: 'Ada',
      asOf: server.clock.now,
      tally: { accepted: 9, declined: 2, pending: 89, total: 100 },
      responseRateBps: 1100,
      standing: 'warned',
      everWarned: true,
      periodEndsAt: warned.periodEndsAt,
      daysLeft: 12,
      openNotice: null,
      getsNotice: { type: 'inherited', isPassedOn: false },
      gate: { bulk: { allowed: true } },
    });
    expect(await exportLedger(server.running.ledger.database, of.contract)).toEqual(before);
    expect((await server.reading(of.lead)).seat.holder).toBe('Holder 1');
  });

  test('an open warning is passed on; a seat without a past gives nothing to read', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const nothing = { daysLeft: null, openNotice: null, getsNotice: null, everWarned: false };
    expect(await preview(server, of)).toMatchObject(nothing);
    await server.events(of.feed, sends('a', START, { count: 100 }));
    await server.moveTo(START + 16 * HOUR_MS);
    expect(await preview(server, of)).toMatchObject({
      standing: 'warning_due',
      openNotice: { type: 'warning', tally: { total: 100 } },
      getsNotice: { type: 'warning', isPassedOn: true },
    });
  });

  test('says just what the transfer then does', async () => {
    const { server, of } = await warnedSeat();
    const {
      to: _to,
      getsNotice,
      openNotice: _o,
      daysLeft: _d,
      ...told
    } = await preview(server, of);
    const done = await give(server, of, 't', 'Ada');
    expect(done).toMatchObject({ ...told, asOf: done.asOf, seat: { holder: 'Ada' } });
    expect(done.notice?.type).toBe(getsNotice?.type);
  });

  test.each([
    ['?to=Holder%201', 409, 'already_holder', 'to'],
    ['?to=', 400, 'field_invalid', 'to'],
    ['', 400, 'field_invalid', 'to'],
  ])('%s', async (query, status, code, field) => {
    const server = await TestServer.start();
    const { lead: token } = await setUp(server);
    const problem = await server.problem('GET', `${PATH}/preview${query}`, { token });
    expect(problem).toMatchObject({ status, code, field });
  });
});

describe('POST /v1/seats/{seat}/transfer', () => {
  test('is made once by its id, also after the seat has passed on', async () => {
    const { server, of } = await warnedSeat();
    const first = await give(server, of, 't1', 'Ada');
    expect(first.notice?.type).toBe('inherited');
    expect((await give(server, of, 't1', 'Ada')).notice).toEqual(first.notice);
    await give(server, of, 't2', 'Grace');
    expect((await give(server, of, 't1', 'Ada')).seat.holder).toBe('Grace');
  });

  test.each([
    [{ to: 'Holder 1' }, 409, 'already_holder', 'to'],
    [{ id: 'taken' }, 409, 'id_conflict', 'id'],
    [{ to: ' ' }, 400, 'field_invalid', 'to'],
    [{ at: 'noon' }, 400, 'field_invalid', 'at'],
  ])('refuses %j', async (change, status, code, field) => {
    const server = await TestServer.start();
    const { lead: token } = await setUp(server, { seats: 2 });
    const taken = { id: 'taken', type: 'seat.transferred', at: iso(START), seat: 'seat-2' };
    await server.events(token, [{ ...taken, to: 'Ada' }]);
    const body = { id: 't', to: 'Ada', at: iso(START), ...change };
    expect(await server.problem('POST', PATH, { token, body })).toMatchObject({
      status,
      code,
      field,
    });
  });

  test('knows the seats of its contract alone, and is for leads', async () => {
    const server = await TestServer.start();
    const { lead, admin, feed, recruiters } = await setUp(server);
    const body = { id: 't', to: 'Ada', at: iso(START) };
    const other = PATH.replace('seat-1', 'seat-9');
    const unknown = await server.problem('POST', other, { token: lead, body });
    expect(unknown).toMatchObject({ status: 404, code: 'seat_unknown' });
    const unseen = await server.problem('GET', `${other}/preview?to=Ada`, { token: lead });
    expect(unseen).toMatchObject({ status: 404, code: 'seat_unknown' });
    for (const token of [feed, recruiters[0] ?? '']) {
      const refused = await server.problem('POST', PATH, { token, body });
      expect(refused).toMatchObject({ status: 403, code: 'not_allowed' });
      const unread = await server.problem('GET', `${PATH}/preview?to=Ada`, { token });
      expect(unread).toMatchObject({ status: 403, code: 'not_allowed' });
    }
    expect((await server.ask('POST', PATH, { token: admin, body })).status).toBe(200);
  });

  test.each(['the address', 'an event'])(
    "by %s, the devices of who held it end, and nobody else's",
    async (way) => {
      const server = await TestServer.start();
      const of = await setUp(server, { seats: 2 });
      const [own = '', other = ''] = of.recruiters;
      const event = { id: 't', type: 'seat.transferred', at: iso(START), seat: 'seat-1' };
      await server.events(of.lead, [{ ...event, id: 'to-who-holds-it', to: 'Holder 1' }]);
      expect((await server.reading(own)).seat.holder).toBe('Holder 1');
      if (way === 'an event') await server.events(of.lead, [{ ...event, to: 'Ada' }]);
      else await give(server, of, 't', 'Ada');
      const ended = await server.problem('GET', '/v1/me', { token: own });
      expect(ended).toMatchObject({ status: 401, code: 'token_unknown' });
      expect((await server.reading(other, 'seat-2')).seat.holder).toBe('Holder 2');
      const invited = { role: 'recruiter', seat: 'seat-1' } as const;
      const fresh = server.join(of.contract, invited);
      await server.restart();
      expect((await server.reading(fresh)).seat.holder).toBe('Ada');
      expect((await server.ask('GET', '/v1/me', { token: own })).status).toBe(401);
    },
  );
});
