import { z } from 'zod';
import { NOTICE_TYPES } from '#shared/policy/standing.ts';
import { instant } from '#shared/wire/instant.ts';
import { noticeSchema, readingSchema } from '#shared/wire/reading.ts';

/** Gives a seat to another holder. The id is made once, so that sending it again changes nothing. */
export const transferSchema = z.object({
  id: z.string().min(1).max(200),
  /** The name of the new holder. */
  to: z.string().trim().min(1).max(200),
  /** When it was decided; it acts when the server learns of it. */
  at: instant,
});

const { seat, asOf, tally, standing, everWarned, periodEndsAt, nextCheckAt, mode, gate } =
  readingSchema.shape;
const { responseRateBps, acceptanceRateBps } = readingSchema.shape;

/** What a new holder would take over if the seat were theirs at `asOf`. */
export const inheritanceSchema = z.object({
  seat,
  to: z.string(),
  asOf,
  tally,
  responseRateBps,
  acceptanceRateBps,
  standing,
  /** The past warning goes with the seat. */
  everWarned,
  periodEndsAt,
  /** Days of the running period that are left, rounded up; null where none runs. */
  daysLeft: z.int().min(0).nullable(),
  nextCheckAt,
  mode,
  gate,
  /** The notice that is open now. */
  openNotice: noticeSchema.nullable(),
  /** The must-read that the new holder would get: the open one, or one that the transfer issues. */
  getsNotice: z.object({ type: z.enum(NOTICE_TYPES), isPassedOn: z.boolean() }).nullable(),
});

export type Inheritance = z.output<typeof inheritanceSchema>;
export type TransferJson = z.input<typeof transferSchema>;
