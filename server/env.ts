import { isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from '#server/http/address.ts';
import type { SingleSignOn } from '#server/identity/auth.ts';
import { REQUEST_RATES } from '#server/identity/limits.ts';
import { MIN_SECRET_CHARACTERS } from '#server/identity/secret.ts';

export const DEFAULT_DATABASE_URL = 'file:./data/good-standing.db';
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8787;

function isOfThisMachine(host: string): boolean {
  return host === 'localhost' || isLoopback(host);
}

/** An address that nobody between can read or change on its way, or that does not leave the machine. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isOwn = isOfThisMachine(hostname.replaceAll(/[[\]]/g, ''));
  return protocol === 'https:' || (protocol === 'http:' && isOwn);
}

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''), {
    error: 'an origin, such as https://standing.example.com, without a path',
  })
  .refine(isSafe, { error: 'https:, as passwords and tokens would cross the network in the clear' })
  .transform((text) => new URL(text).origin);

const network = /^[\da-f.:]+(?:\/\d{1,3})?$/i;

const rate = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: 'a whole number of requests, from 1' })
  .transform(Number);

const envSchema = z
  .object({
    HOST: z.string().default(DEFAULT_HOST),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, { error: 'a port is a number from 0 to 65535' })
      .transform(Number)
      .refine((port) => port <= 65_535, { error: 'a port is a number from 0 to 65535' })
      .default(DEFAULT_PORT),
    DATABASE_URL: z
      .string()
      .startsWith('file:', { error: `the address of a file, such as ${DEFAULT_DATABASE_URL}` })
      .default(DEFAULT_DATABASE_URL),
    LOG_LEVEL: z
      .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
      .default('info'),
    PUBLIC_URL: origin.optional(),
    AUTH_SECRET: z
      .string()
      .min(MIN_SECRET_CHARACTERS, { error: `at least ${MIN_SECRET_CHARACTERS} random characters` })
      .optional(),
    REQUESTS_PER_SECOND_BY_ADDRESS: rate.default(REQUEST_RATES.byAddress),
    REQUESTS_PER_SECOND_BY_TOKEN: rate.default(REQUEST_RATES.byToken),
    OPERATOR_TOKEN: z
      .string()
      .min(MIN_SECRET_CHARACTERS, { error: `at least ${MIN_SECRET_CHARACTERS} random characters` })
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform((text) => text.split(',').map((each) => each.trim()))
      .refine((each) => each.every((one) => network.test(one) && isIP(one.split('/')[0] ?? '')), {
        error: 'addresses or networks with commas between them, such as 10.0.0.0/8',
      })
      .optional(),
    WEBHOOKS_INTO_NETWORK: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
    OIDC_ISSUER: z
      .string()
      .refine((text) => URL.canParse(text) && isSafe(text), {
        error: 'the https: address of the identity provider',
      })
      .optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default('single sign-on'),
    OIDC_VOUCHES_FOR_ADDRESSES: z
      .enum(['true', 'false'])
      .default('false')
      .transform((text) => text === 'true'),
  })
  .superRefine((env, context) => {
    const missing = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message, input: env });
    if (!isOfThisMachine(env.HOST)) {
      const why = 'is to be set, as HOST is an address that other machines reach';
      if (env.AUTH_SECRET === undefined) {
        missing('AUTH_SECRET', `${why}; make one with: openssl rand -base64 32`);
      }
      if (env.PUBLIC_URL?.startsWith('https:') !== true) {
        missing('PUBLIC_URL', `${why}: the https: address under which people reach this server`);
      }
    }
    const isPartial =
      new Set([env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].map(Boolean)).size > 1;
    if (isPartial) missing('OIDC_ISSUER', 'goes with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET');
  });

export type Env = z.output<typeof envSchema>;

export type EnvOutcome = { ok: true; env: Env } | { ok: false; faults: string[] };

/** Reads the settings, once; empty ones count as absent. All faults are named together. */
export function readEnv(variables: NodeJS.ProcessEnv): EnvOutcome {
  const { BETTER_AUTH_SECRET: alias, ...own } = variables;
  const named = { ...(alias === undefined ? {} : { AUTH_SECRET: alias }), ...own };
  const given = Object.entries(named).filter(([, value]) => value !== '');
  const parsed = envSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, env: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );
  return { ok: false, faults };
}

/** How people sign in beside a password; null where it is not set up. */
export function singleSignOnOf(env: Env): SingleSignOn | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const { OIDC_NAME: name, OIDC_VOUCHES_FOR_ADDRESSES: vouchesForAddresses } = env;
  return { issuer, clientId, clientSecret, name, vouchesForAddresses };
}

/** The origin under which people reach a server with these settings. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Env): string {
  return PUBLIC_URL ?? urlOf(HOST, PORT);
}

export function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whose word on where a request comes from counts: of a proxy on this machine, if there is one. */
export function trustedProxiesOf({ TRUSTED_PROXIES, PUBLIC_URL }: Env): string[] {
  if (TRUSTED_PROXIES !== undefined) return TRUSTED_PROXIES;
  return PUBLIC_URL === undefined ? [] : ['127.0.0.0/8', '::1'];
}
