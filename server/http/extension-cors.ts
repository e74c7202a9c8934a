import { cors } from 'hono/cors';

const EXTENSION = /^(?:chrome|moz)-extension:\/\/[\w-]+$/;

/** Browser extensions may call; web pages may not. */
export const extensionCors = cors({
  origin: (origin) => (EXTENSION.test(origin) ? origin : null),
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
  exposeHeaders: ['ETag', 'X-Request-Id'],
  maxAge: 600,
});
