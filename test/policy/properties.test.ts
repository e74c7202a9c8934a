import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInFold } from '#shared/policy/events.ts';
import { Fold } from '#shared/policy/fold.ts';
import type { SeatChange } from '#shared/policy/seat-fold.ts';
import { parseInstant } from '#shared/policy/instant.ts';
import { Replay, replayEvents } from '#shared/policy/replay.ts';
import { isInPilot } from '#shared/policy/rollout.ts';
import { isBreach, tallyOf } from '#shared/policy/tally.ts';
import { findLoosenedTerm } from '#shared/policy/terms-rules.ts';
import { layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';
import {
  ledgerLines,
  ledgerOptions,
  ledgerRun,
  recordedAtOf,
  textOf,
  type LedgerLine,
} from '#test/policy/ledger-arbitrary.ts';
import { keptEvents, policyReplay, replayOptionsOf } from '#test/policy/policy-replay.ts';

const RUNS = { numRuns: 300 };
const LATEST = '2027-01-01T00:00:00.000Z';

/** The first line of each id, InMail and instant: what has one order only. */
function atDistinctInstants(lines: readonly LedgerLine[]): LedgerLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const send = line['type'] === 'inmail.sent' ? `inmail ${String(line['inmail'])}` : null;
    const keys = [`id ${String(line['id'])}`, `at ${recordedAtOf(line)}`, send];
    const given = keys.filter((key) => key !== null);
    if (given.some((key) => seen.has(key))) return false;
    for (const key of given) seen.add(key);
    return true;
  });
}

describe('a ledger', () => {
  it('of distinct instants prints the same in any order of its lines (replay/shuffled)', () => {
    const shuffled = ledgerLines.chain((lines) => {
      const distinct = atDistinctInstants(lines);
      const all = { minLength: distinct.length, maxLength: distinct.length };
      return fc.tuple(fc.constant(distinct), fc.shuffledSubarray(distinct, all));
    });
    fc.assert(
      fc.property(shuffled, ledgerOptions, ([lines, mixed], options) => {
        const printed = policyReplay(textOf(mixed), options).stdout;
        expect(printed).toEqual(policyReplay(textOf(lines), options).stdout);
      }),
      RUNS,
    );
  });

  it('is not changed by lines that come again (ledger/duplicate-is-no-op)', () => {
    const again = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(ledgerRun, again, ({ lines, text, options }, repeats) => {
        const before = policyReplay(text, options);
        const longer = [...lines];
        for (const [pick, offset, later] of repeats) {
          const from = pick % longer.length;
          const line = longer[from];
          if (line === undefined || isRefused(longer, from)) continue;
          const to = from + 1 + (offset % (longer.length - from));
          longer.splice(to, 0, later ? { ...line, recordedAt: LATEST } : line);
        }
        const after = policyReplay(textOf(longer), options);
        expect(after.stdout).toEqual(before.stdout);
        expect(after.conflicts.length).toBe(before.conflicts.length);
      }),
      RUNS,
    );
  });

  /** A conflict that comes again is another conflict, not a duplicate. */
  function isRefused(lines: readonly LedgerLine[], index: number): boolean {
    return policyReplay(textOf(lines.slice(0, index + 1))).conflicts.includes(index + 1);
  }

  it('has every rate raised or left by one more response (tally/rate-at-most-100)', () => {
    const until = fc.integer({ min: 0, max: 80 }).map((day) => Date.UTC(2026, 0, 5 + day));
    fc.assert(
      fc.property(ledgerLines, ledgerOptions, until, fc.nat(), (lines, options, at, pick) => {
        const asked = { ...options, until: new Date(at).toISOString(), standings: true };
        const sends = lines.filter((line) => line['type'] === 'inmail.sent');
        const inmail = sends[pick % Math.max(1, sends.length)]?.['inmail'] ?? 'none';
        const outcome = pick % 2 === 0 ? 'accepted' : 'declined';
        const one = { id: 'one-more', type: 'inmail.responded', at: asked.until, inmail, outcome };
        const before = ratesOf(policyReplay(textOf(lines), asked).stdout);
        const after = ratesOf(policyReplay(textOf([...lines, one]), asked).stdout);
        expect(after.size).toBe(before.size);
        for (const [seat, rate] of after) {
          expect(rate).toBeGreaterThanOrEqual(before.get(seat) ?? Number.NaN);
          expect(rate).toBeLessThanOrEqual(10_000);
        }
      }),
      RUNS,
    );
  });

  it('in pieces folds as in one (replay/pieces)', () => {
    const run = fc.tuple(ledgerLines, ledgerOptions, fc.array(fc.nat({ max: 100 })));
    fc.assert(
      fc.property(run, ([lines, options, pauses]) => {
        const { terms, acknowledgeAfterDays } = replayOptionsOf(options);
        const events = keptEvents(textOf(lines)).toSorted(compareInFold);
        const end = parseInstant(LATEST) ?? 0;
        const whole = new Fold({ terms, acknowledgeAfterDays, keepsHistory: true });
        for (const event of events) whole.apply(event);
        whole.finish(end);
        const pieces = new Fold({ terms, acknowledgeAfterDays, keepsHistory: true });
        const changes: SeatChange[] = [];
        for (const [index, event] of events.entries()) {
          pieces.apply(event);
          const gap = (events[index + 1]?.recordedAt ?? end) - event.recordedAt;
          const pause = pauses[index % Math.max(1, pauses.length)];
          if (pause === undefined || gap === 0) continue;
          // A check at an instant comes after all that is recorded then, so stop short of the next.
          pieces.finish(event.recordedAt + Math.floor(((gap - 1) * pause) / 100));
          changes.push(...pieces.takeChanges());
        }
        pieces.finish(end);
        changes.push(...pieces.takeChanges());
        expect(bySeat(changes)).toEqual(bySeat(whole.takeChanges()));
        expect(pieces.seats(end)).toEqual(whole.seats(end));
      }),
      RUNS,
    );
  });

  it('in order is folded at one reading, whatever is let go of (replay/lets-go)', () => {
    fc.assert(
      fc.property(ledgerLines, ledgerOptions, (lines, options) => {
        // An opening that brings about a check long past may ask for what was let go.
        const kept = keptEvents(textOf(lines)).filter((event) => event.type !== 'seat.opened');
        const events = kept.toSorted(compareInFold);
        const sent = new Set<string>();
        const asked = { ...replayOptionsOf(options), sweepEveryEvents: 1 };
        const replay = new Replay(asked, (inmail) => sent.has(inmail));
        for (const event of events) {
          if (event.type === 'inmail.sent') sent.add(event.inmail);
          replay.add(event);
        }
        expect(replay.finish()).toEqual(replayEvents(events, asked));
      }),
      RUNS,
    );
  });

  it('never unsays what it printed (order/late-rewrites-nothing)', () => {
    fc.assert(
      fc.property(ledgerLines, ledgerOptions, ledgerOptions, (lines, options, { until }) => {
        // What an opening brings about late happens at instants long past.
        const kept = lines.filter((line) => line['type'] !== 'seat.opened');
        const text = textOf(kept);
        const cut = until ?? '2026-02-01T00:00:00.000Z';
        const early = policyReplay(text, { ...options, until: cut }).stdout;
        const late = policyReplay(text, { ...options, until: LATEST }).stdout;
        expect(late.slice(0, early.length)).toEqual(early);
      }),
      RUNS,
    );
  });
});

