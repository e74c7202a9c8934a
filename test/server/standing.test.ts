import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { changesIn } from '#test/server/standings.ts';

const MIDNIGHT = START + 15 * HOUR_MS;
const day = (count: number): Instant => MIDNIGHT + count * DAY_MS;

const changesOf = (server: TestServer, { contract }: SetUp) => changesIn(server, contract);

async function told(server: TestServer, of: SetUp): Promise<string[]> {
  return (await changesOf(server, of)).map(
    ({ at, seat, from, to, notice }) => `${iso(at)} ${seat} ${from}>${to} ${notice ?? '-'}`,
  );
}

/** A hundred sends without an answer, at this moment. */
function below(server: TestServer, { feed }: SetUp, prefix: string, seat = 'seat-1') {
  return server.events(feed, sends(prefix, server.clock.now, { seat, count: 100 }));
}

function press(server: TestServer, { recruiters }: SetUp, id: string, notice = 'warning') {
  return server.press(recruiters[0] ?? '', { id, notice, at: iso(server.clock.now) });
}

describe('a seat goes through every standing', () => {
  test('as in 2014, and bulk is held in the Improvement Period alone', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { mode: 'enforce' });
    const [token = ''] = of.recruiters;
    await below(server, of, 'a');
    expect(await server.reading(token)).toMatchObject({ standing: 'good', nextCheckAt: MIDNIGHT });

    await server.moveTo(MIDNIGHT + 1);
    expect(await server.reading(token)).toMatchObject({
      standing: 'warning_due',
      everWarned: true,
      nextCheckAt: null,
      periodEndsAt: null,
      notice: {
        type: 'warning',
        issuedAt: MIDNIGHT,
        tally: { accepted: 0, declined: 0, pending: 100, total: 100 },
      },
    });

    server.sleepTo(day(2));
    const warned = await press(server, of, 'p1');
    expect(warned).toMatchObject({ standing: 'warned', notice: null, periodEndsAt: day(16) });
    expect(warned.gate.bulk.allowed).toBe(true);

    await server.moveTo(day(10));
    await below(server, of, 'b');
    await server.moveTo(day(16) + 1);
    expect(await server.reading(token)).toMatchObject({
      standing: 'improvement',
      periodEndsAt: day(30),
      nextCheckAt: day(30),
      notice: { type: 'improvement_started', tally: { total: 100 } },
      gate: { bulk: { allowed: false, reason: 'improvement_period', until: day(30) } },
    });
    expect((await press(server, of, 'p2', 'improvement_started')).notice).toBeNull();

    await server.moveTo(day(20));
    await below(server, of, 'c');
    await server.moveTo(day(30) + 1);
    expect(await server.reading(token)).toMatchObject({
      standing: 'improvement',
      periodEndsAt: day(44),
      notice: { type: 'improvement_renewed' },
    });

    await server.moveTo(day(44) + 1);
    expect(await server.reading(token)).toMatchObject({
      standing: 'good',
      everWarned: true,
      periodEndsAt: null,
      notice: { type: 'improvement_ended', tally: { total: 0 } },
      gate: { bulk: { allowed: true } },
    });
    expect(await told(server, of)).toEqual([
      `${iso(MIDNIGHT)} seat-1 good>warning_due warning`,
      `${iso(day(2))} seat-1 warning_due>warned -`,
      `${iso(day(16))} seat-1 warned>improvement improvement_started`,
      `${iso(day(30))} seat-1 improvement>improvement improvement_renewed`,
      `${iso(day(44))} seat-1 improvement>good improvement_ended`,
    ]);
  });

  test('as in the later terms: warned by the check, judged a week after the period', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { profile: 'inmail-current' });
    const [token = ''] = of.recruiters;
    const first = (await server.reading(token)).nextCheckAt ?? 0;
    await server.moveTo(first - DAY_MS);
    await below(server, of, 'a');
    await server.moveTo(first + 1);
    const ends = first + 14 * DAY_MS;
    expect(await server.reading(token)).toMatchObject({
      standing: 'warned',
      periodEndsAt: ends,
      nextCheckAt: ends + 7 * DAY_MS,
    });
    await server.moveTo(ends - DAY_MS);
    await below(server, of, 'b');
    // Thirteen answers in the days of grace are in time.
    server.sleepTo(ends + 6 * DAY_MS);
    const answers = Array.from({ length: 13 }, (_, index) => ({
      id: `late-${index}`,
      type: 'inmail.responded',
      at: iso(server.clock.now),
      inmail: `b-${index}`,
      outcome: 'declined',
    }));
    await server.events(of.feed, answers);
    await server.moveTo(ends + 7 * DAY_MS + 1);
    expect(await server.reading(token)).toMatchObject({ standing: 'good', notice: null });
  });

  test('a restored standing starts anew', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await below(server, of, 'a');
    await server.moveTo(day(1));
    const event = { id: 'r', type: 'standing.restored', at: iso(day(1)), seat: 'seat-1' };
    const { readings } = await server.events(of.lead, [{ ...event, reason: 'wrong figures' }]);
    expect(readings).toMatchObject([
      { standing: 'good', everWarned: false, notice: null, tally: { total: 0 } },
    ]);
    expect(readings[0]?.countsFrom).toBe(day(1));
  });

  test('a transfer hands on the past, and its notice', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const [token = ''] = of.recruiters;
    await below(server, of, 'a');
    await server.moveTo(day(1));
    await press(server, of, 'p');
    const event = { id: 't', type: 'seat.transferred', at: iso(day(1)), seat: 'seat-1' };
    await server.events(of.lead, [{ ...event, to: 'Holder 1' }]);
    expect((await server.reading(token)).notice).toBeNull();
    await server.events(of.lead, [{ ...event, id: 't2', to: 'Ada' }]);
    expect(await server.reading(of.lead)).toMatchObject({
      seat: { holder: 'Ada' },
      standing: 'warned',
      notice: { type: 'inherited', tally: null },
    });
  });
});

