import type { Context, MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { Caller } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import type { IdentityProvider } from '#server/identity/identify.ts';

/** What a request carries with it through the app. */
export type RequestEnv = { Variables: { requestId: string; caller: Caller } };

/** Lets in who is known, and says who it is. */
export function identified(provider: IdentityProvider): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const [, token] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
    if (token === undefined) throw new Fault('token_missing');
    const identified = await provider.identify(token);
    if (!identified.ok) throw new Fault(identified.code);
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
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Fault('field_invalid', issue?.message, issue?.path.map(String).join('.'));
}
