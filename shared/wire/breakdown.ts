import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema, tallySchema } from '#shared/wire/reading.ts';

/** By what a seat's InMails can be told apart. */
export const BREAKDOWNS = ['template', 'project', 'surface', 'mode', 'holder'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const MOST_BREAKDOWN_DAYS = 366;
export const MOST_GROUPS = 100;

const { seat, asOf, responseRateBps } = readingSchema.shape;

/** A seat's counted InMails in groups, the largest first, with what was answered of each by now. */
export const breakdownSchema = z.object({
  seat: seat.shape.id,
  asOf,
  by: z.enum(BREAKDOWNS),
  /** InMails are counted with `after < sentAt <= through`. */
  after: instant,
  through: instant,
  groups: z.array(
    z.object({
      /** Null where an InMail says nothing of it. */
      key: z.string().nullable(),
      tally: tallySchema,
      responseRateBps,
    }),
  ),
});

export type SeatBreakdown = z.output<typeof breakdownSchema>;
