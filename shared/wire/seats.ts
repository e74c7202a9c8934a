import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema } from '#shared/wire/reading.ts';

/** One row of a lead's list: a seat's reading without what is the contract's. */
const seatRowSchema = readingSchema.omit({
  contract: true,
  terms: true,
  relationshipManager: true,
});

/** The contract's seats, soonest at risk first. */
export const seatListSchema = z.object({
  contract: readingSchema.shape.contract,
  asOf: instant,
  terms: readingSchema.shape.terms,
  seats: z.array(seatRowSchema),
});

export type SeatRow = z.output<typeof seatRowSchema>;
export type SeatList = z.output<typeof seatListSchema>;
