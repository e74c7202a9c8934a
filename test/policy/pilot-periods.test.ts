import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { armsOf, type ArmSeat, type Period, type SeatModes } from '#shared/policy/pilot-arms.ts';
import { pilotReport, type PilotReport } from '#shared/policy/pilot.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { pilotReportWords } from '#shared/words/pilot-report.ts';
import {
  aboutSentences,
  comparedSentences,
  verdictSentences,
} from '#shared/words/pilot-sentences.ts';

const START = Date.UTC(2026, 0, 5);
const day = (days: number): Instant => START + days * DAY_MS;

const seat = (
  id: string,
  modes: readonly [mode: Mode, at: Instant][],
  known: Partial<Pick<SeatModes, 'knownFrom' | 'isFromStart'>> = {},
): SeatModes => ({
  seat: id,
  knownFrom: modes[0]?.[1] ?? START,
  isFromStart: true,
  modes: modes.map(([mode, since]) => ({ mode, since })),
  ...known,
});

const named = (count: number, of: (id: string) => SeatModes, by = 's'): SeatModes[] =>
  Array.from({ length: count }, (_, index) => of(`${by}${index}`));

/** Seats that send alike from `began` on, an InMail each `everyMs`, one of five answered. */
function steadyReport(
  seats: readonly SeatModes[],
  asOf: Instant,
  { began, everyMs }: { began: Instant; everyMs: number },
): PilotReport {
  const sent = ({ from, until }: Period) => {
    const upTo = (at: Instant) => Math.max(0, Math.ceil((Math.min(at, asOf) - began) / everyMs));
    const inmails = upTo(until) - upTo(from);
    return { inmails, answered: Math.floor(inmails / 5), bulk: inmails };
  };
  const arms = armsOf(seats, asOf);
  const counts = new Map(
    [...arms.treated, ...arms.observed].map((each) => [
      each.seat,
      { before: sent(each.before), after: sent(each.after) },
    ]),
  );
  const nothing = { issued: [], acknowledged: [], bulkSends: new Map(), held: [] };
  return pilotReport({ arms, counts, ...nothing, asOf });
}

const TWICE_A_DAY = { began: START, everyMs: 12 * HOUR_MS };

/** What a report says of its pilot, of what it compares, and of its verdict. */
function saidOf(report: PilotReport): string {
  const speech = { words: pilotReportWords.en, numbers: numbersIn('en', 'UTC') };
  return [
    ...aboutSentences({ contract: 'Fernhill', report }, speech),
    ...comparedSentences(report, speech),
    ...verdictSentences(report, speech),
  ].join('\n');
}

