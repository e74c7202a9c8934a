import type { Context, MiddlewareHandler } from 'hono';
import type { RateLimit } from '#server/http/rate-limit.ts';
import type { RequestEnv } from '#server/http/requests.ts';

/** Who keeps the server running has to learn how it is, above all when it is asked too much. */
const isProbe = (path: string): boolean => path === '/health' || path.startsWith('/health/');

/** Lets no address ask for more than its share, whatever it asks for and whoever it says it is. */
export function limitedByAddress(
  limit: RateLimit,
  askerOf: (c: Context) => string,
): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    if (!isProbe(c.req.path)) limit.require(askerOf(c));
    await next();
  };
}
