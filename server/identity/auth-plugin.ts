import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { redeemDeviceCode } from 'better-auth/plugins/device-authorization';
import { z } from 'zod';

/** The only program that asks for codes: who may be anybody's is no secret. */
export const CLIENT_ID = 'good-standing-extension';

/** Why a code gives no tokens, in the library's words (RFC 8628). */
const refusalSchema = z.object({
  error: z.enum([
    'authorization_pending',
    'slow_down',
    'expired_token',
    'access_denied',
    'invalid_grant',
  ]),
});

export type CodeRefusal = z.output<typeof refusalSchema>['error'];

/** Null for any other error. */
export function refusalOf(error: unknown): CodeRefusal | null {
  if (!(error instanceof APIError)) return null;
  const read = refusalSchema.safeParse(error.body);
  return read.success ? read.data.error : null;
}

/**
 * What this server does with the library's own parts, and the library has no endpoint for. Nothing of
 * it is reached from outside.
 * @param readRequest what is to be known of a device's request, before it is gone.
 */
export function authPlugin<Known>(readRequest: (requestId: string) => Promise<Known>) {
  return {
    id: 'good-standing',
    endpoints: {
      /** Signs somebody in who has just shown who they are. */
      openSession: createAuthEndpoint(
        '/open-session',
        {
          method: 'POST',
          body: z.object({ personId: z.string() }),
          metadata: { SERVER_ONLY: true },
        },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const user = await internalAdapter.findUserById(ctx.body.personId);
          if (user === null) throw new APIError('NOT_FOUND');
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return { personId: user.id };
        },
      ),
      /**
       * Uses a code up, by the library's own rules, and leaves it to the caller to hand out tokens:
       * the library's own answer is a session of some days, which nothing renews.
       */
      redeemCode: createAuthEndpoint(
        '/redeem-device-code',
        {
          method: 'POST',
          body: z.object({ deviceCode: z.string() }),
          metadata: { SERVER_ONLY: true },
        },
        async (ctx) => {
          const redeemed = await redeemDeviceCode({
            ctx,
            deviceCode: ctx.body.deviceCode,
            authorizeRedemption: () => ({
              ownershipWhere: { field: 'clientId', value: CLIENT_ID },
              context: null,
            }),
            prepareRedemption: async ({ id }) => readRequest(id),
          });
          return { personId: redeemed.user.id, known: redeemed.redemptionContext };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
