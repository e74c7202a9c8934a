import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { listContracts } from '#server/contracts/store.ts';
import { loggable } from '#server/db/loggable.ts';
import { readEnv, singleSignOnOf, trustedProxiesOf, type Env } from '#server/env.ts';
import { FIRST_STEPS } from '#server/first-steps.ts';
import { startServer, type RunningServer } from '#server/serve.ts';

const TICK_MS = 1000;

/** Makes due checks once a second, one round at a time, until `stop` says so. */
async function keepTicking(server: RunningServer, log: Logger, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await server
      .tick()
      .catch((error: unknown) => log.error({ err: loggable(error) }, 'checks failed'));
    await sleep(TICK_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Tells endpoints what is due, beside the checks: a slow endpoint is no reason to be late with them. */
async function keepDelivering(
  server: RunningServer,
  log: Logger,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    server
      .deliver()
      .catch((error: unknown) => log.error({ err: loggable(error) }, 'webhooks failed'));
    await sleep(TICK_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function main(env: Env): Promise<void> {
  const log = pino({ level: env.LOG_LEVEL });
  const server = await startServer({
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    now: Date.now,
    chance: Math.random,
    log,
    allowsPrivateWebhooks: env.WEBHOOKS_INTO_NETWORK,
    identity: {
      publicUrl: env.PUBLIC_URL,
      secret: env.AUTH_SECRET,
      singleSignOn: singleSignOnOf(env),
      trustedProxies: trustedProxiesOf(env),
      operatorToken: env.OPERATOR_TOKEN,
      requestRates: {
        byAddress: env.REQUESTS_PER_SECOND_BY_ADDRESS,
        byToken: env.REQUESTS_PER_SECOND_BY_TOKEN,
      },
    },
  });
  log.info({ url: server.url }, 'listening');
  const contracts = await server.ledger.database.read(listContracts);
  if (contracts.length === 0) process.stdout.write(`\n${FIRST_STEPS}\n`);
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stop.abort());
  }
  await Promise.all([
    keepTicking(server, log, stop.signal),
    keepDelivering(server, log, stop.signal),
  ]);
  log.info('stopping');
  await server.close();
}

const outcome = readEnv(process.env);
if (outcome.ok) {
  await main(outcome.env).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  process.stderr.write(
    `The settings do not fit:\n${outcome.faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exitCode = 1;
}
