import { z } from 'zod';
import { actorSchema } from '#shared/wire/author.ts';
import { instant } from '#shared/wire/instant.ts';

/** One line of the audit trail: who changed what when, from what to what. */
export const auditEntrySchema = z.object({
  at: instant,
  /** Null for what an earlier version recorded without asking. */
  by: actorSchema.nullable(),
  what: z.string(),
  /** The seat, endpoint, review, device, person or surface it is about; null for the contract. */
  subject: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** A reason that somebody gave. */
  reason: z.string().nullable(),
  /** The name of who made it, where it is known: of a person who is forgotten it is not. */
  byName: z.string().nullable(),
  /** The seat that it is about, or that its subject is of. */
  seat: z.string().nullable(),
});

export type AuditEntry = z.output<typeof auditEntrySchema>;
