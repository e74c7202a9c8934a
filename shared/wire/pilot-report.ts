import { z } from 'zod';
import { DOUBTS } from '#shared/policy/pilot.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { instant } from '#shared/wire/instant.ts';

const count = z.int().min(0);
const mean = z.number().min(0).nullable();

/** A share in basis points, rounded down, with Wilson's 95 % interval, rounded outward. */
const rateSchema = z.object({ bps: count, lowBps: count, highBps: count });

/** A change or a difference of rates with its 95 % interval, by seat; it may be below 0. */
const differenceSchema = z.object({ bps: z.int(), lowBps: z.int(), highBps: z.int() });

const periodSchema = z.object({
  inmails: count,
  /** Within the days of `ripeDays`. */
  answered: count,
  bulk: count,
  rate: rateSchema.nullable(),
  perSeatWeek: mean,
});

/** What seats did in bulk in the two weeks after their first warning, against the two before. */
const reactionsSchema = z.object({
  warned: count,
  stopped: count,
  cut: count,
  split: count,
  as_before: count,
  no_bulk: count,
  too_recent: count,
  sizeBefore: mean,
  sizeAfter: mean,
});

const armSchema = z.object({
  seats: count,
  /** Those that sent InMails both before and after. */
  compared: count,
  /** Of these less is known before than there is after, which is shortened to match. */
  shortened: count,
  /** Of these nothing before is known: they are left out of before and after. */
  withoutBefore: count,
  before: periodSchema,
  after: periodSchema,
  change: differenceSchema.nullable(),
  reactions: reactionsSchema,
});

/** What a pilot changed: the seats in it against those left in observe, before and after. */
export const pilotReportSchema = z.object({
  contract: z.object({ id: z.string(), name: z.string() }),
  mode: z.enum(MODES),
  asOf: instant,
  /** When half of the treated seats whose start is known had entered; null while none has. */
  enteredAt: instant.nullable(),
  /** Seats of which it is not known any more whether or when they entered: they are not compared. */
  startUnknown: count,
  /** Answers count that come within so many days; InMails that had less time are left out. */
  ripeDays: count,
  treated: armSchema,
  observed: armSchema,
  /** Of the seats in the pilot, while they were in it. */
  notices: z.object({
    issued: count,
    read: count,
    medianDays: z.number().nullable(),
    warnings: count,
  }),
  /** Bulk sends that were held back there; InMails only as far as the page said how many. */
  held: z.object({ sends: count, inmails: count, seats: count }),
  /** By how much the treated seats changed more than those in observe. */
  difference: differenceSchema.nullable(),
  verdict: z.object({
    tells: z.enum(['better', 'worse', 'too_small']),
    /** Why the numbers are too small to tell; empty where they are not. */
    doubts: z.array(z.enum(DOUBTS)),
  }),
});

export type PilotReportAnswer = z.output<typeof pilotReportSchema>;
/** As it goes over the wire, its instants written out. */
export type PilotReportJson = z.input<typeof pilotReportSchema>;
