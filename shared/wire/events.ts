import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';
import { readingSchema } from '#shared/wire/reading.ts';

export const MAX_EVENTS_A_BATCH = 1000;

/**
 * Events of the interchange format. They are read one by one by `parseEvent`, so that one bad
 * event does not refuse its neighbours.
 */
export const eventBatchSchema = z.object({
  events: z.array(z.record(z.string(), z.unknown())).max(MAX_EVENTS_A_BATCH),
  /**
   * From a program: which source it reports as. Left out, it is the feed, or the import where the
   * contract never had a feed. An InMail is let in from the source that kept the ledger when it was
   * sent, and from no other.
   */
  source: z.enum(['feed', 'import']).optional(),
  /** From a feed: it has reported all of the seat's InMails and responses up to here. */
  completeUpTo: z.array(z.object({ seat: z.string().min(1), at: instant })).optional(),
});

export const refusedEventSchema = z.object({
  /** The event's id; empty where it has none that can be read. */
  id: z.string(),
  /** Its place in the batch, from 0. */
  index: z.int().min(0),
  code: z.string(),
  field: z.string(),
  detail: z.string(),
});

export const eventReceiptSchema = z.object({
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
  conflicts: z.array(refusedEventSchema),
  /** The fresh reading of each seat touched that the caller may see. */
  readings: z.array(readingSchema),
});

export type EventBatchJson = z.input<typeof eventBatchSchema>;
export type RefusedEvent = z.output<typeof refusedEventSchema>;
export type EventReceipt = z.output<typeof eventReceiptSchema>;
