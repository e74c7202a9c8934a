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
});

export type Identity = z.output<typeof identitySchema>;
