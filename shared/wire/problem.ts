import { z } from 'zod';

/** A fault as RFC 9457 `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Stable; what a program goes by. */
  code: z.string(),
  detail: z.string(),
  /** The field it is about, as a path such as `events.3.at`. */
  field: z.string().optional(),
  /** Finds the request in the server's log. */
  requestId: z.string().optional(),
});

export type Problem = z.output<typeof problemSchema>;
