import { cors } from 'hono/cors';

/**
 * The id that the extension has in every Chromium, by the key in its manifest. In Firefox it has another
 * in each browser, and goes by its permission for the server's address instead.
 */
const EXTENSION_ID = 'jlaajgcbamhjajfaccdncbnckfeilefh';

/** Our own extension may call; other extensions and web pages may not. */
export const extensionCors = cors({
  origin: [`chrome-extension://${EXTENSION_ID}`],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
  exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
  maxAge: 600,
});
