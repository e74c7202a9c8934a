import { compareInFold, type LedgerEvent } from '#shared/policy/events.ts';
import type { SeatChange } from '#shared/policy/seat-fold.ts';
import { inOrderOfSegment, mainSegment, type History } from '#shared/policy/history.ts';
import { Replay } from '#shared/policy/replay.ts';
import type { Standing } from '#shared/policy/standing.ts';
import { countWithin, endOfCheck, spellsOf, type Spell } from '#shared/policy/spells.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** What came of a history under one set of terms: `replay`'s lines, and which seats were judged. */
export type Trial = Readonly<{
  terms: Terms;
  changes: readonly SeatChange[];
  /** Every seat that an event names, in order. */
  seats: readonly string[];
  /** Seats that a check ever found enough InMails to judge by. */
  judged: ReadonlySet<string>;
}>;

export type TrialOptions = Readonly<{
  terms: Terms;
  /** Days after which an issued warning counts as read; null: only what the history says counts. */
  acknowledgeAfterDays: number | null;
  keepsHistory?: boolean;
  sweepEveryEvents?: number;
}>;

/** The terms on trial hold from end to end: what the history itself changed of terms is set aside. */
function onTrial(event: LedgerEvent): LedgerEvent {
  return event.type === 'terms.changed' ? { ...event, terms: {} } : event;
}

/** Replays a history under terms on trial; it takes events as `Replay` does, and throws as it does. */
export class Backtest {
  readonly #terms: Terms;
  readonly #replay: Replay;
  readonly #judged = new Set<string>();

  constructor(options: TrialOptions, isSent: (inmail: string) => boolean) {
    this.#terms = options.terms;
    const onJudged = (seat: string): void => void this.#judged.add(seat);
    this.#replay = new Replay({ ...options, until: null, onJudged }, isSent);
  }

  add(event: LedgerEvent): void {
    this.#replay.add(onTrial(event));
  }

