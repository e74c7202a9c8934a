import type { ApiFault } from '#extension/state/api-client.ts';
import { backoffMs, isPausing } from '#extension/state/backoff.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { flushOutbox } from '#extension/state/flush.ts';
import type { Ports } from '#extension/state/ports.ts';
import type { Connection } from '#extension/state/stored.ts';
import { NEVER_SYNCED } from '#extension/state/sync-state.ts';

/** Why the server is asked. */
export type Want = {
  /** Somebody waits for it, so that no pause after a failed try holds. */
  isUrgent: boolean;
  /** A reading that is younger than this will do. */
  maxAgeMs: number;
};

export type Synchronise = (want: Want) => Promise<void>;

/**
 * Brings server and browser to the same state: reports what waits, then fetches what is too old.
 * One run at a time, so at most one request; a call during a run is served by one more after it.
 */
export function createSynchroniser(ports: Ports, present: () => Promise<void>): Synchronise {
  let running: Promise<void> | null = null;
  let next: { want: Want; done: Promise<void> } | null = null;
  const start = (want: Want): Promise<void> => {
    running = synchronise(ports, want, present).finally(() => {
      running = null;
    });
    return running;
  };
  return (want) => {
    if (running === null) return start(want);
    if (next !== null) {
      next.want = bothOf(next.want, want);
      return next.done;
    }
    const waiting = { want, done: Promise.resolve() };
    const proceed = (): Promise<void> => {
      next = null;
      return start(waiting.want);
    };
    waiting.done = running.then(proceed, proceed);
    next = waiting;
    return waiting.done;
  };
}

function bothOf(one: Want, other: Want): Want {
  return {
    isUrgent: one.isUrgent || other.isUrgent,
    maxAgeMs: Math.min(one.maxAgeMs, other.maxAgeMs),
  };
}

async function synchronise(ports: Ports, want: Want, present: () => Promise<void>): Promise<void> {
  const credentials = await ports.vault.read();
  const { retryAt } = await ports.stored.sync.getValue();
  const mayAsk = want.isUrgent || !isPausing(retryAt, ports.now());
  if (credentials !== null && mayAsk) {
    await noteAsked(ports, credentials, await askAsRecruiter(ports, credentials, want));
  }
  await present();
}

type Asked = { wasAsked: boolean; fault: ApiFault | null };

/** For a lead there is nothing to report and no reading to fetch: a lead's pages ask by themselves. */
async function askAsRecruiter(ports: Ports, credentials: Credentials, want: Want): Promise<Asked> {
  const { outbox, api, now } = ports;
  const { seat } = credentials.identity;
  if (seat === null) return { wasAsked: false, fault: null };
  const flushed = await flushOutbox({ outbox, api, now, credentials });
  if (flushed.fault !== null) return { wasAsked: true, fault: flushed.fault };
  const wasAsked = flushed.requests > 0;
  // What was just reported is in no earlier reading.
  const isOutdated = wasAsked && !flushed.hasReading;
  const kept = await ports.keptReading.read();
  if (!isOutdated && isFresh(ports, credentials, kept, want)) return { wasAsked, fault: null };
  const answer = await api.reading(credentials, seat);
  if (!answer.ok) return { wasAsked: true, fault: answer.fault };
  const account = accountOf(credentials);
  await ports.keptReading.write({ account, reading: answer.value, receivedAt: now() });
  return { wasAsked: true, fault: null };
}

function isFresh(
  { now }: Ports,
  credentials: Credentials,
  kept: { account: string; receivedAt: number } | null,
  { maxAgeMs }: Want,
): boolean {
  if (kept === null || kept.account !== accountOf(credentials)) return false;
  const ageMs = now() - kept.receivedAt;
  // Below 0 this machine's clock was set back, and the age is not known.
  return ageMs >= 0 && ageMs < maxAgeMs;
}

/** Keeps what came of asking: how the extension stands with its server, and when to try again. */
export async function noteAsked(
  ports: Ports,
  credentials: Credentials,
  asked: Asked,
): Promise<void> {
  const current = await ports.vault.read();
  const isStillOurs = current !== null && accountOf(current) === accountOf(credentials);
  if (!asked.wasAsked || !isStillOurs || current.connection !== credentials.connection) return;
  const { fault } = asked;
  await ports.stored.connection.setValue(connectionAfter(fault));
  if (fault === null) {
    await ports.stored.sync.setValue({ ...NEVER_SYNCED, lastSyncedAt: ports.now() });
    return;
  }
  const before = await ports.stored.sync.getValue();
  const failures = before.failures + 1;
  const retryAt = ports.now() + backoffMs(failures, ports.chance());
  await ports.stored.sync.setValue({ ...before, fault: fault.code, failures, retryAt });
  ports.scheduleRetry(retryAt);
}

function connectionAfter(fault: ApiFault | null): Connection {
  if (fault === null) return 'live';
  return fault.code === 'signed_out' ? 'signed_out' : 'offline';
}
