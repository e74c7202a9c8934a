import { z } from 'zod';
import { RESPONSES } from '#shared/policy/events.ts';
import { refusedEventSchema } from '#shared/wire/events.ts';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema } from '#shared/wire/reading.ts';

const hash = z.string().min(1).max(200);

/**
 * What a send's event (`inmail.sent`) may carry beside its own fields, so that what the inbox shows
 * later can be matched with it. A card in the inbox names people and leads to no profile, so that
 * the displayed name is what both sides always have.
 *
 * Every hash is HMAC-SHA-256 under the contract's recipient key, base64url: `recipient` of the
 * member's id, `nameHash` of `name:` and the displayed name (NFC, a space for any white space, none
 * outside), and `conversation` of `conversation:` and the conversation's id, where the page shows one
 * already.
 */
export const sendMarksSchema = z.object({
  recipient: hash.nullish().catch(null),
  nameHash: hash.nullish().catch(null),
  conversation: hash.nullish().catch(null),
});

/** One state that the overlay read in the inbox: somebody has answered. */
export const observationSchema = z.object({
  /** Made once, in the browser, so that sending it again changes nothing. */
  id: z.string().min(1).max(200),
  /** When the answer came, where the inbox says so; otherwise when it was first seen. */
  at: instant,
  /** The recruiter's own. */
  seat: z.string().min(1),
  /** The hash of the member, or else of the displayed name. */
  recipient: hash,
  conversation: hash.nullable().default(null),
  outcome: z.enum(RESPONSES),
});

export const MAX_OBSERVATIONS_A_BATCH = 1000;

/** Read one by one by `observationSchema`, so that one bad one does not refuse its neighbours. */
export const observationBatchSchema = z.object({
  observations: z.array(z.record(z.string(), z.unknown())).max(MAX_OBSERVATIONS_A_BATCH),
  /** The inbox was read then, whether it showed anything new or not. */
  inboxReadAt: instant.optional(),
});

export const observationReceiptSchema = z.object({
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
  conflicts: z.array(refusedEventSchema),
  /** InMails that waited for an answer until now, and have one. */
  settled: z.int().min(0),
  /** The fresh reading of the own seat. */
  reading: readingSchema,
});

export type Observation = z.output<typeof observationSchema>;
export type ObservationJson = z.input<typeof observationSchema>;
export type ObservationReceipt = z.output<typeof observationReceiptSchema>;
