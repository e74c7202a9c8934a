import {
  changeInterval,
  changeOf,
  differenceOf,
  sumOf,
  type Counted,
  type DifferenceInterval,
} from '#shared/policy/difference.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Arms, ArmSeat, Period } from '#shared/policy/pilot-arms.ts';
import {
  reactionOf,
  REACTIONS,
  readsOf,
  type BulkSend,
  type NoticeIssued,
  type Reaction,
  type Reads,
} from '#shared/policy/reactions.ts';
import { wilsonInterval, type ShareInterval } from '#shared/policy/wilson.ts';

/** What is known of one seat and period. */
export type PeriodCounts = Counted & { readonly bulk: number };

/** All that a pilot's report is made from, seat by seat. */
export type PilotFacts = Readonly<{
  arms: Arms;
  counts: ReadonlyMap<string, { before: PeriodCounts; after: PeriodCounts }>;
  /** Every notice and every acknowledgement of the contract's seats. */
  issued: readonly NoticeIssued[];
  acknowledged: readonly NoticeIssued[];
  /** Bulk sends around the warnings. */
  bulkSends: ReadonlyMap<string, readonly BulkSend[]>;
  held: readonly { seat: string; at: Instant; recipients: number | null }[];
  asOf: Instant;
}>;

export type PeriodFigures = PeriodCounts & {
  readonly rate: (ShareInterval & { readonly bps: number }) | null;
  /** InMails of a seat in a week. */
  readonly perSeatWeek: number | null;
};

export type Reactions = Readonly<Record<Reaction, number>> & {
  /** Seats that a warning was issued to in this time. */
  readonly warned: number;
  /** Mean InMails of a bulk send in the days before and after. */
  readonly sizeBefore: number | null;
  readonly sizeAfter: number | null;
};

export type ArmFigures = Readonly<{
  seats: number;
  /** Those that sent InMails both before and after. */
  compared: number;
  /** Of these less is known before than there is after, which is shortened to match. */
  shortened: number;
  /** Of these nothing before is known: they are left out of before and after. */
  withoutBefore: number;
  before: PeriodFigures;
  after: PeriodFigures;
  change: DifferenceInterval | null;
  reactions: Reactions;
}>;

/** Fewer seats, InMails or days before than these say nothing, whatever they show. */
export const ENOUGH = { seats: 10, inmails: 100, days: 14 } as const;

export const DOUBTS = [
  'no_pilot',
  'start_unknown',
  'no_comparison',
  'short_before',
  'few_seats',
  'few_inmails',
  'interval_holds_zero',
] as const;
/** Why the numbers are too small to tell. */
export type Doubt = (typeof DOUBTS)[number];

export type Verdict = Readonly<{
  tells: 'better' | 'worse' | 'too_small';
  doubts: readonly Doubt[];
}>;

export type PilotReport = Readonly<{
  asOf: Instant;
  enteredAt: Instant | null;
  /** Seats of which it is not known any more whether or when they entered: they are not compared. */
  startUnknown: number;
  treated: ArmFigures;
  observed: ArmFigures;
  /** Of the seats in the pilot, while they were in it. */
  notices: Reads & { readonly warnings: number };
  held: { sends: number; inmails: number; seats: number };
  /** By how much the treated seats changed more than those in observe. */
  difference: DifferenceInterval | null;
  verdict: Verdict;
}>;

const NOTHING: PeriodCounts = { inmails: 0, answered: 0, bulk: 0 };

function figuresOf(counts: readonly PeriodCounts[], periods: readonly Period[]): PeriodFigures {
  const { inmails, answered } = sumOf(counts);
  const bulk = counts.reduce((sum, each) => sum + each.bulk, 0);
  const interval = wilsonInterval(answered, inmails);
  const bps = Math.floor((answered * 10_000) / inmails);
  const weeks = periods.reduce((sum, { from, until }) => sum + until - from, 0) / daysToMs(7);
  return {
    inmails,
    answered,
    bulk,
    rate: interval === null ? null : { bps, ...interval },
    perSeatWeek: weeks === 0 ? null : inmails / weeks,
  };
}

const isWithin = ({ enteredAt, until }: ArmSeat, at: Instant): boolean =>
  enteredAt <= at && at <= until;

/** The first warning of each seat within its time; of a seat in observe nobody saw it. */
export function firstWarnings(
  seats: readonly ArmSeat[],
  issued: readonly NoticeIssued[],
): { seat: string; at: Instant }[] {
  const warnings = Map.groupBy(
    issued.filter(({ notice }) => notice === 'warning'),
    ({ seat }) => seat,
  );
  return seats.flatMap((seat) => {
    const first = warnings.get(seat.seat)?.find(({ at }) => isWithin(seat, at));
    return first === undefined ? [] : [{ seat: seat.seat, at: first.at }];
  });
}

