import { z } from 'zod';
import { REVIEW_OUTCOMES, REVIEW_REASONS } from '#shared/policy/review.ts';
import { STANDINGS } from '#shared/policy/standing.ts';
import { authorSchema } from '#shared/wire/author.ts';
import { instant } from '#shared/wire/instant.ts';
import { MOST_REVIEW_CHARACTERS } from '#shared/wire/limits.ts';
import { proofSchema } from '#shared/wire/proof.ts';
import { readingSchema } from '#shared/wire/reading.ts';

/** So many of the longest are still an answer that everybody reads. */
export const MOST_REVIEWS_A_PAGE = 100;

/** What a person has written, whole: the database gives back exactly this. */
const written = z
  .string()
  .trim()
  .min(1)
  .max(MOST_REVIEW_CHARACTERS)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
    error: 'It holds what cannot be kept.',
  });

/** Asks for a review of the own seat. The id is made once, so that asking again changes nothing. */
export const reviewRequestSchema = z.object({
  id: z.string().min(1).max(200),
  reason: z.enum(REVIEW_REASONS),
  message: written,
});

/** What a lead decides, and why. The id is made once. */
export const reviewDecisionSchema = z.object({
  id: z.string().min(1).max(200),
  outcome: z.enum(REVIEW_OUTCOMES),
  reason: written,
});

const { tally, responseRateBps } = readingSchema.shape;

/** A request for a review, what the seat read when it was made, and what became of it. */
export const reviewSchema = z.object({
  id: z.string(),
  /** The seat, and who held it and asked. */
  seat: z.object({ id: z.string(), holder: z.string() }),
  askedAt: instant,
  reason: z.enum(REVIEW_REASONS),
  message: z.string(),
  standing: z.enum(STANDINGS),
  tally,
  responseRateBps,
  /** Of the proof of the seat's last check then; null where none was made or can be shown. */
  proofSha256: z.string().nullable(),
  /** Null while nobody has decided. */
  decision: z
    .object({
      outcome: z.enum(REVIEW_OUTCOMES),
      reason: z.string(),
      at: instant,
      by: authorSchema,
    })
    .nullable(),
});

/** The same with the proof as it was when the review was asked for. */
export const reviewDetailSchema = reviewSchema.extend({ proof: proofSchema.nullable() });

/** The newest first, a page of them. */
export const reviewListSchema = z.object({
  reviews: z.array(reviewSchema),
  /** Names the page after this one; null after the last. */
  next: z.string().nullable(),
});

export type Review = z.output<typeof reviewSchema>;
export type ReviewDetail = z.output<typeof reviewDetailSchema>;
export type ReviewList = z.output<typeof reviewListSchema>;
export type ReviewRequest = z.output<typeof reviewRequestSchema>;
export type ReviewDecision = z.output<typeof reviewDecisionSchema>;
