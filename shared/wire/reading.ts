import { z } from 'zod';
import { MODES } from '#shared/policy/rollout.ts';
import { NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { PROFILE_NAMES } from '#shared/policy/terms.ts';
import { instant } from '#shared/wire/instant.ts';
import { surfaceOffSchema } from '#shared/wire/surface-reports.ts';
import { MOST_TRAINING_LINKS, trainingLinkSchema } from '#shared/wire/training.ts';

const count = z.int().min(0);

export const tallySchema = z.object({
  accepted: count,
  declined: count,
  pending: count,
  total: count,
});

const gateSchema = z.object({
  bulk: z.discriminatedUnion('allowed', [
    z.object({ allowed: z.literal(true) }),
    z.object({
      allowed: z.literal(false),
      reason: z.literal('improvement_period'),
      until: instant,
      stillPossible: z.literal('one_to_one'),
    }),
  ]),
});

/** The terms that a surface needs to say what is judged, when, and for how long. */
export const readingTermsSchema = z.object({
  profile: z.enum(PROFILE_NAMES),
  /** Goes up by one with every change of the contract's terms. */
  version: z.int().min(1),
  thresholdBps: count,
  minimumVolume: count,
  windowDays: z.number(),
  warningDays: z.number(),
  graceDays: z.number(),
  improvementDays: z.number(),
  closeBps: count,
  earlyVolume: count,
});

export const noticeSchema = z.object({
  type: z.enum(NOTICE_TYPES),
  issuedAt: instant,
  /** What was judged when it was issued; null for a notice that no check issued. */
  tally: tallySchema.nullable(),
});

/** Where the figures come from, and how complete they are. */
export const evidenceSchema = z.object({
  source: z.enum(['overlay', 'feed', 'import']),
  since: instant,
  /** The source is complete up to here; null while it has said nothing. */
  completeUpTo: instant.nullable(),
  /** Sends in the tally that only the overlay has seen so far; no check counts them. */
  provisional: count,
  /** Those of them that the inbox shows as answered. */
  provisionalAccepted: count.default(0),
  provisionalDeclined: count.default(0),
  /** Answers of the window that the inbox shows and that match no InMail without a guess. */
  unmatched: count.default(0),
  /** The overlay last read the inbox then; null while it has not, or does not say. */
  inboxReadAt: instant.nullable().default(null),
  /** `enforce` on the overlay's evidence alone, accepted by an admin. */
  isPartialAccepted: z.boolean(),
});

/** A seat at one instant: what every surface shows, and what the gate holds by. */
export const readingSchema = z.object({
  contract: z.object({ id: z.string(), name: z.string() }),
  seat: z.object({ id: z.string(), holder: z.string() }),
  asOf: instant,
  tally: tallySchema,
  responseRateBps: count.nullable(),
  acceptanceRateBps: count.nullable(),
  standing: z.enum(STANDINGS),
  everWarned: z.boolean(),
  countsFrom: instant.nullable(),
  periodEndsAt: instant.nullable(),
  nextCheckAt: instant.nullable(),
  notice: noticeSchema.nullable(),
  mode: z.enum(MODES),
  gate: gateSchema,
  terms: readingTermsSchema,
  evidence: evidenceSchema,
  relationshipManager: z.string().nullable(),
  /** Surfaces of Recruiter that extensions of some versions leave alone. */
  surfacesOff: z.array(surfaceOffSchema).default([]),
  /** What the contract recommends to learn from. */
  trainingLinks: z.array(trainingLinkSchema).max(MOST_TRAINING_LINKS).default([]),
});

export type Reading = z.output<typeof readingSchema>;
/** A reading as it goes over the wire, its instants written out. */
export type ReadingJson = z.input<typeof readingSchema>;
