import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#server/db/database.ts';
import { hasAllMigrations } from '#server/db/migrations.ts';
import { overdueMs } from '#server/standing/overdue.ts';
import { HOUR_MS, type Instant } from '#shared/policy/instant.ts';

const MINUTE_MS = HOUR_MS / 60;
/** Who asks is a supervisor that gives up by itself after some seconds. */
const PATIENCE_MS = 2000;

/** What has to work for the server to be of use, and whether it does. */
export const PARTS = ['database', 'writes', 'migrations', 'checks'] as const;
type Part = (typeof PARTS)[number];
export type PartState = 'ok' | 'failing';
export type Readiness = () => Promise<Record<Part, PartState>>;

/** Runs one probe at a time, so that a stuck one does not gather others behind it. */
function oneAtATime(probe: () => Promise<boolean>): () => Promise<boolean> {
  let underWay: Promise<boolean> | null = null;
  return () => {
    underWay ??= probe()
      .catch(() => false)
      .finally(() => (underWay = null));
    return underWay;
  };
}

async function inTime(probe: () => Promise<boolean>): Promise<PartState> {
  const stop = new AbortController();
  const late = sleep(PATIENCE_MS, false, { signal: stop.signal }).catch(() => false);
  const isOk = await Promise.race([probe(), late]);
  stop.abort();
  return isOk ? 'ok' : 'failing';
}

/** Asks each part by using it: an empty write goes through the queue and takes the lock. */
export function readinessOf(database: Database, now: () => Instant): Readiness {
  const probes = {
    database: oneAtATime(() =>
      database.read(async (reader) => (await reader.all('select 1')).length === 1),
    ),
    writes: oneAtATime(() => database.write(async () => true)),
    migrations: oneAtATime(() => database.read(hasAllMigrations)),
    checks: oneAtATime(async () => (await overdueMs(database, now())) <= MINUTE_MS),
  };
  return async () => {
    const [isReadable, writes, migrations, checks] = await Promise.all([
      inTime(probes.database),
      inTime(probes.writes),
      inTime(probes.migrations),
      inTime(probes.checks),
    ]);
    return { database: isReadable, writes, migrations, checks };
  };
}
