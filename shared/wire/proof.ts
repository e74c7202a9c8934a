import { z } from 'zod';
import { RESPONSES } from '#shared/policy/events.ts';
import { NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { PROFILE_NAMES } from '#shared/policy/terms.ts';
import { instant } from '#shared/wire/instant.ts';
import { tallySchema } from '#shared/wire/reading.ts';

const integer = z.int().min(0);

/** All that a check judged. It never changes, whatever is reported later. */
export const provenSchema = z.object({
  contract: z.string(),
  seat: z.string(),
  checkedAt: instant,
  /** InMails are counted with `after < sentAt <= through`. */
  window: z.object({ after: instant, through: instant }),
  terms: z.object({
    profile: z.enum(PROFILE_NAMES),
    version: z.int().min(1),
    /** Every term that was in force, by name; instants written out. */
    values: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  }),
  /** In the order of sending. */
  inmails: z.array(
    z.object({
      inmail: z.string(),
      sentAt: instant,
      /** As it was known to the check. */
      outcome: z.enum([...RESPONSES, 'pending']),
      respondedAt: instant.nullable(),
    }),
  ),
  tally: tallySchema,
  /** A breach is `total >= minimumVolume` and `answered * 10000 < thresholdBps * total`. */
  comparison: z.object({
    answered: integer,
    total: integer,
    minimumVolume: integer,
    thresholdBps: integer,
    answeredTimes10000: integer,
    thresholdBpsTimesTotal: integer,
    isBreach: z.boolean(),
  }),
  standing: z.object({
    before: z.enum(STANDINGS),
    after: z.enum(STANDINGS),
    /** The notice that the check issued. */
    notice: z.enum(NOTICE_TYPES).nullable(),
  }),
});

/** A check with what shows that it was right. */
export const proofSchema = z.object({
  proven: provenSchema,
  /**
   * SHA-256, in hex, of `proven` as JSON with the keys of every object in the order of their
   * characters' codes, without white space, in UTF-8.
   */
  sha256: z.string(),
  /** Folds the ledger up to the check again, by itself. */
  command: z.string(),
});

export type Proven = z.output<typeof provenSchema>;
export type Proof = z.output<typeof proofSchema>;
