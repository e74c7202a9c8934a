import { Z_95 } from '#shared/policy/wilson.ts';

/** InMails of one seat and period, and those of them that were answered in time. */
export type Counted = Readonly<{ inmails: number; answered: number }>;
/** One seat before and after. */
export type Pair = Readonly<{ before: Counted; after: Counted }>;

/** A difference of rates in basis points with its 95 % interval; all of them may be below 0. */
export type DifferenceInterval = Readonly<{ bps: number; lowBps: number; highBps: number }>;

export function sumOf(counts: readonly Counted[]): Counted {
  return counts.reduce<Counted>(
    (sum, { inmails, answered }) => ({
      inmails: sum.inmails + inmails,
      answered: sum.answered + answered,
    }),
    { inmails: 0, answered: 0 },
  );
}

/** The change of a group's pooled rate, and how far it is likely off. */
export type Change = Readonly<{ change: number; variance: number; seats: number }>;

/**
 * The change of the pooled rate from before to after, with the variance that the seats, not the
 * InMails, vary by: InMails of one seat are alike, and a seat is alike before and after.
 * Source: the linearised ("ultimate cluster") variance of a ratio; W. G. Cochran, Sampling
 * Techniques (1977), section 6.3.
 * @returns null where a period holds no InMails, or there is only one seat to vary.
 */
export function changeOf(pairs: readonly Pair[]): Change | null {
  const sent = pairs.filter(({ before, after }) => before.inmails + after.inmails > 0);
  const before = sumOf(sent.map((pair) => pair.before));
  const after = sumOf(sent.map((pair) => pair.after));
  if (before.inmails === 0 || after.inmails === 0 || sent.length < 2) return null;
  const [rateBefore, rateAfter] = [
    before.answered / before.inmails,
    after.answered / after.inmails,
  ];
  const squares = sent.reduce((sum, pair) => {
    const off =
      (pair.after.answered - rateAfter * pair.after.inmails) / after.inmails -
      (pair.before.answered - rateBefore * pair.before.inmails) / before.inmails;
    return sum + off * off;
  }, 0);
  const seats = sent.length;
  return { change: rateAfter - rateBefore, variance: (seats / (seats - 1)) * squares, seats };
}

/**
 * Student's quantile for 95 %, both sides together, by the expansion of Cornish and Fisher: within
 * half a per cent from 5 degrees of freedom on.
 */
export function studentQuantile(degrees: number): number {
  const z = Z_95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}

function inBps(value: number, reach: number): DifferenceInterval {
  return {
    bps: Math.round(value * 10_000),
    lowBps: Math.floor((value - reach) * 10_000),
    highBps: Math.ceil((value + reach) * 10_000),
  };
}

/** A change with its interval. */
export function changeInterval({ change, variance, seats }: Change): DifferenceInterval {
  return inBps(change, studentQuantile(seats - 1) * Math.sqrt(variance));
}

/** By how much one group changed more than the other, with its interval. */
export function differenceOf(one: Change, other: Change): DifferenceInterval {
  const degrees = Math.min(one.seats, other.seats) - 1;
  const reach = studentQuantile(degrees) * Math.sqrt(one.variance + other.variance);
  return inBps(one.change - other.change, reach);
}
