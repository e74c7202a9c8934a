import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { reviewDetailSchema } from '#shared/wire/reviews.ts';

/** A row as it is kept; what each field is for is written down beside the database. */
const row = z.record(z.string(), z.unknown());
const rows = z.array(row);

/** Everything that is kept of a seat and who holds it. */
export const seatDataSchema = z.object({
  contract: z.object({ id: z.string(), name: z.string() }),
  seat: z.object({ id: z.string(), holder: z.string() }),
  asOf: instant,
  /** How it stands, the team it is in, and how complete what is known of it is. */
  state: row,
  /** As whom its holder signs in; null where nobody has accepted an invitation. */
  person: z
    .object({ id: z.string(), name: z.string(), email: z.string(), createdAt: instant })
    .nullable(),
  /** The ledger's events, as in an export. */
  events: rows,
  /** Every change of its standing. */
  changes: rows,
  /** Those of the holder; for leads and admins all. */
  reviews: z.array(reviewDetailSchema),
  /** Browsers of who holds it; for leads and admins all. Tokens are in none. */
  devices: rows,
  /** Invitations to the seat, by whom they were made and taken up; of the holder, or all. No link is in them. */
  invitations: rows,
  /** When the holder signed in or tried to: for themselves and the operator, as it is of no contract. */
  signIns: rows,
  /** What was told of it to endpoints, or waits to be; for a recruiter since they hold it. */
  messages: rows,
  /** What the audit trail alone keeps of it: who joined it, and its teams. */
  recorded: rows,
  /** Bulk sends that were held back. */
  holds: rows,
  /** What the extension saw beside another source, and in the inbox; recipients as hashes. */
  observedSends: rows,
  observedResponses: rows,
  usageReports: rows,
  surfaceMisses: rows,
});

export type SeatData = z.output<typeof seatDataSchema>;
