import type { Context, MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { Caller } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import type { RateLimit } from '#server/http/rate-limit.ts';
import type { IdentityProvider } from '#server/identity/identify.ts';

/** What a request carries with it through the app. */
export type RequestEnv = { Variables: { requestId: string; caller: Caller } };

/** The token of a request; null for one that has none. */
export function bearerOf(c: Context): string | null {
  const [, token] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return token ?? null;
}

/** Lets in who is known, and says who it is. */
export function identified(
  provider: IdentityProvider,
  limit: RateLimit,
): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const token = bearerOf(c);
    if (token === null) throw new Fault('token_missing');
    const identified = await provider.identify(token);
    if (!identified.ok) throw new Fault(identified.code);
    // By device, as its tokens change every few minutes.
    limit.require(identified.key);
    c.set('caller', identified.caller);
    await next();
  };
}

/** The body as the schema reads it. */
export async function readBody<Schema extends z.ZodType>(
  c: Context<RequestEnv>,
  schema: Schema,
): Promise<z.output<Schema>> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Fault('not_json');
    throw error;
  }
  return readAs(schema, json);
}

/** What follows the path's question mark, as the schema reads it. */
export function readQuery<Schema extends z.ZodType>(
  c: Context<RequestEnv>,
  schema: Schema,
): z.output<Schema> {
  return readAs(schema, c.req.query());
}

function readAs<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Fault('field_invalid', issue?.message, issue?.path.map(String).join('.'));
}
