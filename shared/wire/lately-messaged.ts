import { z } from 'zod';

/** As many as one bulk send has at the most, and then some. */
const MOST_RECIPIENTS = 10_000;

/** What the contract's browsers make of a member's id: 32 bytes as base64url. */
const recipientHash = z.string().regex(/^[\w-]{43}$/);

/** Those that a bulk message is being written to. Of a single person nothing is answered. */
export const latelyQuestionSchema = z.object({
  recipients: z
    .array(recipientHash)
    .max(MOST_RECIPIENTS)
    .refine((hashes) => new Set(hashes).size > 1, 'must name two or more'),
});

/** How many of them had an InMail lately: never which of them, from whom, or when. */
export const latelyMessagedSchema = z.object({
  /** Those that were asked about, each once. */
  recipients: z.int().min(0),
  messaged: z.int().min(0),
  /** How far back that looks: the window that the contract's rates are counted in. */
  windowDays: z.number(),
});

export type LatelyQuestion = z.output<typeof latelyQuestionSchema>;
export type LatelyMessaged = z.output<typeof latelyMessagedSchema>;
