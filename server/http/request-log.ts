import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { RequestEnv } from '#server/http/requests.ts';
import type { Metrics } from '#server/metrics/metrics.ts';

/**
 * A caller's own request id is taken over where it is a UUID or a trace id. Nothing freer: what is
 * taken over is logged, and a token or a name must not come in that way.
 */
const REQUEST_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^[\da-f]{32}$/i;

type Parts = { log: Logger; metrics: Metrics; elapsedMs: () => number; newId: () => string };

/** One line a request, and one count: its pattern and never its path, as paths name seats. */
export function requestLog({
  log,
  metrics,
  elapsedMs,
  newId,
}: Parts): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const startedAt = elapsedMs();
    const given = c.req.header('x-request-id') ?? '';
    const requestId = REQUEST_ID.test(given) ? given : newId();
    c.set('requestId', requestId);
    await next();
    c.header('X-Request-Id', requestId);
    const { method } = c.req;
    const path = routePath(c, -1);
    const { status } = c.res;
    const ms = elapsedMs() - startedAt;
    metrics.requests.inc({ route: path, method, status });
    metrics.latency.observe({ route: path, method }, ms / 1000);
    log.info({ requestId, method, path, status, ms: Math.round(ms) }, 'request');
  };
}
