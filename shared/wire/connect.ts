import { z } from 'zod';
import { ROLES } from '#shared/wire/identity.ts';
import { instant } from '#shared/wire/instant.ts';

/**
 * How a device is connected (after RFC 8628, in the words of this API): it asks for a code, a person
 * approves the code in the browser, and the device fetches its tokens meanwhile.
 */
export const connectCodeRequestSchema = z.object({
  /** As people tell it from their others, such as "Chromium on Linux". */
  device: z.string().trim().min(1).max(100),
});

export const connectCodeSchema = z.object({
  /** The device's own secret, with which it fetches its tokens. */
  deviceCode: z.string(),
  /** What the person compares with the approval page, such as `BCDF-GHJK`. */
  userCode: z.string(),
  /** The approval page, with the user code filled in. */
  verificationUrl: z.string(),
  expiresInSeconds: z.int().min(1),
  /** How long to wait between two attempts to fetch tokens. */
  intervalSeconds: z.int().min(1),
});

export const connectTokenRequestSchema = z.discriminatedUnion('grant', [
  z.object({ grant: z.literal('device_code'), deviceCode: z.string().min(1).max(200) }),
  /** A refresh token works once: what comes back replaces it. */
  z.object({ grant: z.literal('refresh'), refreshToken: z.string().min(1).max(200) }),
]);

export const connectTokensSchema = z.object({
  accessToken: z.string(),
  accessExpiresInSeconds: z.int().min(1),
  refreshToken: z.string(),
});

/**
 * The codes of problems that fetching tokens can be answered with, beside `token_unknown` for a
 * refresh token that is not known any more: the device is then to be connected anew.
 */
export const CONNECT_PROBLEMS = [
  'approval_pending',
  /** Asked sooner than `intervalSeconds` after the last time: wait 5 seconds longer from now on. */
  'slow_down',
  'approval_denied',
  'approval_expired',
] as const;

/** A device that is connected. */
const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** Null for a lead's or an admin's device, and for a feed's key. */
  seat: z.object({ id: z.string(), holder: z.string() }).nullable(),
  /** Whose it is; null for a feed's key. */
  person: z.object({ name: z.string(), email: z.string() }).nullable(),
  connectedAt: instant,
  /** When it last fetched tokens. */
  lastSeenAt: instant,
  /** The one that asks. */
  isThis: z.boolean(),
});

/** A person's own devices; for a lead also those of their teams, for an admin all. */
export const deviceListSchema = z.object({ devices: z.array(deviceSchema) });

export const deviceEndedSchema = z.object({ device: z.string(), endedAt: instant });

export type ConnectCode = z.output<typeof connectCodeSchema>;
export type ConnectTokenRequestJson = z.input<typeof connectTokenRequestSchema>;
export type ConnectTokens = z.output<typeof connectTokensSchema>;
export type Device = z.output<typeof deviceSchema>;
