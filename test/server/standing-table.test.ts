import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeLedger } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { verifyContract } from '#server/standing/verify.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { STANDING_TABLE, type Occurrence } from '#shared/policy/standing-table.ts';
import { STANDINGS, type NoticeType, type Standing } from '#shared/policy/standing.ts';
import type { ProfileName } from '#shared/policy/terms.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { verify } from '#test/server/proofs.ts';
import { standingsOf } from '#test/server/standings.ts';

/**
 * Every cell of the standing table, over HTTP and with a clock that is moved. After each step the
 * standings that the server holds are those that a replay of its export comes to.
 */
class Walk {
  readonly server: TestServer;
  readonly of: SetUp;
  readonly profile: ProfileName;
  #count = 0;

  constructor(server: TestServer, of: SetUp, profile: ProfileName) {
    this.server = server;
    this.of = of;
    this.profile = profile;
  }

  static async start(profile: ProfileName): Promise<Walk> {
    const server = await TestServer.start();
    const of = await setUp(server, { profile, mode: 'enforce' });
    const terms = { id: 'terms', type: 'terms.changed', at: iso(START) };
    await server.events(of.admin, [{ ...terms, terms: { minimumVolume: 4 } }]);
    return new Walk(server, of, profile);
  }

  /** The server holds what a replay comes to, and its last check can be proved. */
  async hold(): Promise<Reading> {
    await this.server.moveTo(this.server.clock.now + 7);
    const { held, replayed } = await standingsOf(this.server, this.of, this.profile);
    expect(held).toEqual(replayed);
    const { database } = this.server.running.ledger;
    expect(await verifyContract(database, this.of.contract)).toMatchObject({ ok: true, seats: 1 });
    const { status } = await this.server.ask('GET', '/v1/seats/seat-1/proof', {
      token: this.of.lead,
    });
    if (status === 200) await verify(this.server, this.of);
    return this.server.reading(this.of.lead);
  }

  /** Sleeps until the next check is made; shortly before it, so many are sent, or none. */
  async toCheck(count: number): Promise<Reading> {
    const { nextCheckAt } = await this.server.reading(this.of.lead);
    if (nextCheckAt === null) throw new Error('No check is due.');
    await this.server.moveTo(nextCheckAt - HOUR_MS);
    // With days of grace, what counts is what was sent before the period's end.
    const { periodEndsAt, standing } = await this.server.reading(this.of.lead);
    const judgedTo = standing === 'warned' ? (periodEndsAt ?? nextCheckAt) : nextCheckAt;
    if (count > 0) {
      await this.server.events(this.of.feed, sends(this.next(), judgedTo - HOUR_MS, { count }));
    }
    await this.server.moveTo(nextCheckAt + 1);
    return this.hold();
  }

  next(): string {
    this.#count += 1;
    return `x${this.#count}`;
  }

  async write(event: object, token = this.of.lead): Promise<Reading> {
    const base = { id: this.next(), at: iso(this.server.clock.now), seat: 'seat-1' };
    const receipt = await this.server.events(token, [{ ...base, ...event }]);
    expect(receipt.conflicts).toEqual([]);
    return this.hold();
  }

  async press(notice: NoticeType): Promise<Reading> {
    const body = { id: this.next(), notice, at: iso(this.server.clock.now) };
    await this.server.press(this.of.recruiters[0] ?? '', body);
    return this.hold();
  }

  async transfer(to: string): Promise<Reading> {
    const body = { id: this.next(), to, at: iso(this.server.clock.now) };
    const asked = { token: this.of.lead, body };
    await this.server.call(readingSchema, 'POST', '/v1/seats/seat-1/transfer', asked);
    return this.hold();
  }

  /** Openings are the server's own: they stand for a past that is not kept. */
  async open(standing: Standing, notice: NoticeType): Promise<Reading> {
    const at = this.server.clock.now;
    const isTimed = standing === 'warned' || standing === 'improvement';
    const periodEndsAt = isTimed ? iso(at + 10 * DAY_MS) : null;
    const opened = { standing, everWarned: true, countsFrom: null, periodEndsAt, notice };
    const event = { id: this.next(), type: 'seat.opened', at: iso(at), seat: 'seat-1' };
    const { ledger } = this.server.running;
    await writeLedger(ledger, this.of.contract, async () => ({
      events: [composed({ ...event, ...opened })],
      result: null,
    }));
    return this.hold();
  }

