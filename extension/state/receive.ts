import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { createTurns } from '#extension/state/in-turn.ts';
import { missSchema, observedSendSchema, pressSchema } from '#extension/state/message-schemas.ts';
import type { ObservedSend } from '#extension/state/messages.ts';
import { withMiss } from '#extension/state/misses.ts';
import { entriesOfSend } from '#extension/state/observed-events.ts';
import type { Ports } from '#extension/state/ports.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';

/** What is done with what the page's scripts tell; each resolves once it is kept for good. */
export type Receiver = {
  keepSend(raw: unknown): Promise<void>;
  keepAcknowledgement(raw: unknown): Promise<void>;
  keepMiss(raw: unknown): Promise<void>;
};

type SeatCredentials = Credentials & { identity: { seat: string } };

/** @throws what a schema says of a message that is not one of ours. */
export function createReceiver(ports: Ports): Receiver {
  const inTurn = createTurns();
  return {
    async keepSend(raw) {
      const send = observedSendSchema.parse(raw);
      const credentials = await readSeat(ports);
      if (credentials === null) return;
      const recipients = await hashesOf(ports, credentials, send);
      const id = send.id ?? ports.newId();
      // A page whose idea of the server's clock is old must not report from the future.
      const at = Math.min(send.at, ports.now() + (await ports.stored.clockOffsetMs.getValue()));
      await ports.outbox.add(entriesOfSend(credentials, { ...send, at }, id, recipients));
    },
    async keepAcknowledgement(raw) {
      const { notice, at } = pressSchema.parse(raw);
      const credentials = await readSeat(ports);
      if (credentials === null) return;
      const pressedAt = await notBeforeIssue(ports, credentials, notice, at);
      const id = ports.newId();
      const acknowledgement = { id, notice, at: formatInstant(pressedAt) };
      const { seat } = credentials.identity;
      const account = accountOf(credentials);
      await ports.outbox.add([{ kind: 'acknowledged', id, account, seat, acknowledgement }]);
    },
    async keepMiss(raw) {
      const miss = missSchema.parse(raw);
      const { misses } = ports.stored;
      await inTurn(async () => misses.setValue(withMiss(await misses.getValue(), miss)));
    },
  };
}

/** Null when this browser speaks for no seat: then nothing is kept. */
async function readSeat({ vault }: Ports): Promise<SeatCredentials | null> {
  const credentials = await vault.read();
  if (credentials === null || credentials.identity.seat === null) return null;
  const { seat } = credentials.identity;
  return { ...credentials, identity: { ...credentials.identity, seat } };
}

async function hashesOf(
  { hashRecipients }: Ports,
  { identity }: Credentials,
  { memberIds }: ObservedSend,
): Promise<string[]> {
  if (identity.recipientKey === null || memberIds.length === 0) return [];
  try {
    return await hashRecipients(identity.recipientKey, memberIds);
  } catch {
    // A key that cannot be used costs the recipients, never the send.
    return [];
  }
}

/**
 * A press that a clock puts before its notice would count for nothing. Nobody can press CONTINUE on
 * a notice that is not there yet, so that it is the clock that is wrong.
 */
async function notBeforeIssue(
  { keptReading }: Ports,
  credentials: Credentials,
  notice: NoticeType,
  at: Instant,
): Promise<Instant> {
  const kept = await keptReading.read();
  const open = kept?.account === accountOf(credentials) ? kept.reading.notice : null;
  return open?.type === notice ? Math.max(at, open.issuedAt) : at;
}