describe('a seat that always sends alike', () => {
  test('reads the same before and after fourteen days of observe and sixty of inform', () => {
    const asOf = day(81);
    const seats = [
      ...named(
        10,
        (id) =>
          seat(id, [
            ['observe', START],
            ['inform', day(14)],
          ]),
        'in',
      ),
      ...named(10, (id) => seat(id, [['observe', START]]), 'left'),
    ];
    const report = steadyReport(seats, asOf, TWICE_A_DAY);
    for (const arm of [report.treated, report.observed]) {
      expect(arm.before).toMatchObject({ inmails: 280, perSeatWeek: 14 });
      expect(arm.after).toMatchObject({ inmails: 280, perSeatWeek: 14 });
      expect(arm).toMatchObject({ compared: 10, shortened: 10, withoutBefore: 0 });
    }
    // That the rest of the 60 days is left out is said; two weeks before are enough.
    expect(saidOf(report)).toContain('Less is known from before than from after: seats 20.');
    expect(report.verdict.doubts).toEqual(['interval_holds_zero']);
  });

  test('reads alike whatever the lengths, within what is known', () => {
    const hours = (min: number, max: number) => fc.integer({ min, max });
    const lives = fc.array(fc.record({ observed: hours(0, 9000), known: hours(-2000, 9000) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lives, hours(0, 9000), hours(1, 100), (given, lasting, everyHours) => {
        const asOf = START + 9000 * HOUR_MS + lasting * HOUR_MS;
        const seats = given.map(({ observed, known }, index) =>
          seat(
            `s${index}`,
            [
              ['observe', START],
              ['inform', START + observed * HOUR_MS],
            ],
            { knownFrom: START + known * HOUR_MS },
          ),
        );
        // Nobody sent before the first of them is known.
        const began = START + Math.min(...given.map(({ known }) => known)) * HOUR_MS;
        const { treated } = steadyReport(seats, asOf, { began, everyMs: everyHours * HOUR_MS });
        const arms = armsOf(seats, asOf).treated;
        for (const [index, { before, after, past }] of arms.entries()) {
          expect(after.until - after.from).toBe(before.until - before.from);
          if (past !== 'none') {
            expect(before.from).toBeGreaterThanOrEqual(seats[index]?.knownFrom ?? Infinity);
          }
        }
        const off = Math.abs(treated.before.inmails - treated.after.inmails);
        // An InMail more or less a seat, as a stretch begins between two of them.
        expect(off).toBeLessThanOrEqual(given.length);
        const weeks = arms.reduce((sum, { after }) => sum + after.until - after.from, 0);
        if (weeks === 0) expect(treated.before.perSeatWeek).toBeNull();
        expect(treated.before.perSeatWeek === null).toBe(treated.after.perSeatWeek === null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is known of before', () => {
  const sayings = (arms: readonly ArmSeat[]) => arms.map(({ seat: id, past }) => [id, past]);

  test('too little for half of the seats or more is a doubt, whatever else the numbers say', () => {
    const of = (short: number) => [
      ...named(
        short,
        (id) =>
          seat(id, [
            ['observe', day(50)],
            ['inform', day(60)],
          ]),
        'short',
      ),
      ...named(
        24 - short,
        (id) =>
          seat(id, [
            ['observe', START],
            ['inform', day(60)],
          ]),
        'long',
      ),
      ...named(12, (id) => seat(id, [['observe', START]]), 'left'),
    ];
    const doubtsOf = (short: number) =>
      steadyReport(of(short), day(120), TWICE_A_DAY).verdict.doubts;
    expect(doubtsOf(11)).not.toContain('short_before');
    expect(doubtsOf(12)).toContain('short_before');
    // A pilot that is young has as little after, and no doubt about its before.
    const young = steadyReport(of(12), day(72), TWICE_A_DAY);
    expect(young.verdict.doubts).not.toContain('short_before');
    expect(saidOf(steadyReport(of(12), day(120), TWICE_A_DAY))).toContain(
      'Too little is known from before: of half of a group’s seats or more, fewer than 14 days.',
    );
  });

  test('nothing leaves a seat out of before and after, and counts it', () => {
    const seats = [
      // Set up in the pilot, put in it within the hour, and set up long before it.
      seat('at-once', [['inform', day(30)]]),
      seat('same-day', [
        ['observe', day(30)],
        ['inform', day(30) + HOUR_MS],
      ]),
      seat('long', [
        ['observe', START],
        ['inform', day(30)],
      ]),
      seat('left', [['observe', START]]),
      seat('late', [['observe', day(50)]]),
    ];
    const arms = armsOf(seats, day(90));
    expect(sayings([...arms.treated, ...arms.observed])).toEqual([
      ['at-once', 'none'],
      ['same-day', 'none'],
      ['long', 'short'],
      ['left', 'short'],
      ['late', 'none'],
    ]);
    const report = steadyReport(seats, day(90), TWICE_A_DAY);
    // Only one seat sent before, and only what that seat sent is set against it.
    expect(report.treated).toMatchObject({
      seats: 3,
      compared: 1,
      withoutBefore: 2,
      before: { inmails: 60 },
      after: { inmails: 60 },
    });
    expect(report.observed).toMatchObject({ seats: 2, compared: 1, withoutBefore: 1 });
    expect(saidOf(report)).toContain('Nothing is known from before: seats 3.');
  });

  test('a start that is not known any more is said, and compared with nothing', () => {
    const lost = { knownFrom: day(100), isFromStart: false };
    const seats = [
      seat('in', [['enforce', day(25)]], lost),
      // It was put in observe: before that it had been in something else.
      seat(
        'back',
        [
          ['observe', day(30)],
          ['inform', day(150)],
        ],
        lost,
      ),
      seat('left', [['observe', START]], { knownFrom: day(100) }),
    ];
    const none = armsOf(seats, day(200));
    expect(none).toMatchObject({ enteredAt: null, unknown: ['back'] });
    expect(sayings([...none.treated, ...none.observed])).toEqual([
      ['in', 'none'],
      ['left', 'none'],
    ]);
    const report = steadyReport(seats, day(200), TWICE_A_DAY);
    expect(report).toMatchObject({
      startUnknown: 2,
      treated: { seats: 1, compared: 0, withoutBefore: 0, before: { inmails: 0 } },
      verdict: { tells: 'too_small', doubts: ['start_unknown', 'few_seats', 'few_inmails'] },
    });
    const said = saidOf(report);
    expect(said).toContain('It is not known any more when the seats entered the pilot');
    expect(said).not.toContain('No seat is in the pilot yet.');
    expect(steadyReport(seats.slice(1), day(200), TWICE_A_DAY).verdict.doubts).toEqual([
      'start_unknown',
    ]);

    // With one that is known the others are told apart from it, and do not move its date.
    const some = [
      ...seats,
      seat('new', [
        ['observe', day(110)],
        ['inform', day(140)],
      ]),
    ];
    expect(armsOf(some, day(200)).enteredAt).toBe(day(140));
    const told = saidOf(steadyReport(some, day(200), TWICE_A_DAY));
    expect(told).toContain('Half of the seats whose start is known had entered the pilot by');
    expect(told).toContain(
      'entered the pilot, as what was recorded so long ago is removed: seats 2.',
    );
  });

  test.each(LANGUAGES)('is said in %s, with its counts', (language) => {
    const speech = { words: pilotReportWords[language], numbers: numbersIn(language, 'UTC') };
    const seats = [
      seat('lost', [['enforce', day(25)]], { isFromStart: false }),
      ...named(2, (id) => seat(id, [['inform', day(30)]]), 'none'),
      ...named(
        3,
        (id) =>
          seat(id, [
            ['observe', day(20)],
            ['inform', day(30)],
          ]),
        'short',
      ),
    ];
    const report = steadyReport(seats, day(90), TWICE_A_DAY);
    const counts = comparedSentences(report, speech).slice(1);
    expect(counts.map((sentence) => /\d+/.exec(sentence)?.[0])).toEqual(['3', '2', '1']);
    const short = speech.words.doubts.short_before({ seats: '10', inmails: '100', days: '14' });
    expect(verdictSentences(report, speech)).toContain(short);
    expect(short).toContain('14');
  });
});
