import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema, tallySchema } from '#shared/wire/reading.ts';

export const MOST_LEAVING_DAYS = 14;
export const DEFAULT_LEAVING_DAYS = 7;

const { seat, asOf, tally } = readingSchema.shape;

/**
 * Which InMails leave a seat's window in the days to come, with what was answered of them by now. An
 * InMail that waits takes nothing of the rate with it when it leaves, and an answered one does.
 */
export const leavingSchema = z.object({
  seat: seat.shape.id,
  asOf,
  /** Of the window that ends now, without what only the overlay has seen. */
  tally,
  /** Between one hour of checks and the next; days on which none leaves are there as well. */
  days: z.array(z.object({ after: instant, through: instant, leaves: tallySchema })),
});

export type Leaving = z.output<typeof leavingSchema>;
