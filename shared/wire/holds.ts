import { z } from 'zod';
import { instant } from '#shared/wire/instant.ts';

/** A bulk send that was held back. Nobody that it was meant for is in it. */
export const holdSchema = z.object({
  /** Made once, in the browser, so that reporting it again changes nothing. */
  id: z.string().min(1).max(200),
  /** When it was pressed. */
  at: instant,
  surface: z.string().min(1).max(100),
  /** How many the page said that it would go to; two or more, as it was bulk. */
  recipients: z.int().min(2).nullable(),
});

export const MAX_HOLDS_A_BATCH = 1000;

export const holdBatchSchema = z.object({
  holds: z.array(holdSchema).max(MAX_HOLDS_A_BATCH),
});

export const holdReceiptSchema = z.object({
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
});

export type Hold = z.output<typeof holdSchema>;
/** As it goes over the wire, its instant written out. */
export type HoldJson = z.input<typeof holdSchema>;
export type HoldReceipt = z.output<typeof holdReceiptSchema>;
