import { randomUUID } from 'node:crypto';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from '#server/app.ts';
import { listContracts } from '#server/contracts/store.ts';
import { openDatabase } from '#server/db/open.ts';
import { urlOf } from '#server/env.ts';
import { createStop } from '#server/http/stop.ts';
import { deviceTokens } from '#server/identity/identify.ts';
import { keptSecret } from '#server/identity/secret.ts';
import { THE_SERVER } from '#server/ledger/author.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { createIdentityServices, type IdentitySettings } from '#server/identity/services.ts';
import { createMetrics } from '#server/metrics/metrics.ts';
import { Keeper } from '#server/retention/keeper.ts';
import { makeDueChecks } from '#server/standing/checks.ts';
import { Deliverer } from '#server/webhooks/deliverer.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type ServerSettings = {
  databaseUrl: string;
  host: string;
  /** 0 takes any that is free. */
  port: number;
  now: () => Instant;
  log: Logger;
  identity?: IdentitySettings;
  patience?: Patience;
  /** Whether webhooks may lead into the network. Default: they may not. */
  allowsPrivateWebhooks?: boolean;
  /** From 0 up to, not including, 1: spreads what is tried again. Default: it is not spread. */
  chance?: () => number;
};

/** How long a caller may take for the head of a request, and for all of it; and the server to answer. */
export type Patience = Readonly<{ headersMs: number; requestMs: number; answerMs: number }>;

const PATIENCE: Patience = { headersMs: 15_000, requestMs: 60_000, answerMs: 30_000 };

export type RunningServer = {
  url: string;
  port: number;
  /** What the server writes by; for those who run in the same process. */
  ledger: LedgerContext;
  /** Every address that it answers at. */
  addresses: readonly { method: string; path: string }[];
  /**
   * Makes the checks that are due by now, and removes some of what is too old to be kept. The server
   * starts none of its own accord.
   */
  tick(): Promise<void>;
  /** Tells endpoints what is due; one that is slow keeps only itself waiting. */
  deliver(): Promise<void>;
  /** Answers what is under way, and lets go of the database. */
  close(): Promise<void>;
};

/** Measures how long things take, and dates nothing: it has no epoch. */
const elapsedMs = (): number => performance.now();

function listen(server: ServerType, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

/** Does the same for every contract: what goes wrong with one keeps no other from its turn. */
async function eachContract(
  contracts: readonly { id: string }[],
  work: (id: string) => Promise<void>,
): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (const { id } of contracts) await work(id).catch((fault: unknown) => faults.push(fault));
  return faults;
}

async function tick(ledger: LedgerContext, keeper: Keeper): Promise<void> {
  const contracts = await ledger.database.read(listContracts);
  const unchecked = await eachContract(contracts, (id) => makeDueChecks(ledger, id));
  const unkept = await eachContract(contracts, (id) => keeper.step(id));
  const [fault] = [...unchecked, ...unkept];
  if (fault !== undefined) throw fault;
}

/** Opens the database, brings it up to date, and serves the API. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { host, now, log } = settings;
  const metrics = createMetrics();
  const database = await openDatabase(settings.databaseUrl, 'owner', {
    elapsedMs,
    onWaited: (ms) => metrics.queueWait.observe(ms / 1000),
  });
  const onChecksMade = (count: number): void => metrics.checks.inc(count);
  const ledger: LedgerContext = {
    database,
    now,
    newId: randomUUID,
    by: THE_SERVER,
    onChecksMade,
  };
  const keeper = new Keeper(ledger);
  const { allowsPrivateWebhooks = false, chance = () => 0 } = settings;
  const deliverer = new Deliverer({ database, now, chance, allowsPrivate: allowsPrivateWebhooks });
  const identity = deviceTokens(database, now);
  let app: ReturnType<typeof createApp> | null = null;
  // Its own address is known once it listens; nothing is answered before the next line but one.
  const patience = settings.patience ?? PATIENCE;
  const server = createAdaptorServer({
    serverOptions: {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: Math.ceil(patience.headersMs / 3),
    },
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  });
  const stop = createStop(server);
  let port: number;
  let url: string;
  try {
    port = await listen(server, host, settings.port);
    url = urlOf(host, port);
    const secret = settings.identity?.secret ?? keptSecret(settings.databaseUrl);
    const people = createIdentityServices(ledger, { ...settings.identity, secret, url, elapsedMs });
    app = createApp({
      ledger,
      identity,
      people,
      log,
      metrics,
      elapsedMs,
      allowsPrivateWebhooks,
      patienceMs: patience.answerMs,
    });
  } catch (error) {
    if (server.listening) await stop();
    await database.close();
    throw error;
  }
  return {
    url,
    port,
    ledger,
    addresses: app.routes,
    tick: () => tick(ledger, keeper),
    deliver: () => deliverer.deliver(),
    close: async () => {
      await deliverer.close();
      await stop();
      await database.close();
    },
  };
}
