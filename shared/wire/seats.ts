import { z } from 'zod';
import { SHOWN } from '#shared/policy/shown.ts';
import { NOTICE_TYPES } from '#shared/policy/standing.ts';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema } from '#shared/wire/reading.ts';

export const MOST_SEATS_A_PAGE = 1000;
export const DEFAULT_SEATS_A_PAGE = 200;

const count = z.int().min(0);
const { seat, tally, responseRateBps, standing, periodEndsAt, nextCheckAt, mode } =
  readingSchema.shape;

/** One row of a lead's list: of a seat's reading what a row shows, and no more. */
export const seatRowSchema = z.object({
  seat,
  /** The name of its team; null for none. */
  team: z.string().nullable(),
  mode,
  standing,
  tally,
  responseRateBps,
  /** Sends in the tally that only the overlay has seen so far; no check counts them. */
  provisional: count,
  periodEndsAt,
  nextCheckAt,
  /** The notice that its holder has not read yet. */
  notice: z.object({ type: z.enum(NOTICE_TYPES), issuedAt: instant }).nullable(),
  /** When a connected browser of its holder last spoke; null where none is connected. */
  lastSeenAt: instant.nullable(),
});

/** How many of all the seats are shown as what, whichever of them a page holds. */
const seatCountsSchema = z.object({
  all: count,
  /** A notice has waited a week for its holder. */
  longUnread: count,
  /** A browser of its holder is connected: of none where there is no extension. */
  everSeen: count,
  /** What is left out is shown of none. */
  shown: z.partialRecord(z.enum(SHOWN), count),
  /** Reviews that were asked for and wait to be decided; older servers do not say. */
  openReviews: count.exactOptional(),
});

/**
 * The seats that the caller looks after, as they stand at `asOf`, a page of them: notices unread for
 * a week first, then soonest at risk.
 */
export const seatListSchema = z.object({
  contract: readingSchema.shape.contract,
  asOf: instant,
  terms: readingSchema.shape.terms,
  counts: seatCountsSchema,
  seats: z.array(seatRowSchema),
  /** Names the page after this one; null after the last. */
  next: z.string().nullable(),
});

export type SeatRow = z.output<typeof seatRowSchema>;
export type SeatCounts = z.output<typeof seatCountsSchema>;
export type SeatList = z.output<typeof seatListSchema>;
export type SeatListJson = z.input<typeof seatListSchema>;