  finish(): Trial {
    const { changes, standings } = this.#replay.finish();
    const seats = standings.map(({ seat }) => seat);
    return { terms: this.#terms, changes, seats, judged: this.#judged };
  }
}

/**
 * Backtests kept events in any order, given in the order received.
 * @param onFolded told of each event that is folded.
 */
export function backtestEvents(
  events: readonly LedgerEvent[],
  options: TrialOptions,
  onFolded: () => void = () => undefined,
): Trial {
  const backtest = new Backtest({ ...options, keepsHistory: true }, () => false);
  for (const event of events.toSorted(compareInFold)) {
    backtest.add(event);
    onFolded();
  }
  return backtest.finish();
}

/** How many seats, InMails and days the terms would have met. */
export type Met = {
  seats: number;
  judged: number;
  warned: number;
  restricted: number;
  renewed: number;
  restrictedMs: number;
  /** Spells of restriction that a check ended, by what it found. */
  releasedRecovered: number;
  releasedTooFew: number;
  inmails: number;
  answered: number;
  /** Sent in bulk while the seat was restricted: they would have been held. */
  inmailsHeld: number;
};

export type MetInSegment = Met & { segment: string | null };

/** What became of the warnings; those whose period runs when the history ends are left over. */
export type WarningEnds = {
  issued: number;
  /** Still to be read when the history ends. */
  unread: number;
  restricted: number;
  recovered: number;
  tooFew: number;
};

export type Backtested = Readonly<{
  terms: Terms;
  all: Met;
  /** Each seat in the segment of most of its InMails, each InMail in its own. */
  bySegment: readonly MetInSegment[];
  spells: readonly Spell[];
  warnings: WarningEnds;
}>;

const NOTHING_MET: Met = {
  seats: 0,
  judged: 0,
  warned: 0,
  restricted: 0,
  renewed: 0,
  restrictedMs: 0,
  releasedRecovered: 0,
  releasedTooFew: 0,
  inmails: 0,
  answered: 0,
  inmailsHeld: 0,
};

/** Those that add up over segments to those of all. */
export const FIGURES = [
  'seats',
  'judged',
  'warned',
  'restricted',
  'renewed',
  'restrictedMs',
  'releasedRecovered',
  'releasedTooFew',
  'inmails',
  'answered',
  'inmailsHeld',
] as const satisfies readonly (keyof Met)[];

function sumOf(mets: readonly Met[]): Met {
  const sum = { ...NOTHING_MET };
  for (const met of mets) for (const name of FIGURES) sum[name] += met[name];
  return sum;
}

function warningEndsOf({ changes, terms }: Trial): WarningEnds {
  const ends = { issued: 0, unread: 0, restricted: 0, recovered: 0, tooFew: 0 };
  const last = new Map<string, Standing>();
  for (const { seat, cause, from, to, notice, tally } of changes) {
    last.set(seat, to);
    if (notice === 'warning') ends.issued += 1;
    if (cause !== 'check' || from !== 'warned' || tally === null) continue;
    if (to === 'improvement') ends.restricted += 1;
    else if (endOfCheck(tally, terms) === 'recovered') ends.recovered += 1;
    else ends.tooFew += 1;
  }
  for (const standing of last.values()) if (standing === 'warning_due') ends.unread += 1;
  return ends;
}

/** Seats that a line says this of. */
function seatsWhere(
  changes: readonly SeatChange[],
  says: (change: SeatChange) => boolean,
): ReadonlySet<string> {
  return new Set(changes.filter(says).map(({ seat }) => seat));
}

function metOfSeat(seat: string, { judged }: Trial, lines: Lines): Met {
  const spells = lines.spells.get(seat) ?? [];
  const ended = (as: Spell['end']): number => spells.filter(({ end }) => end === as).length;
  return {
    ...NOTHING_MET,
    seats: 1,
    judged: judged.has(seat) ? 1 : 0,
    warned: lines.warned.has(seat) ? 1 : 0,
    restricted: spells.length > 0 ? 1 : 0,
    renewed: lines.renewed.has(seat) ? 1 : 0,
    restrictedMs: spells.reduce((ms, { from, until }) => ms + until - from, 0),
    releasedRecovered: ended('recovered'),
    releasedTooFew: ended('too_few'),
  };
}

type Lines = {
  spells: ReadonlyMap<string, readonly Spell[]>;
  warned: ReadonlySet<string>;
  renewed: ReadonlySet<string>;
};

/** The figures of a trial over its history. */
export function summarise(history: History, trial: Trial): Backtested {
  const { changes, terms } = trial;
  const spells = spellsOf(changes, history.span?.until ?? 0, terms);
  const lines: Lines = {
    spells: Map.groupBy(spells, ({ seat }) => seat),
    warned: seatsWhere(changes, ({ notice }) => notice === 'warning'),
    renewed: seatsWhere(changes, ({ notice }) => notice === 'improvement_renewed'),
  };
  const bySegment = new Map<string | null, Met[]>();
  const add = (segment: string | null, met: Met): void => {
    const mets = bySegment.get(segment) ?? [];
    mets.push(met);
    bySegment.set(segment, mets);
  };
  for (const seat of trial.seats) {
    const sends = history.sendsOf(seat);
    add(mainSegment(sends), metOfSeat(seat, trial, lines));
    for (const { segment, inmails, answered, bulkSentAt } of sends) {
      const inmailsHeld = countWithin(bulkSentAt, lines.spells.get(seat) ?? []);
      add(segment, { ...NOTHING_MET, inmails, answered, inmailsHeld });
    }
  }
  const rows = [...bySegment].map(([segment, mets]) => ({ segment, ...sumOf(mets) }));
  return {
    terms,
    all: sumOf(rows),
    bySegment: inOrderOfSegment(rows),
    spells,
    warnings: warningEndsOf(trial),
  };
}
