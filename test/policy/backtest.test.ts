import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backtestHeld, foldsAgain, Run } from '#server/commands/backtest-run.ts';
import { FIGURES, summarise, type Backtested } from '#shared/policy/backtest.ts';
import { compareInFold } from '#shared/policy/events.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';
import {
  LEDGER_START,
  ledgerLines,
  ledgerOptions,
  textOf,
  type LedgerLine,
} from '#test/policy/ledger-arbitrary.ts';
import { naiveReplay, type NaiveOptions } from '#test/policy/naive-replay.ts';
import { keptEvents, termsOf } from '#test/policy/policy-replay.ts';

type Options = Omit<NaiveOptions, 'until' | 'standings'>;

function backtest(text: string, options: Options): Backtested {
  const acknowledgeAfterDays = options.acknowledgeAfter ?? null;
  const tried = [{ terms: termsOf(options), acknowledgeAfterDays }];
  const { history, trials } = backtestHeld(keptEvents(text), tried, () => undefined);
  const [trial] = trials;
  if (trial === undefined) throw new Error('One set of terms gives one trial.');
  return summarise(history, trial);
}

type Line = {
  at: string;
  seat: string;
  cause: string;
  from: string;
  to: string;
  notice: string | null;
  tally: { total: number } | null;
};

/** The same figures, the slow way, from what `replay` prints of the same ledger. */
function figuresOfReplay(text: string, options: Options) {
  const printed = naiveReplay(text, options);
  const lines = printed.stdout.map((line): Line => JSON.parse(line));
  const seats = naiveReplay(text, { ...options, standings: true }).stdout.map(
    (line): string => JSON.parse(line).seat,
  );
  const events = keptEvents(text);
  const until = Math.max(...events.map(({ recordedAt }) => recordedAt));
  const { minimumVolume } = termsOf(options);
  const spells: { seat: string; from: number; until: number }[] = [];
  const released = { recovered: 0, tooFew: 0 };
  for (const seat of seats) {
    let since: number | null = null;
    for (const { at, to, from, cause, tally } of lines.filter((line) => line.seat === seat)) {
      if (to === 'improvement') since ??= Date.parse(at);
      if (to === 'improvement' || since === null) continue;
      spells.push({ seat, from: since, until: Date.parse(at) });
      since = null;
      if (from !== 'improvement' || cause !== 'check' || tally === null) continue;
      if (tally.total < minimumVolume) released.tooFew += 1;
      else released.recovered += 1;
    }
    if (since !== null) spells.push({ seat, from: since, until });
  }
  const named = (says: (line: Line) => boolean): number =>
    new Set(lines.filter(says).map(({ seat }) => seat)).size;
  const sent = events.filter((event) => event.type === 'inmail.sent' && event.channel === 'inmail');
  const answered = new Set(
    events.flatMap((event) => (event.type === 'inmail.responded' ? [event.inmail] : [])),
  );
  const isHeld = (event: (typeof sent)[number]): boolean =>
    event.type === 'inmail.sent' &&
    event.mode === 'bulk' &&
    spells.some(
      ({ seat, from, until }) => seat === event.seat && from < event.at && event.at < until,
    );
  return {
    seats: seats.length,
    warned: named(({ notice }) => notice === 'warning'),
    restricted: new Set(spells.map(({ seat }) => seat)).size,
    renewed: named(({ notice }) => notice === 'improvement_renewed'),
    restrictedMs: spells.reduce((sum, spell) => sum + spell.until - spell.from, 0),
    releasedRecovered: released.recovered,
    releasedTooFew: released.tooFew,
    inmails: sent.length,
    answered: sent.filter((event) => 'inmail' in event && answered.has(event.inmail)).length,
    inmailsHeld: sent.filter(isHeld).length,
  };
}

const SEGMENTS = ['tech', 'sales', undefined];

/** Some sends in one segment, some in another, some in none that is named. */
function inSegments(lines: readonly LedgerLine[]): LedgerLine[] {
  return lines.map((line) => {
    const segment = SEGMENTS[Number(String(line['id']).slice(1)) % 3];
    return line['type'] === 'inmail.sent' && segment !== undefined ? { ...line, segment } : line;
  });
}

