import type { Context } from 'hono';
import { createAddressOf, networkKey } from '#server/http/address.ts';
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
  /** Where a request comes from. */
  addressOf: (c: Context) => string;
  /** The same as far as it says who asks: what is counted is counted by it. */
  askerOf: (c: Context) => string;
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
  const addressOf = createAddressOf(given.trustedProxies ?? []);
  return {
    connect: { database, now, newId, auth },
    limits: createLimits(elapsedMs, given.requestRates ?? REQUEST_RATES),
    addressOf,
    askerOf: (c) => networkKey(addressOf(c)),
    operatorToken: given.operatorToken ?? null,
    publicUrl,
    secret,
  };
}
