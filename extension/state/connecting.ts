import type { ApiTarget } from '#extension/state/api-client.ts';
import { accountOf } from '#extension/state/credentials.ts';
import type { ConnectOutcome } from '#extension/state/own-messages.ts';
import type { Ports } from '#extension/state/ports.ts';
import { NEVER_SYNCED } from '#extension/state/sync-state.ts';

/**
 * Asks the server who the token speaks for and, if it is a person, connects. What waits for another
 * seat stays in the outbox until that seat is connected again.
 */
export async function connectTo(ports: Ports, target: ApiTarget): Promise<ConnectOutcome> {
  const answer = await ports.api.me(target);
  if (!answer.ok) return { ok: false, code: answer.fault.code };
  const identity = answer.value;
  const isPerson = identity.role === 'lead' || identity.role === 'admin' || identity.seat !== null;
  if (identity.role === 'feed' || !isPerson) return { ok: false, code: 'not_a_person' };
  const credentials = { server: target.server, token: target.token, identity };
  const kept = await ports.keptReading.read();
  if (kept !== null && kept.account !== accountOf(credentials)) await forgetSeen(ports);
  await ports.stored.report.setValue(null);
  await ports.vault.write(credentials);
  await ports.stored.sync.setValue({ ...NEVER_SYNCED, lastSyncedAt: ports.now() });
  await ports.stored.connection.setValue('live');
  return { ok: true, identity };
}

/** Forgets the token and what was seen with it; what waits to be reported stays. */
export async function disconnectFrom(ports: Ports): Promise<void> {
  await ports.vault.clear();
  await forgetSeen(ports);
  await ports.stored.sync.setValue(NEVER_SYNCED);
  await ports.stored.connection.setValue('not_connected');
}

async function forgetSeen({ keptReading, keptSeats, stored }: Ports): Promise<void> {
  await Promise.all([
    keptReading.clear(),
    keptSeats.clear(),
    stored.misses.setValue([]),
    stored.report.setValue(null),
  ]);
}
