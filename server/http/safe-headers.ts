import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { RequestEnv } from '#server/http/requests.ts';

/**
 * What every answer tells browsers: it is nothing to run, frame or guess at. Pages have a policy of
 * their own, which stays.
 * @param isHttps whether people reach the server by https: alone.
 */
export function safeHeaders(isHttps: boolean): MiddlewareHandler<RequestEnv> {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    strictTransportSecurity: isHttps ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
  });
}

/** What the API says is somebody's, and stays in no cache. */
export const unkept: MiddlewareHandler<RequestEnv> = async (c, next) => {
  await next();
  if (c.req.path.startsWith('/v1/')) c.header('Cache-Control', 'private, no-store');
};
