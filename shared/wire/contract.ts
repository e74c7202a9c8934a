import { z } from 'zod';
import { PROFILE_NAMES } from '#shared/policy/terms.ts';
import { authorSchema } from '#shared/wire/author.ts';
import { instant } from '#shared/wire/instant.ts';
import { trainingLinkSchema } from '#shared/wire/training.ts';

const source = z.enum(['overlay', 'feed', 'import']);

/** When it was recorded, and who did it; null where it was set before anybody was asked. */
const recorded = { recordedAt: instant, recordedBy: authorSchema.nullable() };

const version = z.object({ version: z.int().min(1), ...recorded });

/** What a contract is set to, and was: each change with its date and who made it, oldest first. */
export const contractSchema = z.object({
  id: z.string(),
  /** As Recruiter's navigation names it. */
  name: z.string(),
  createdAt: instant,
  relationshipManager: z.string().nullable(),
  trainingLinks: z.array(trainingLinkSchema),
  terms: z.object({
    profile: z.enum(PROFILE_NAMES),
    /** The version in force. */
    version: z.int().min(1),
    versions: z.array(
      version.extend({
        /** Every term by name; instants written out. */
        terms: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
      }),
    ),
  }),
  /** Who keeps the ledger. */
  evidence: z.object({
    source,
    since: instant,
    changes: z.array(z.object({ before: source, after: source, ...recorded })),
  }),
  /** How long the ledger is kept. */
  retention: z.object({
    days: z.int().min(1),
    versions: z.array(version.extend({ days: z.int().min(1) })),
  }),
});

export type ContractSettings = z.output<typeof contractSchema>;
