import { accountOf, type Credentials, type Tokens } from '#extension/state/credentials.ts';
import { isAllowedBy } from '#extension/state/managed-values.ts';
import type { Ports } from '#extension/state/ports.ts';
import { NEVER_SYNCED } from '#extension/state/sync-state.ts';

/**
 * What is kept and shown from the moment of a connection on. What waits for another seat stays in
 * the outbox until that seat is connected again.
 */
export async function beginAs(ports: Ports, credentials: Credentials): Promise<void> {
  const kept = await ports.keptReading.read();
  if (kept !== null && kept.account !== accountOf(credentials)) await forgetSeen(ports);
  await Promise.all([ports.stored.report.setValue(null), ports.stored.ownSeat.setValue(null)]);
  await ports.stored.sync.setValue({ ...NEVER_SYNCED, lastSyncedAt: ports.now() });
  await ports.stored.connection.setValue('live');
}

/** Forgets the tokens and what was seen with them; what waits to be reported stays. */
export async function disconnectFrom(ports: Ports, present: () => Promise<void>): Promise<void> {
  const [credentials, tokens] = await Promise.all([ports.vault.read(), ports.vault.tokens()]);
  await ports.vault.disconnect();
  await forgetSeen(ports);
  await ports.stored.sync.setValue(NEVER_SYNCED);
  await ports.stored.connection.setValue('not_connected');
  await present();
  // Only now, as the server may be long in answering, or never answer.
  if (credentials !== null && tokens !== null) await endDevice(ports, credentials.server, tokens);
}

/** Has the server forget a device too; one that cannot be reached keeps it until it goes unused. */
export async function endDevice(
  { connectApi }: Pick<Ports, 'connectApi'>,
  server: string,
  { accessToken, refreshToken }: Tokens,
): Promise<void> {
  const ended = await connectApi.end(server, accessToken);
  if (ended.ok || ended.fault.code !== 'signed_out') return;
  const fresh = await connectApi.fetchTokens(server, { grant: 'refresh', refreshToken });
  if (fresh.ok) await connectApi.end(server, fresh.value.accessToken);
}

/** Ends a connection that what an organisation sets speaks against, as soon as it does. */
export async function keepToManaged(ports: Ports, present: () => Promise<void>): Promise<void> {
  const [managed, credentials] = await Promise.all([ports.readManaged(), ports.vault.read()]);
  if (credentials === null || isAllowedBy(managed, credentials)) return;
  const { server } = credentials;
  await ports.stored.pairing.setValue({ phase: 'ended', server, code: 'not_as_managed' });
  await disconnectFrom(ports, present);
}

async function forgetSeen({ keptReading, keptSeats, stored }: Ports): Promise<void> {
  await Promise.all([
    keptReading.clear(),
    keptSeats.clear(),
    stored.misses.setValue([]),
    stored.report.setValue(null),
    stored.ownSeat.setValue(null),
  ]);
}
