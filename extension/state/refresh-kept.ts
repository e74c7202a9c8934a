import { createTurns } from '#extension/state/in-turn.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import type { Item, Ports } from '#extension/state/ports.ts';
import type { Instant } from '#shared/policy/instant.ts';

type Received = {
  /** When it arrived, by this machine's clock. */
  receivedAt: Instant;
};

export type Refreshing<Kept extends Received> = {
  item: Item<Kept | null>;
  /** What is younger than this will do. */
  freshMs: number;
  /** Null where the server did not answer. */
  ask: (credentials: Credentials, seat: string) => Promise<Omit<Kept, 'receivedAt'> | null>;
  /** Puts what was answered together with when that was. */
  kept: (answered: Omit<Kept, 'receivedAt'>, receivedAt: Instant) => Kept;
};

/**
 * Fetches something about the own seat, unless what is there is fresh. A fault leaves what is there:
 * the reading, which is asked for beside it, says how the connection is.
 */
export function createRefresher<Kept extends Received>(
  { vault, now }: Ports,
  { item, freshMs, ask, kept }: Refreshing<Kept>,
): () => Promise<void> {
  const inTurn = createTurns();
  const refresh = async (): Promise<void> => {
    const credentials = await vault.read();
    if (credentials === null || credentials.identity.seat === null) return;
    const before = await item.getValue();
    const ageMs = before === null ? Number.POSITIVE_INFINITY : now() - before.receivedAt;
    if (ageMs >= 0 && ageMs < freshMs) return;
    const answered = await ask(credentials, credentials.identity.seat);
    const current = await vault.read();
    const isStillOurs = current !== null && accountOf(current) === accountOf(credentials);
    if (isStillOurs && answered !== null) await item.setValue(kept(answered, now()));
  };
  return () => inTurn(refresh);
}
