import { z } from 'zod';

export const ROLES = ['recruiter', 'lead', 'admin', 'feed'] as const;
export type Role = (typeof ROLES)[number];

/** Who a token speaks for. */
export const identitySchema = z.object({
  contract: z.object({
    id: z.string(),
    /** As Recruiter's navigation names it: under another name the extension is not connected. */
    name: z.string(),
  }),
  role: z.enum(ROLES),
  /** The seat of a recruiter's device; null for everyone else. */
  seat: z.string().nullable(),
  /** Keys the hashes of recipients, in the browser; base64url. Null where none are made. */
  recipientKey: z.string().nullable(),
  /** The device that the token was given to; null for a feed's key. */
  device: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
  /** The teams of a lead; null for a lead of all teams, and for everyone else. */
  teams: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .nullable()
    .default(null),
});

export type Identity = z.output<typeof identitySchema>;
