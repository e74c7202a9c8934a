import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { createTurns } from '#extension/state/in-turn.ts';
import type { KeptReading } from '#extension/state/kept.ts';
import type { OutboxEntry } from '#extension/state/outbox-entry.ts';
import type { Ports } from '#extension/state/ports.ts';
import { letThrough, surfacesOffFor } from '#extension/state/surfaces-off.ts';
import type { StoredReading } from '#extension/state/stored.ts';
import { carryForward, type Unsent } from '#shared/policy/carry-forward.ts';
import { parseInstant } from '#shared/policy/instant.ts';

/**
 * Makes what is stored for the page, the popup and the toolbar from what is kept: always from the
 * server's own reading and everything that still waits, so that doing it again changes nothing.
 */
export function createPresenter(ports: Ports): () => Promise<void> {
  // In turn, as an older picture must not be written over a newer one.
  const inTurn = createTurns();
  return () => inTurn(() => present(ports));
}

async function present(ports: Ports): Promise<void> {
  const credentials = await ports.vault.read();
  if (credentials === null) return presentNothing(ports);
  const account = accountOf(credentials);
  const [kept, waiting, aside] = await Promise.all([
    ports.keptReading.read(),
    ports.outbox.waiting(account),
    ports.outbox.countAside(account),
  ]);
  // What the inbox showed and what was held are no sends that somebody would wait for.
  const own = waiting.filter(({ kind }) => kind !== 'observed' && kind !== 'held');
  await ports.stored.backlog.setValue({ waiting: own.length, aside });
  const isOurs = kept !== null && kept.account === account;
  await presentReading(ports, credentials, isOurs ? kept : null, waiting);
}

async function presentReading(
  { stored, now, showBadge, version }: Ports,
  credentials: Credentials,
  kept: KeptReading | null,
  waiting: readonly OutboxEntry[],
): Promise<void> {
  const connection = await stored.connection.getValue();
  if (kept === null) {
    await Promise.all([stored.reading.setValue(null), stored.gate.setValue(null)]);
    return showBadge(connection, null, now());
  }
  const clockOffsetMs = kept.reading.asOf - kept.receivedAt;
  const reading = carryForward(kept.reading, waiting.flatMap(unsentOf), now() + clockOffsetMs);
  const surfacesOff = surfacesOffFor(reading.surfacesOff, version);
  const isCarriedForward = reading !== kept.reading;
  const shown: StoredReading = { reading, isCarriedForward, surfacesOff };
  const lets = letThrough(surfacesOff);
  const contractName = credentials.identity.contract.name;
  await Promise.all([
    stored.reading.setValue(shown),
    stored.gate.setValue({ gate: reading.gate, contractName, clockOffsetMs, lets }),
    stored.clockOffsetMs.setValue(clockOffsetMs),
  ]);
  await showBadge(connection, shown, now() + clockOffsetMs);
}

function unsentOf(entry: OutboxEntry): Unsent[] {
  // What an answer settles is the server's to say.
  if (entry.kind === 'observed' || entry.kind === 'held') return [];
  const at = parseInstant(entry.kind === 'sent' ? entry.event.at : entry.acknowledgement.at);
  if (at === null) return [];
  return entry.kind === 'sent'
    ? [{ type: 'sent', at }]
    : [{ type: 'acknowledged', notice: entry.acknowledgement.notice, at }];
}

async function presentNothing({ stored, now, showBadge }: Ports): Promise<void> {
  await Promise.all([
    stored.connection.setValue('not_connected'),
    stored.reading.setValue(null),
    stored.gate.setValue(null),
    stored.backlog.setValue({ waiting: 0, aside: 0 }),
  ]);
  await showBadge('not_connected', null, now());
}
