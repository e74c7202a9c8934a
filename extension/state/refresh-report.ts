import type { Ports } from '#extension/state/ports.ts';
import { createRefresher } from '#extension/state/refresh-kept.ts';

const DAYS = 90;
/** A day is added once a day; what comes late changes the others by little. */
const FRESH_MS = 5 * 60_000;

/** Fetches the seat's figures day by day, and LinkedIn's own beside them. */
export function createReportRefresher(ports: Ports): () => Promise<void> {
  const { api, stored } = ports;
  return createRefresher(ports, {
    item: stored.report,
    freshMs: FRESH_MS,
    async ask(credentials, seat) {
      const [series, usage] = await Promise.all([
        api.series(credentials, seat, DAYS),
        api.usage(credentials, seat),
      ]);
      return series.ok && usage.ok ? { series: series.value, usage: usage.value } : null;
    },
    kept: (answered, receivedAt) => ({ ...answered, receivedAt }),
  });
}