function ratesOf(standings: readonly string[]): Map<string, number> {
  const rates = new Map<string, number>();
  for (const line of standings) {
    const { seat, responseRateBps }: Record<string, unknown> = JSON.parse(line);
    rates.set(String(seat), typeof responseRateBps === 'number' ? responseRateBps : 0);
  }
  return rates;
}

/** Seats advance apart, so that only the order within each of them is told. */
function bySeat(changes: readonly SeatChange[]): Map<string, SeatChange[]> {
  const seats = new Map<string, SeatChange[]>();
  for (const change of changes) {
    seats.set(change.seat, [...(seats.get(change.seat) ?? []), change]);
  }
  return seats;
}

describe('terms', () => {
  /** Around the line: of 100 to 500 InMails up to 15 % are answered. */
  const counts = fc
    .tuple(fc.integer({ min: 100, max: 500 }), fc.double({ min: 0, max: 0.15, noNaN: true }))
    .map(([total, share]) => {
      const answered = Math.floor(total * share);
      return [Math.floor(answered / 2), Math.ceil(answered / 2), total - answered] as const;
    });
  const laid = fc.record(
    {
      thresholdBps: fc.integer({ min: 1200, max: 4000 }),
      minimumVolume: fc.integer({ min: 0, max: 110 }),
      improvementDays: fc.integer({ min: 13, max: 30 }),
      checkHourUtc: fc.nat(23),
      closeBps: fc.nat(10_000),
      earlyVolume: fc.nat(200),
    },
    { requiredKeys: [] },
  );

  it('that are tightened never turn a breach into none (terms/tightened-never-unbreaches)', () => {
    const base: Terms = PROFILES['inmail-2014'];
    fc.assert(
      fc.property(counts, laid, ([accepted, declined, pending], changed) => {
        fc.pre(findLoosenedTerm(base, changed) === null);
        const tally = tallyOf(accepted, declined, pending);
        fc.pre(isBreach(tally, base));
        expect(isBreach(tally, layTerms(base, changed))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a pilot', () => {
  it('never drops a seat when its share is raised (rollout/raising-never-drops)', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.string(), fc.string(), share, share, (contract, seat, one, other) => {
        const pilot = { contract, mode: 'inform' as const, namedSeats: [] };
        const [lower, higher] = one < other ? [one, other] : [other, one];
        const wasIn = isInPilot({ ...pilot, sharePercent: lower }, seat);
        const isIn = isInPilot({ ...pilot, sharePercent: higher }, seat);
        expect(wasIn && !isIn).toBe(false);
      }),
      RUNS,
    );
  });

  it('takes no seat at nought and every seat at a hundred', () => {
    const pilot = { contract: 'c1', mode: 'inform' as const, namedSeats: [] };
    const seats = Array.from({ length: 60_000 }, (_, index) => `seat-${index}`);
    expect(seats.filter((seat) => isInPilot({ ...pilot, sharePercent: 0 }, seat))).toEqual([]);
    expect(seats.every((seat) => isInPilot({ ...pilot, sharePercent: 100 }, seat))).toBe(true);
  });

  it('takes about its share of the seats', () => {
    const pilot = { contract: 'c1', mode: 'inform' as const, namedSeats: [], sharePercent: 30 };
    const seats = Array.from({ length: 5000 }, (_, index) => `seat-${index}`);
    const taken = seats.filter((seat) => isInPilot(pilot, seat)).length;
    expect(taken / seats.length).toBeGreaterThan(0.27);
    expect(taken / seats.length).toBeLessThan(0.33);
  });
});
