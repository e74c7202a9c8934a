import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema, tallySchema } from '#shared/wire/reading.ts';

export const MOST_SERIES_DAYS = 366;
export const DEFAULT_SERIES_DAYS = 90;

/** How many days back; as it stands in the address. */
export const seriesDaysSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(MOST_SERIES_DAYS)
  .default(DEFAULT_SERIES_DAYS);

const { responseRateBps, acceptanceRateBps } = readingSchema.shape;
const { thresholdBps, minimumVolume } = readingSchema.shape.terms.shape;

/** A seat at one past hour of checks, whether or not a check was made then. */
const seriesPointSchema = z.object({
  at: instant,
  /**
   * Of the window that ended then, with the answers that had come by then: what a check at that
   * instant judges. Made from what the ledger holds now, so that late reports are in it, while a
   * check that was made stays as it was.
   */
  tally: tallySchema,
  responseRateBps,
  acceptanceRateBps,
  /** The terms that were in force then. */
  thresholdBps,
  minimumVolume,
});

/**
 * A seat's rate day by day, oldest first, with the volume beside each point. It comes from the ledger
 * alone and ends with the last hour of checks; the present is the reading's to tell.
 */
export const seriesSchema = z.object({
  seat: z.string(),
  asOf: instant,
  /** Each point covers so many days before it. */
  windowDays: z.number(),
  points: z.array(seriesPointSchema),
});

export type Series = z.output<typeof seriesSchema>;
export type SeriesJson = z.input<typeof seriesSchema>;
