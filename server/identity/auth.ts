import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { deviceAuthorization } from 'better-auth/plugins/device-authorization';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Database } from '#server/db/database.ts';
import { authAdapter } from '#server/identity/auth-adapter.ts';
import {
  CLIENT_ID,
  authPlugin,
  refusalOf,
  type CodeRefusal,
} from '#server/identity/auth-plugin.ts';
import { findApproval, type Approval } from '#server/identity/device-request-store.ts';
import { hasOpenInvitation } from '#server/identity/invitation-store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export const MIN_PASSWORD_CHARACTERS = 12;
export const MAX_PASSWORD_CHARACTERS = 128;
export const CODE_LIFETIME_MINUTES = 10;
export const CODE_INTERVAL_SECONDS = 5;
const SESSION_HOURS = 12;
/** The library's own paths are under this one; only single sign-on comes back to one of them. */
export const AUTH_PATH = '/auth';
const PROVIDER = 'single-sign-on';
export const CALLBACK_PATH = `${AUTH_PATH}/callback/${PROVIDER}`;

export type SingleSignOn = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As people know it: "Continue with ...". */
  name: string;
  /** The provider says of no address that it is verified, and all are. */
  vouchesForAddresses: boolean;
}>;

export type AuthSettings = Readonly<{
  /** The origin under which people reach this server. */
  publicUrl: string;
  secret: string;
  singleSignOn: SingleSignOn | null;
}>;

export type Person = Readonly<{ id: string; name: string; email: string }>;

type AuthParts = AuthSettings & { database: Database; now: () => Instant };

function singleSignOnPlugin({ issuer, clientId, clientSecret, ...provider }: SingleSignOn) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        mapProfileToUser: ({ email_verified: isVerified }) => ({
          emailVerified: provider.vouchesForAddresses || isVerified === true,
        }),
      },
    ],
  });
}

function createLibrary({ database, now, publicUrl, secret, singleSignOn }: AuthParts) {
  return betterAuth({
    database: authAdapter(database),
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    // Its lines may name people.
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Every way in is limited by ours, which also covers what calls the library from inside.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // People come by invitation alone.
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_CHARACTERS,
      maxPasswordLength: MAX_PASSWORD_CHARACTERS,
    },
    session: { expiresIn: SESSION_HOURS * 3600, updateAge: 3600 },
    account: { storeStateStrategy: 'cookie' },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookiePrefix: 'good-standing',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    databaseHooks: {
      user: {
        create: {
          before: async ({ email, emailVerified }) => {
            if (!emailVerified) return false;
            return database.read((reader) => hasOpenInvitation(reader, email, now()));
          },
        },
      },
      session: {
        create: { before: async () => ({ data: { ipAddress: null, userAgent: null } }) },
      },
      account: {
        create: {
          before: async () => {
            const none = { accessToken: null, refreshToken: null, idToken: null, scope: null };
            return { data: { ...none, accessTokenExpiresAt: null, refreshTokenExpiresAt: null } };
          },
        },
        update: {
          before: async () => ({
            data: { accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
    },
    plugins: [
      deviceAuthorization({
        expiresIn: `${CODE_LIFETIME_MINUTES}m`,
        interval: `${CODE_INTERVAL_SECONDS}s`,
        validateClient: (clientId) => clientId === CLIENT_ID,
      }),
      authPlugin((id) => database.read((reader) => findApproval(reader, id))),
      ...(singleSignOn === null ? [] : [singleSignOnPlugin(singleSignOn)]),
    ],
  });
}

/** Where to send a browser, and with which cookies. */
export type Leading = { url: string; cookies: string[] };
export type SignedIn = { person: Person; cookies: string[] };
export type Redeemed =
  | { ok: true; personId: string; approval: Approval | null }
  | { ok: false; refusal: CodeRefusal };

/** What this server has the identity library do; nothing else knows it. */
export type Auth = {
  /** What people sign in with beside a password; null for nothing. */
  singleSignOn: { name: string } | null;
  personOf(headers: Headers): Promise<Person | null>;
  /** Null for a wrong address or password, which nobody can tell apart. */
  signIn(email: string, password: string): Promise<SignedIn | null>;
  /** The cookies of somebody who has just shown who they are. */
  openSession(personId: string): Promise<string[]>;
  /** The cookies that end the session. */
  signOut(headers: Headers): Promise<string[]>;
  hashPassword(password: string): Promise<string>;
  /** Where to send the browser; null while the provider cannot be reached. */
  startSingleSignOn(next: string, otherwise: string): Promise<Leading | null>;
  /** Answers the browser that comes back from the provider. */
  finishSingleSignOn(request: Request): Promise<Response>;
  requestCode(): Promise<{ deviceCode: string; userCode: string }>;
  /** Makes a request that nobody else has opened this person's own. */
  openRequest(userCode: string, headers: Headers): Promise<boolean>;
  settleRequest(userCode: string, isApproved: boolean, headers: Headers): Promise<boolean>;
  redeemCode(deviceCode: string): Promise<Redeemed>;
};

/** Null where the library says no; its other errors are faults. */
async function allowed<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

export function createAuth(parts: AuthParts): Auth {
  const { api, handler, $context: context } = createLibrary(parts);
  return {
    singleSignOn: parts.singleSignOn,
    async personOf(headers) {
      const found = await api.getSession({ headers });
      if (found === null) return null;
      const { id, name, email } = found.user;
      return { id, name, email };
    },
    async signIn(email, password) {
      const body = { email, password };
      const signedIn = await allowed(() => api.signInEmail({ body, returnHeaders: true }));
      if (signedIn === null) return null;
      const { id, name } = signedIn.response.user;
      const cookies = signedIn.headers.getSetCookie();
      return { person: { id, name, email: signedIn.response.user.email }, cookies };
    },
    async openSession(personId) {
      const opened = await api.openSession({ body: { personId }, returnHeaders: true });
      return opened.headers.getSetCookie();
    },
    async signOut(headers) {
      const signedOut = await api.signOut({ headers, returnHeaders: true });
      return signedOut.headers.getSetCookie();
    },
    hashPassword: async (password) => (await context).password.hash(password),
    async startSingleSignOn(next, otherwise) {
      const body = { provider: PROVIDER, callbackURL: next, errorCallbackURL: otherwise };
      const started = await allowed(() => api.signInSocial({ body, returnHeaders: true }));
      const url = started?.response.url;
      if (started === null || url === undefined) return null;
      return { url, cookies: started.headers.getSetCookie() };
    },
    finishSingleSignOn: (request) => handler(request),
    async requestCode() {
      const asked = await api.deviceCode({ body: { client_id: CLIENT_ID } });
      return { deviceCode: asked.device_code, userCode: asked.user_code };
    },
    async openRequest(userCode, headers) {
      const query = { user_code: userCode };
      const opened = await allowed(() => api.deviceVerify({ query, headers }));
      // Only who has opened it is told more than its state.
      return opened?.status === 'pending' && 'client_id' in opened;
    },
    async settleRequest(userCode, isApproved, headers) {
      const asked = { body: { userCode }, headers };
      const settled = await allowed(() =>
        isApproved ? api.deviceApprove(asked) : api.deviceDeny(asked),
      );
      return settled !== null;
    },
    async redeemCode(deviceCode) {
      try {
        const { personId, known } = await api.redeemCode({ body: { deviceCode } });
        return { ok: true, personId, approval: known };
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        return { ok: false, refusal };
      }
    },
  };
}