  /** The way to a standing as a seat goes it. */
  async reach(standing: Standing): Promise<void> {
    const breach = 4;
    if (standing === 'good') return;
    const first = await this.toCheck(breach);
    if (first.standing === standing) return;
    if (first.standing === 'warning_due') await this.press('warning');
    if (standing === 'improvement') await this.toCheck(breach);
    expect((await this.server.reading(this.of.lead)).standing).toBe(standing);
  }
}

const HAPPENS: Readonly<Record<Occurrence, (walk: Walk, from: Standing) => Promise<Reading>>> = {
  check_without_breach: (walk) => walk.toCheck(0),
  check_with_breach: (walk) => walk.toCheck(4),
  warning_acknowledged: async (walk, from) => {
    // In these two a warning is open only where a past was laid down so.
    if (from === 'good' || from === 'improvement') await walk.open(from, 'warning');
    return walk.press('warning');
  },
  transferred: (walk) => walk.transfer('Ada'),
  restored: (walk) => walk.write({ type: 'standing.restored', reason: 'wrong figures' }),
  left_observe: async (walk, from) => {
    await walk.write({ type: 'mode.changed', mode: 'observe' });
    // In observe a warning counts as acknowledged: it waits only where a past was laid down so.
    if (from === 'warning_due') await walk.open(from, 'warning');
    return walk.write({ type: 'mode.changed', mode: 'inform' });
  },
  entered_observe: (walk) => walk.write({ type: 'mode.changed', mode: 'observe' }),
};

const BECOMES: Readonly<Record<Standing, Readonly<Record<Occurrence, Standing | 'never'>>>> = {
  good: {
    check_without_breach: 'good',
    check_with_breach: 'warning_due',
    warning_acknowledged: 'good',
    transferred: 'good',
    restored: 'good',
    left_observe: 'good',
    entered_observe: 'good',
  },
  warning_due: {
    check_without_breach: 'never',
    check_with_breach: 'never',
    warning_acknowledged: 'warned',
    transferred: 'warning_due',
    restored: 'good',
    left_observe: 'good',
    entered_observe: 'warned',
  },
  warned: {
    check_without_breach: 'good',
    check_with_breach: 'improvement',
    warning_acknowledged: 'warned',
    transferred: 'warned',
    restored: 'good',
    left_observe: 'good',
    entered_observe: 'warned',
  },
  improvement: {
    check_without_breach: 'good',
    check_with_breach: 'improvement',
    warning_acknowledged: 'improvement',
    transferred: 'improvement',
    restored: 'good',
    left_observe: 'good',
    entered_observe: 'improvement',
  },
};

function isOccurrence(name: string): name is Occurrence {
  return Object.hasOwn(STANDING_TABLE.good, name);
}

afterEach(() => void vi.restoreAllMocks());

test('there are 28 cells', () => {
  expect(STANDINGS.flatMap((from) => Object.keys(STANDING_TABLE[from]))).toHaveLength(28);
});

describe('every cell of the standing table', () => {
  const cells = STANDINGS.flatMap((from) =>
    Object.keys(STANDING_TABLE[from])
      .filter((what) => isOccurrence(what))
      .map((what) => [from, what] as const),
  );

  test.each(cells)('%s, %s', async (from, what) => {
    // A warning can be open in a period that a check began, which is so by the later terms.
    const isLater = from === 'warned' && what === 'warning_acknowledged';
    const walk = await Walk.start(isLater ? 'inmail-current' : 'inmail-2014');
    await walk.reach(from);
    const cell = vi.spyOn(STANDING_TABLE[from], what);
    const becomes = BECOMES[from][what];
    if (becomes === 'never') {
      const { nextCheckAt } = await walk.server.reading(walk.of.lead);
      expect(nextCheckAt).toBeNull();
      await walk.server.moveTo(walk.server.clock.now + 60 * DAY_MS);
      expect((await walk.hold()).standing).toBe(from);
      expect(cell).not.toHaveBeenCalled();
      return;
    }
    const { standing, periodEndsAt } = await HAPPENS[what](walk, from);
    expect(standing).toBe(becomes);
    expect(periodEndsAt === null).toBe(standing === 'good' || standing === 'warning_due');
    if (cell.mock.calls.length === 0) throw new Error('The cell was not visited.');
  });
});
