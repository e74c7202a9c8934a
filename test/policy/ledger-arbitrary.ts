import * as fc from 'fast-check';
import { NOTICES, STANDINGS } from '#test/policy/naive-events.ts';
import type { NaiveOptions } from '#test/policy/naive-replay.ts';

/**
 * Ledgers made to sit on the edges: a few seats, volumes around a small minimum, and instants drawn
 * from so few values that sends, window ends, checks and recordings collide on purpose. A ledger is
 * a list of parts, each of them a few lines, so it shrinks by whole parts first.
 */
export type LedgerLine = Readonly<Record<string, unknown>>;

export interface LedgerRun {
  lines: LedgerLine[];
  text: string;
  options: NaiveOptions;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
export const LEDGER_START = Date.UTC(2026, 0, 5);
const LAST_DAY = 64;

type Draft = Record<string, unknown>;
type Part = (ids: { next: () => string }, before: readonly Draft[]) => Draft[];

const seat = fc.constantFrom('s1', 's2', 's3');
const hour = fc.constantFrom(0, 0, 0, 6, 10, 23);
const nudge = fc.constantFrom(0, 0, 0, 0, -1, 1, 1_800_000);

/** Whole days and few hours, at times a millisecond off: most things meet most things. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: LAST_DAY }), hour, nudge)
  .map(([days, hours, off]) => LEDGER_START + days * DAY + hours * HOUR + off);

const iso = (at: number): string => new Date(at).toISOString();

const lateness = fc.constantFrom(
  null,
  null,
  null,
  null,
  null,
  -DAY,
  0,
  1,
  HOUR,
  DAY,
  3 * DAY,
  20 * DAY,
);

function dated(at: number, late: number | null): Draft {
  return late === null ? { at: iso(at) } : { at: iso(at), recordedAt: iso(at + late) };
}

const burst: fc.Arbitrary<Part> = fc
  .record({
    seat,
    at: instant,
    count: fc.integer({ min: 1, max: 8 }),
    everyMs: fc.constantFrom(0, 1, HOUR, DAY),
    answered: fc.integer({ min: 0, max: 3 }),
    afterMs: fc.constantFrom(-DAY, 0, 1, HOUR, DAY, 13 * DAY, 20 * DAY),
    sentLate: lateness,
    answeredLate: lateness,
    channel: fc.constantFrom(undefined, undefined, undefined, 'inmail', 'email'),
    answersFirst: fc.boolean(),
  })
  .map((drawn) => (ids) => {
    const sends: Draft[] = [];
    const answers: Draft[] = [];
    for (let index = 0; index < drawn.count; index += 1) {
      const at = drawn.at + index * drawn.everyMs;
      const id = ids.next();
      const inmail = `m-${id}`;
      const mode = drawn.count > 1 ? 'bulk' : 'one_to_one';
      const channel = drawn.channel === undefined ? {} : { channel: drawn.channel };
      const send = { id, type: 'inmail.sent', ...dated(at, drawn.sentLate) };
      sends.push({ ...send, seat: drawn.seat, inmail, mode, ...channel });
      if (index >= drawn.answered) continue;
      const outcome = index % 2 === 0 ? 'accepted' : 'declined';
      const answeredAt = dated(at + drawn.afterMs, drawn.answeredLate);
      answers.push({ id: ids.next(), type: 'inmail.responded', ...answeredAt, inmail, outcome });
    }
    return drawn.answersFirst ? [...answers, ...sends] : [...sends, ...answers];
  });

/** A steady sender over weeks: what carries a seat through warning, period and renewal. */
const campaign: fc.Arbitrary<Part> = fc
  .record({
    seat,
    fromDay: fc.integer({ min: 0, max: 30 }),
    days: fc.integer({ min: 3, max: 34 }),
    perDay: fc.integer({ min: 1, max: 2 }),
    answerEvery: fc.constantFrom(0, 0, 3, 8),
    hour,
  })
  .map((drawn) => (ids) => {
    const lines: Draft[] = [];
    for (let index = 0; index < drawn.days * drawn.perDay; index += 1) {
      const day = drawn.fromDay + Math.floor(index / drawn.perDay);
      const at = LEDGER_START + day * DAY + drawn.hour * HOUR;
      const id = ids.next();
      const send = { id, type: 'inmail.sent', at: iso(at), seat: drawn.seat };
      lines.push({ ...send, inmail: `m-${id}`, mode: 'bulk' });
      if (drawn.answerEvery === 0 || index % drawn.answerEvery !== 0) continue;
      const response = { id: ids.next(), type: 'inmail.responded', at: iso(at + 2 * HOUR) };
      lines.push({ ...response, inmail: `m-${id}`, outcome: 'accepted' });
    }
    return lines;
  });

function single(fields: fc.Arbitrary<Draft>): fc.Arbitrary<Part> {
  return fc.tuple(fields, instant, lateness).map(([drawn, at, late]) => (ids) => [
    { id: ids.next(), ...dated(at, late), ...drawn },
  ]);
}

const transfer = single(
  fc.record({
    type: fc.constant('seat.transferred'),
    seat,
    to: fc.constantFrom('holder-1', 'holder-2'),
  }),
);
const acknowledgement = single(
  fc.record({
    type: fc.constant('notice.acknowledged'),
    seat,
    notice: fc.constantFrom('warning', 'warning', 'warning', ...NOTICES),
  }),
);
const restoration = single(fc.record({ type: fc.constant('standing.restored'), seat }));
const modeChange = single(
  fc.record({
    type: fc.constant('mode.changed'),
    seat,
    mode: fc.constantFrom('observe', 'observe', 'inform', 'enforce'),
  }),
);
const changedTerms = fc.record(
  {
    thresholdBps: fc.constantFrom(1300, 2500, 5000),
    minimumVolume: fc.integer({ min: 1, max: 8 }),
    improvementDays: fc.constantFrom(1, 3, 14, 20),
    checkHourUtc: fc.constantFrom(0, 6, 10, 23),
    closeBps: fc.constant(1600),
    earlyVolume: fc.constant(50),
  },
  { requiredKeys: [] },
);
const termsChange = single(
  fc.record({ type: fc.constant('terms.changed'), terms: changedTerms }).filter(
    // Whether an empty object counts as a missing field is left to the parser's own cases.
    ({ terms }) => Object.keys(terms).length > 0,
  ),
);

const opening: fc.Arbitrary<Part> = fc
  .record({
    seat,
    at: instant,
    late: lateness,
    standing: fc.constantFrom(...STANDINGS),
    everWarned: fc.boolean(),
    countsFrom: fc.option(instant),
    periodMs: fc.constantFrom(1, HOUR, DAY, 3 * DAY, 14 * DAY),
    notice: fc.option(fc.constantFrom(...NOTICES)),
  })
  .map(({ at, late, periodMs, countsFrom, ...state }) => (ids) => {
    const isTimed = state.standing === 'warned' || state.standing === 'improvement';
    const dates = {
      countsFrom: countsFrom === null ? null : iso(countsFrom),
      periodEndsAt: isTimed ? iso(at + periodMs) : null,
    };
    return [{ id: ids.next(), type: 'seat.opened', ...dated(at, late), ...state, ...dates }];
  });

/** One more response, mostly for an InMail that is there already, else for one that may come. */
const strayResponse: fc.Arbitrary<Part> = fc
  .record({
    pick: fc.nat({ max: 40 }),
    at: instant,
    late: lateness,
    outcome: fc.constantFrom('accepted', 'declined'),
  })
  .map(({ pick, at, late, outcome }) => (ids, before) => {
    const sent = before.filter((line) => line['type'] === 'inmail.sent');
    const inmail = sent[pick % (sent.length + 1)]?.['inmail'] ?? `m-e${pick}`;
    return [{ id: ids.next(), type: 'inmail.responded', ...dated(at, late), inmail, outcome }];
  });

/** A line again: as it was, recorded at another time, changed, or under another id. */
const repetition: fc.Arbitrary<Part> = fc
  .record({
    pick: fc.nat({ max: 1000 }),
    how: fc.constantFrom('same', 'same', 'recorded', 'spelled', 'changed', 'renamed'),
    at: instant,
  })
  .map(({ pick, how, at }) => (ids, before) => {
    const line = before[before.length === 0 ? 0 : pick % before.length];
    if (line === undefined) return [];
    if (how === 'recorded') return [{ ...line, recordedAt: iso(at) }];
    if (how === 'changed') return [{ ...line, at: iso(at), periodEndsAt: null }];
    if (how === 'renamed') return [{ ...line, id: ids.next() }];
    if (how === 'spelled' && line['type'] === 'inmail.sent') {
      const turned = Object.fromEntries(Object.entries(line).toReversed());
      return [{ cost: 'credit', surface: 'other', channel: 'inmail', ...turned }];
    }
    return [line];
  });

const part = fc.oneof(
  { weight: 5, arbitrary: campaign },
  { weight: 5, arbitrary: burst },
  { weight: 2, arbitrary: acknowledgement },
  { weight: 2, arbitrary: transfer },
  { weight: 4, arbitrary: strayResponse },
  { weight: 2, arbitrary: repetition },
  { weight: 1, arbitrary: restoration },
  { weight: 2, arbitrary: modeChange },
  { weight: 1, arbitrary: termsChange },
  { weight: 2, arbitrary: opening },
);

function linesOf(parts: readonly Part[]): LedgerLine[] {
  let count = 0;
  const next = (): string => {
    count += 1;
    return `e${count}`;
  };
  const lines: Draft[] = [];
  for (const make of parts) lines.push(...make({ next }, lines));
  // A "changed" opening may have lost a period it needs: that would be a malformed line.
  return lines.filter(
    (line) =>
      line['type'] !== 'seat.opened' ||
      (line['standing'] === 'good' || line['standing'] === 'warning_due') ===
        (line['periodEndsAt'] === null),
  );
}

export function recordedAtOf(line: LedgerLine): number {
  const at = Date.parse(String(line['at']));
  const recorded = line['recordedAt'];
  return typeof recorded === 'string' ? Math.max(at, Date.parse(recorded)) : at;
}

export function inRecordedOrder(lines: readonly LedgerLine[]): LedgerLine[] {
  return lines.toSorted((a, b) => recordedAtOf(a) - recordedAtOf(b));
}

export function textOf(lines: readonly LedgerLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Lines as they came, or in the order they were recorded, which is read as a stream. */
export const ledgerLines: fc.Arbitrary<LedgerLine[]> = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([parts, ordered]) => (ordered ? inRecordedOrder(linesOf(parts)) : linesOf(parts)));

const rareTerms = fc.record(
  {
    windowDays: fc.constantFrom(1, 7, 14),
    checkEveryDays: fc.constantFrom(1, 2, 7, 14),
    checkHourUtc: fc.constantFrom(0, 6, 10),
    warningDays: fc.constantFrom(1, 3, 14),
    warningStarts: fc.constantFrom('acknowledgement', 'check'),
    warnsOnce: fc.boolean(),
    graceDays: fc.constantFrom(0, 1, 7),
    improvementDays: fc.constantFrom(1, 3, 14),
    effectiveFrom: fc.constantFrom('2026-01-20T05:30:00Z', '2026-02-10T00:00:00Z'),
  },
  { requiredKeys: [] },
);

export const ledgerTerms: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    rare: fc.oneof(fc.constant({}), rareTerms),
    minimumVolume: fc.integer({ min: 1, max: 8 }),
    thresholdBps: fc.constantFrom(1300, 1300, 3000, 5000),
  })
  .map(({ rare, ...usual }) => ({ ...usual, ...rare }));

export const ledgerOptions: fc.Arbitrary<NaiveOptions> = fc.record({
  profile: fc.constantFrom<'inmail-2014' | 'inmail-current'>('inmail-2014', 'inmail-current'),
  terms: ledgerTerms,
  until: fc.option(
    instant.map((at) => iso(at + 14 * DAY)),
    { nil: undefined },
  ),
  acknowledgeAfter: fc.constantFrom(undefined, undefined, 0, 0.5, 1, 3, 14),
});

export const ledgerRun: fc.Arbitrary<LedgerRun> = fc
  .tuple(ledgerLines, ledgerOptions)
  .map(([lines, options]) => ({ lines, text: textOf(lines), options }));
