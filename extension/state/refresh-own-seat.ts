import type { Ports } from '#extension/state/ports.ts';
import { createRefresher } from '#extension/state/refresh-kept.ts';
import { MOST_LEAVING_DAYS } from '#shared/wire/leaving.ts';

/** With every reading: what waits and what leaves is only told where it fits the reading. */
const FRESH_MS = 0;
/** More than anybody reads in a popup; the ledger has them all. */
const MOST_CHANGES = 12;

/** Fetches what leaves the own seat's window next, and what happened to its standing. */
export function createOwnSeatRefresher(ports: Ports): () => Promise<void> {
  const { team } = ports.api;
  return createRefresher(ports, {
    item: ports.stored.ownSeat,
    freshMs: FRESH_MS,
    async ask(credentials, seat) {
      const [leaving, history] = await Promise.all([
        team.leaving(credentials, { seat, days: MOST_LEAVING_DAYS }),
        team.history(credentials, { seat }),
      ]);
      if (!leaving.ok || !history.ok) return null;
      const changes = history.value.changes.slice(0, MOST_CHANGES);
      return { leaving: leaving.value, changes };
    },
    kept: (answered, receivedAt) => ({ ...answered, receivedAt }),
  });
}
