import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { reviewDetailSchema } from '#shared/wire/reviews.ts';

/** Rows as they are kept; what each field is for is written down beside the database. */
const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is kept of a seat and who holds it. */
export const seatDataSchema = z.object({
  contract: z.object({ id: z.string(), name: z.string() }),
  seat: z.object({ id: z.string(), holder: z.string() }),
  asOf: instant,
  /** The ledger's events, as in an export. */
  events: rows,
  /** Every change of its standing. */
  changes: rows,
  /** Those of the holder; for leads and admins all. */
  reviews: z.array(reviewDetailSchema),
  /** Browsers of who holds it; for leads and admins all. Tokens are in none. */
  devices: rows,
  /** Bulk sends that were held back. */
  holds: rows,
  /** What the extension saw beside another source, and in the inbox; recipients as hashes. */
  observedSends: rows,
  observedResponses: rows,
  usageReports: rows,
  surfaceMisses: rows,
});

export type SeatData = z.output<typeof seatDataSchema>;