function reactionsOf(seats: readonly ArmSeat[], facts: PilotFacts): Reactions {
  const counts = Object.fromEntries(REACTIONS.map((reaction) => [reaction, 0]));
  const sums = { warned: 0, sendsBefore: 0, before: 0, sendsAfter: 0, after: 0 };
  for (const { seat, at } of firstWarnings(seats, facts.issued)) {
    sums.warned += 1;
    const sends = facts.bulkSends.get(seat) ?? [];
    const { reaction, before, after } = reactionOf(sends, at, facts.asOf);
    counts[reaction] = (counts[reaction] ?? 0) + 1;
    if (reaction === 'too_recent') continue;
    sums.sendsBefore += before.sends;
    sums.before += before.inmails;
    sums.sendsAfter += after.sends;
    sums.after += after.inmails;
  }
  const of = (reaction: Reaction): number => counts[reaction] ?? 0;
  return {
    warned: sums.warned,
    stopped: of('stopped'),
    cut: of('cut'),
    split: of('split'),
    as_before: of('as_before'),
    no_bulk: of('no_bulk'),
    too_recent: of('too_recent'),
    sizeBefore: sums.sendsBefore === 0 ? null : sums.before / sums.sendsBefore,
    sizeAfter: sums.sendsAfter === 0 ? null : sums.after / sums.sendsAfter,
  };
}

function armOf(seats: readonly ArmSeat[], facts: PilotFacts) {
  const pairs = seats.map(
    ({ seat }) => facts.counts.get(seat) ?? { before: NOTHING, after: NOTHING },
  );
  const change = changeOf(pairs);
  const figures: ArmFigures = {
    seats: seats.length,
    compared: pairs.filter(({ before, after }) => before.inmails > 0 && after.inmails > 0).length,
    shortened: seats.filter(({ past }) => past === 'short').length,
    withoutBefore: seats.filter(({ past, isStartKnown }) => past === 'none' && isStartKnown).length,
    before: figuresOf(
      pairs.map(({ before }) => before),
      seats.map(({ before }) => before),
    ),
    after: figuresOf(
      pairs.map(({ after }) => after),
      seats.map(({ after }) => after),
    ),
    change: change === null ? null : changeInterval(change),
    reactions: reactionsOf(seats, facts),
  };
  return { figures, change, seats };
}

/**
 * Whether of half of the seats or more that are compared too little before is known, though there is
 * more after; or of none of them anything.
 */
function isShortBefore(seats: readonly ArmSeat[]): boolean {
  const compared = seats.filter(({ past }) => past !== 'none');
  const short = compared.filter(
    ({ past, before }) => past === 'short' && before.until - before.from < daysToMs(ENOUGH.days),
  );
  return short.length * 2 >= compared.length;
}

type Arm = Readonly<{ figures: ArmFigures; seats: readonly ArmSeat[] }>;

function doubtsOf(
  [treated, observed]: readonly [Arm, Arm],
  startUnknown: number,
  difference: DifferenceInterval | null,
): readonly Doubt[] {
  if (treated.seats.length === 0) return [startUnknown > 0 ? 'start_unknown' : 'no_pilot'];
  const doubts: Doubt[] = [];
  const isStartKnown = treated.seats.some((seat) => seat.isStartKnown);
  if (!isStartKnown) doubts.push('start_unknown');
  if (observed.seats.length === 0) doubts.push('no_comparison');
  const arms = observed.seats.length === 0 ? [treated] : [treated, observed];
  if (isStartKnown && arms.some(({ seats }) => isShortBefore(seats))) doubts.push('short_before');
  if (arms.some(({ figures }) => figures.compared < ENOUGH.seats)) doubts.push('few_seats');
  const least = arms.flatMap(({ figures: { before, after } }) => [before.inmails, after.inmails]);
  if (Math.min(...least) < ENOUGH.inmails) doubts.push('few_inmails');
  if (difference !== null && difference.lowBps <= 0 && difference.highBps >= 0) {
    doubts.push('interval_holds_zero');
  }
  return doubts;
}

function verdictOf(doubts: readonly Doubt[], difference: DifferenceInterval | null): Verdict {
  if (doubts.length > 0 || difference === null) return { tells: 'too_small', doubts };
  return { tells: difference.lowBps > 0 ? 'better' : 'worse', doubts };
}

/** What a pilot changed: the seats in it against those left in observe, before and after. */
export function pilotReport(facts: PilotFacts): PilotReport {
  const { arms, asOf, issued, acknowledged } = facts;
  const treated = armOf(arms.treated, facts);
  const observed = armOf(arms.observed, facts);
  const bySeat = new Map(arms.treated.map((seat) => [seat.seat, seat]));
  const isShown = ({ seat, at }: { seat: string; at: Instant }): boolean => {
    const inPilot = bySeat.get(seat);
    return inPilot !== undefined && isWithin(inPilot, at);
  };
  const shown = issued.filter(isShown);
  const held = facts.held.filter(isShown);
  const difference =
    treated.change === null || observed.change === null
      ? null
      : differenceOf(treated.change, observed.change);
  const startUnknown =
    arms.unknown.length + arms.treated.filter(({ isStartKnown }) => !isStartKnown).length;
  return {
    asOf,
    enteredAt: arms.enteredAt,
    startUnknown,
    treated: treated.figures,
    observed: observed.figures,
    notices: {
      ...readsOf(shown, acknowledged),
      warnings: shown.filter(({ notice }) => notice === 'warning').length,
    },
    held: {
      sends: held.length,
      inmails: held.reduce((sum, { recipients }) => sum + (recipients ?? 0), 0),
      seats: new Set(held.map(({ seat }) => seat)).size,
    },
    difference,
    verdict: verdictOf(doubtsOf([treated, observed], startUnknown, difference), difference),
  };
}
