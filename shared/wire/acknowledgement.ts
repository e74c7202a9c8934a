import { z } from 'zod';
import { NOTICE_TYPES } from '#shared/policy/standing.ts';
import { instant } from '#shared/wire/instant.ts';

/** CONTINUE. The id is made once, in the browser, so that sending it again changes nothing. */
export const acknowledgementSchema = z.object({
  id: z.string().min(1).max(200),
  notice: z.enum(NOTICE_TYPES),
  /** When it was pressed. */
  at: instant,
});

export type AcknowledgementJson = z.input<typeof acknowledgementSchema>;
