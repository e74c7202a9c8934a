import type { Context } from 'hono';
import { createAddressOf } from '#server/http/address.ts';
import { createAuth, type SingleSignOn } from '#server/identity/auth.ts';
import type { ConnectContext } from '#server/identity/connect.ts';
import {
  createLimits,
  REQUEST_RATES,
  type Limits,
  type RequestRates,
} from '#server/identity/limits.ts';

/** What routes and pages about people and devices answer from. */
export type IdentityServices = Readonly<{
  connect: ConnectContext;
  limits: Limits;
  /** The origin under which people reach this server. */
  publicUrl: string;
  secret: string;
  addressOf: (c: Context) => string;
  /** What the operator's programs say that ask from elsewhere; null where none may. */
  operatorToken: string | null;
}>;

/** How people and devices come in. */
export type IdentitySettings = {
  /** Default: the address that the server listens on. */
  publicUrl?: string | undefined;
  /** Default: one that is made once, and kept beside the database. */
  secret?: string | undefined;
  singleSignOn?: SingleSignOn | null;
  trustedProxies?: readonly string[];
  /** Default: the operator's own routes answer this machine alone. */
  operatorToken?: string | undefined;
  requestRates?: RequestRates | undefined;
};

type Given = IdentitySettings & { secret: string; url: string; elapsedMs: () => number };

export function createIdentityServices(
  { database, now, newId }: Pick<ConnectContext, 'database' | 'now' | 'newId'>,
  { url, secret, elapsedMs, publicUrl = url, singleSignOn = null, ...given }: Given,
): IdentityServices {
  const auth = createAuth({ database, now, publicUrl, secret, singleSignOn });
  return {
    connect: { database, now, newId, auth },
    limits: createLimits(elapsedMs, given.requestRates ?? REQUEST_RATES),
    addressOf: createAddressOf(given.trustedProxies ?? []),
    operatorToken: given.operatorToken ?? null,
    publicUrl,
    secret,
  };
}
