import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { createIsLocal } from '#server/http/address.ts';
import { Fault } from '#server/http/problems.ts';
import { bearerOf, type RequestEnv } from '#server/http/requests.ts';

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes as long for a token that is nearly right as for any other. */
export function isSameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(secret));
}

/**
 * Lets in who runs the server: from the machine itself, or with the operator's token where one is
 * set. What is for them is of all contracts at once, so that no contract's own token opens it.
 */
export function operatorOnly(
  addressOf: (c: Context) => string,
  secret: string | null,
): MiddlewareHandler<RequestEnv> {
  const isLocal = createIsLocal(addressOf);
  return async (c, next) => {
    if (!isLocal(c)) {
      const given = bearerOf(c);
      if (given === null) throw new Fault('token_missing');
      if (secret === null || !isSameSecret(given, secret)) throw new Fault('token_unknown');
    }
    await next();
  };
}
