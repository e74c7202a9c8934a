import { createTurns } from '#extension/state/in-turn.ts';
import { accountOf } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';

const DAYS = 90;
/** A day is added once a day; what comes late changes the others by little. */
const FRESH_MS = 5 * 60_000;

/**
 * Fetches the seat's figures day by day, unless they are fresh. A fault leaves what is there: the
 * reading, which is asked for beside it, says how the connection is.
 */
export function createReportRefresher(ports: Ports): () => Promise<void> {
  const inTurn = createTurns();
  return () => inTurn(() => refresh(ports));
}

async function refresh({ vault, stored, api, now }: Ports): Promise<void> {
  const credentials = await vault.read();
  if (credentials === null || credentials.identity.seat === null) return;
  const kept = await stored.report.getValue();
  const ageMs = kept === null ? Number.POSITIVE_INFINITY : now() - kept.receivedAt;
  if (ageMs >= 0 && ageMs < FRESH_MS) return;
  const { seat } = credentials.identity;
  const [series, usage] = await Promise.all([
    api.series(credentials, seat, DAYS),
    api.usage(credentials, seat),
  ]);
  const current = await vault.read();
  const isStillOurs = current !== null && accountOf(current) === accountOf(credentials);
  if (!isStillOurs || !series.ok || !usage.ok) return;
  await stored.report.setValue({ series: series.value, usage: usage.value, receivedAt: now() });
}
