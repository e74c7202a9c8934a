import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';

export const TREND_DAYS = 90;
/** A point for each third day: as much as a line of a row's height can show. */
export const TREND_STEP_DAYS = 3;

const counts = z.array(z.int().min(0));

/**
 * How the rates of some seats went, for a line in a row. Each point is of a past hour of checks, as
 * in the seat's own series: of the window that ended then, with the answers that had come by then.
 */
export const trendsSchema = z.object({
  asOf: instant,
  /** The instants of the points, oldest first. */
  at: z.array(instant),
  trends: z.array(
    z.object({
      seat: z.string(),
      /** Answered InMails at each point, and all of them. */
      answered: counts,
      total: counts,
    }),
  ),
});

export type Trends = z.output<typeof trendsSchema>;
