import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

export const DEFAULT_DATABASE_URL = 'file:./data/good-standing.db';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && LOOPBACK.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

const envSchema = z.object({
  HOST: z.string().default('127.0.0.1').refine(isLoopback, {
    error:
      'only an address of this machine itself (127.0.0.1, ::1 or localhost) is served: tokens would cross the network in the clear',
  }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'a port is a number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'a port is a number from 0 to 65535' })
    .default(8787),
  DATABASE_URL: z
    .string()
    .startsWith('file:', { error: `the address of a file, such as ${DEFAULT_DATABASE_URL}` })
    .default(DEFAULT_DATABASE_URL),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

export type Env = z.output<typeof envSchema>;

export type EnvOutcome = { ok: true; env: Env } | { ok: false; faults: string[] };

/** Reads the settings, once; empty ones count as absent. All faults are named together. */
export function readEnv(variables: NodeJS.ProcessEnv): EnvOutcome {
  const given = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = envSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, env: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
  );
  return { ok: false, faults };
}