describe('a backtest and the lines of replay', () => {
  test('agree on every figure of random ledgers, in any order', () => {
    fc.assert(
      fc.property(ledgerLines, ledgerOptions, (lines, { profile, terms, acknowledgeAfter }) => {
        const options = { profile, terms, acknowledgeAfter };
        const tagged = inSegments(lines);
        const { all, bySegment } = backtest(textOf(tagged), options);
        // The terms on trial hold throughout, as in a ledger whose terms never changed.
        const unchanged = tagged.map((line) =>
          line['type'] === 'terms.changed' ? { ...line, terms: {} } : line,
        );
        expect(all).toMatchObject(figuresOfReplay(textOf(unchanged), options));
        for (const name of FIGURES) {
          const sum = bySegment.reduce((total, row) => total + row[name], 0);
          expect([name, sum]).toEqual([name, all[name]]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a backtest of what streams by', () => {
  test('comes to what all of it comes to from memory, or asks for it', () => {
    let streamed = 0;
    fc.assert(
      fc.property(
        ledgerLines,
        ledgerOptions,
        fc.integer({ min: 1, max: 3 }),
        (lines, of, every) => {
          const events = keptEvents(textOf(lines)).toSorted(compareInFold);
          const acknowledgeAfterDays = of.acknowledgeAfter ?? null;
          const options = { terms: termsOf(of), acknowledgeAfterDays };
          const held = backtestHeld(events, [options], () => undefined);
          const run = new Run([{ ...options, sweepEveryEvents: every }]);
          try {
            for (const event of events) run.add(event);
            expect(run.finish().trials).toEqual(held.trials);
            streamed += 1;
          } catch (error) {
            if (!foldsAgain(error)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(streamed).toBeGreaterThan(150);
  });
});

const iso = (days: number): string => new Date(LEDGER_START + days * DAY_MS).toISOString();

/** So many bulk InMails at one instant, the first of them answered at once. */
function sent(
  seat: string,
  day: number,
  count: number,
  answered: number,
  more: LedgerLine = {},
): LedgerLine[] {
  return Array.from({ length: count }, (_, index) => {
    const inmail = `${seat}-${day}-${index}`;
    const send = {
      id: `s-${inmail}`,
      type: 'inmail.sent',
      at: iso(day),
      seat,
      inmail,
      mode: 'bulk',
    };
    const response = { id: `r-${inmail}`, type: 'inmail.responded', at: iso(day), inmail };
    return [
      { ...send, ...more },
      ...(index < answered ? [{ ...response, outcome: 'accepted' }] : []),
    ];
  }).flat();
}

const end = (day: number): LedgerLine => ({
  id: 'end',
  type: 'seat.transferred',
  at: iso(day),
  seat: 'b',
  to: 'holder',
});

/** Warned on day 1, in a warning period from day 2, restricted from day 16 on. */
const LOW = [sent('a', 0.5, 20, 1), sent('a', 15, 20, 1)].flat();
const SMALL: Partial<Terms> = { minimumVolume: 20 };
const options = (terms: Partial<Terms> = SMALL): Options => ({
  profile: 'inmail-2014',
  terms: { ...terms },
  acknowledgeAfter: 1,
});

describe('a backtest', () => {
  test('tells who was released for too few InMails from who recovered', () => {
    const tooFew = backtest(textOf([...LOW, end(31)]), options()).all;
    expect(tooFew).toMatchObject({ releasedTooFew: 1, releasedRecovered: 0, renewed: 0 });
    expect(tooFew.restrictedMs).toBe(14 * DAY_MS);
    const good = sent('a', 29.5, 20, 10);
    const recovered = backtest(textOf([...LOW, ...good, end(31)]), options()).all;
    expect(recovered).toMatchObject({ releasedTooFew: 0, releasedRecovered: 1 });
    // Twenty bulk InMails went out while bulk was paused.
    expect(recovered.inmailsHeld).toBe(20);
  });

  test('counts a restriction that still runs up to the end of the history', () => {
    const { all, spells } = backtest(textOf([...LOW, end(20.25)]), options());
    expect(all.restrictedMs).toBe(4.25 * DAY_MS);
    expect(spells).toMatchObject([{ seat: 'a', end: 'running', renewals: 0 }]);
  });

  test('counts as judged who was found in good order too, and nobody below the minimum', () => {
    const judged = (count: number): number =>
      backtest(textOf([...sent('a', 0.5, count, count), end(3)]), options()).all.judged;
    expect([judged(19), judged(20)]).toEqual([0, 1]);
  });

  test('says that nobody was restricted where no warning was ever read', () => {
    const unread = backtest(textOf([...LOW, end(31)]), { terms: { ...SMALL } });
    expect(unread.all).toMatchObject({ warned: 1, restricted: 0 });
    expect(unread.warnings).toMatchObject({ issued: 1, unread: 1, restricted: 0 });
    const read = backtest(textOf([...LOW, end(31)]), options());
    expect(read.warnings).toEqual({ issued: 1, unread: 0, restricted: 1, recovered: 0, tooFew: 0 });
  });

  test('sets the terms aside that a history changed to', () => {
    const loosened = { id: 't', type: 'terms.changed', at: iso(0), terms: { thresholdBps: 100 } };
    const lines = [loosened, ...LOW, end(31)];
    expect(backtest(textOf(lines), options()).all.restricted).toBe(1);
  });

  test('puts a seat where most of its InMails are, and each InMail in its own segment', () => {
    const lines = [
      ...sent('a', 0.5, 20, 1, { segment: 'tech' }),
      ...sent('a', 0.6, 5, 5, { segment: 'sales' }),
      ...sent('b', 0.5, 3, 0),
      end(3),
    ];
    const { bySegment } = backtest(textOf(lines), options());
    expect(bySegment).toMatchObject([
      { segment: 'sales', seats: 0, warned: 0, inmails: 5, answered: 5 },
      { segment: 'tech', seats: 1, judged: 1, inmails: 20, answered: 1 },
      { segment: null, seats: 1, judged: 0, inmails: 3, answered: 0 },
    ]);
  });

  test('tries each terms on the same history', () => {
    const events = keptEvents(textOf([...LOW, end(31)]));
    const base = PROFILES['inmail-2014'];
    const tried = [100, 20].map((minimumVolume) => ({
      terms: layTerms(base, { minimumVolume }),
      acknowledgeAfterDays: 1,
    }));
    const { history, trials } = backtestHeld(events, tried, () => undefined);
    const restricted = trials.map((trial) => summarise(history, trial).all.restricted);
    expect(restricted).toEqual([0, 1]);
  });
});
