import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { timeout } from 'hono/timeout';
import type { Logger } from 'pino';
import { readinessOf } from '#server/health/readiness.ts';
import { extensionCors } from '#server/http/extension-cors.ts';
import { answerFault, faultHandler } from '#server/http/faults.ts';
import { Fault } from '#server/http/problems.ts';
import { limitedByAddress } from '#server/http/limited.ts';
import { requestLog } from '#server/http/request-log.ts';
import { identified, type RequestEnv } from '#server/http/requests.ts';
import type { Services } from '#server/http/route.ts';
import { safeHeaders, unkept } from '#server/http/safe-headers.ts';
import type { IdentityProvider } from '#server/identity/identify.ts';
import type { IdentityServices } from '#server/identity/services.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { Metrics } from '#server/metrics/metrics.ts';
import { PAGES } from '#server/pages/pages.ts';
import { ROUTES } from '#server/routes.ts';
import { Fleets } from '#server/team/fleets.ts';

const LARGEST_BODY_BYTES = 1024 * 1024;

/** Everything that the app needs: it reads no clock, no chance and no environment of its own. */
export type AppParts = {
  ledger: LedgerContext;
  identity: IdentityProvider;
  people: IdentityServices;
  log: Logger;
  metrics: Metrics;
  /** Whether webhooks may lead into the network. */
  allowsPrivateWebhooks: boolean;
  /** For how long things take. */
  elapsedMs: () => number;
  /** How long an answer may take to make. */
  patienceMs: number;
};

export function createApp({ ledger, identity, people, log, metrics, ...parts }: AppParts) {
  const { elapsedMs, patienceMs, allowsPrivateWebhooks } = parts;
  const { limits, askerOf, publicUrl } = people;
  const known = identified(identity, limits.requestsByToken);
  const readiness = readinessOf(ledger.database, ledger.now);
  const fleets = new Fleets(ledger);
  const app = new Hono<RequestEnv>()
    .use(requestLog({ log, metrics, elapsedMs, newId: ledger.newId }))
    .use(safeHeaders(publicUrl.startsWith('https:')))
    .use(unkept)
    .use(extensionCors)
    .use(limitedByAddress(limits.requestsByAddress, askerOf))
    .use(timeout(patienceMs, () => new HTTPException(503)))
    .use(
      bodyLimit({
        maxSize: LARGEST_BODY_BYTES,
        onError: () => {
          throw new Fault('body_too_large');
        },
      }),
    );
  const services: Services = {
    ledger,
    metrics,
    readiness,
    fleets,
    identity: people,
    allowsPrivateWebhooks,
    routes: ROUTES,
  };
  for (const route of ROUTES) route.mount(app, services, known);
  for (const page of PAGES) page.mount(app, services);
  app.notFound((c) => answerFault(c, new Fault('route_unknown')));
  app.onError(faultHandler(log));
  return app;
}