describe('checks', () => {
  test('come after everything recorded at their instant, and are made once', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
    await server.moveTo(MIDNIGHT);
    expect(await told(server, of)).toEqual([]);
    const last = { id: 'last', type: 'inmail.responded', at: iso(MIDNIGHT), inmail: 'a-99' };
    await server.events(of.feed, [{ ...last, outcome: 'accepted' }]);
    await server.moveTo(MIDNIGHT + 1);
    await server.running.tick();
    expect(await told(server, of)).toEqual([]);
    await server.moveTo(day(1) + 1);
    await server.moveTo(day(1) + 2);
    expect(await told(server, of)).toEqual([]);

    await below(server, of, 'b');
    await server.moveTo(day(2) + 1);
    await server.running.tick();
    await server.moveTo(day(3));
    expect(await told(server, of)).toEqual([`${iso(day(2))} seat-1 good>warning_due warning`]);
  });

  test('an answer dated after a check does not count in it, though it is here already', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
    server.sleepTo(MIDNIGHT - 60_000);
    const ahead = { id: 'r', type: 'inmail.responded', at: iso(MIDNIGHT + 1), inmail: 'a-99' };
    const receipt = await server.events(of.feed, [{ ...ahead, outcome: 'accepted' }]);
    expect(receipt.accepted).toBe(1);
    await server.moveTo(MIDNIGHT + 2);
    expect(await told(server, of)).toEqual([`${iso(MIDNIGHT)} seat-1 good>warning_due warning`]);
  });

  test('what is reported after a check that was due does not count in it', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
    // The server has slept over midnight, and the first it hears is the answer that was missing.
    server.sleepTo(MIDNIGHT + HOUR_MS);
    const late = { id: 'r', type: 'inmail.responded', at: iso(START), inmail: 'a-99' };
    await server.events(of.feed, [{ ...late, outcome: 'accepted' }]);
    expect(await told(server, of)).toEqual([`${iso(MIDNIGHT)} seat-1 good>warning_due warning`]);
  });

  test('a reading waits for the check that is due', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await below(server, of, 'a');
    server.sleepTo(MIDNIGHT + 1);
    expect((await server.reading(of.recruiters[0] ?? '')).standing).toBe('warning_due');
  });

  test('after a long sleep all that were due are made, in their order', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 3, mode: 'observe' });
    await below(server, of, 'a');
    server.sleepTo(START + DAY_MS);
    await below(server, of, 'b', 'seat-2');
    server.sleepTo(START + 8 * DAY_MS);
    await below(server, of, 'a2');
    await server.moveTo(START + 60 * DAY_MS);
    const at = (count: number, rest: string): string => `${iso(day(count))} ${rest}`;
    expect(await told(server, of)).toEqual([
      at(0, 'seat-1 good>warning_due warning'),
      at(0, 'seat-1 warning_due>warned -'),
      at(1, 'seat-2 good>warning_due warning'),
      at(1, 'seat-2 warning_due>warned -'),
      at(14, 'seat-1 warned>improvement improvement_started'),
      at(15, 'seat-2 warned>good -'),
      at(28, 'seat-1 improvement>good improvement_ended'),
    ]);
    const made = (await changesOf(server, of)).map(({ at }) => at);
    expect(made).toEqual(made.toSorted((one, other) => one - other));
  });

  test('a clock that is set back undoes nothing, and repeats nothing', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
    await server.moveTo(MIDNIGHT + 1);
    server.sleepTo(MIDNIGHT - HOUR_MS);
    const answer = { id: 'r', type: 'inmail.responded', at: iso(START), inmail: 'a-99' };
    await server.events(of.feed, [{ ...answer, outcome: 'accepted' }]);
    await server.moveTo(MIDNIGHT + 2);
    expect(await told(server, of)).toEqual([`${iso(MIDNIGHT)} seat-1 good>warning_due warning`]);
  });

  test('a restart keeps everything', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 2 });
    await below(server, of, 'a');
    await server.moveTo(MIDNIGHT + 1);
    const before = await server.reading(of.lead);
    await server.restart();
    expect(await server.reading(of.lead)).toEqual(before);
    expect((await server.events(of.feed, sends('a', START, { count: 100 }))).duplicates).toBe(100);
  });
});
