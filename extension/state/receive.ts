import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { hashesOf, nameText } from '#extension/state/identity-hashes.ts';
import {
  bulkHeldSchema,
  inboxReadSchema,
  leftSendSchema,
  observedSendSchema,
  pressSchema,
} from '#extension/state/message-schemas.ts';
import type { ObservedSend } from '#extension/state/messages.ts';
import { entriesOfInbox, textsOf } from '#extension/state/observed-answers.ts';
import { entriesOfSend, type Recipient } from '#extension/state/observed-events.ts';
import type { Ports } from '#extension/state/ports.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';

/** What is done with what the page's scripts tell; each resolves once it is kept for good. */
export type Receiver = {
  keepSend(raw: unknown): Promise<void>;
  /** What a page left as it went away; never taken for another seat's than its own. */
  keepLeft(raw: unknown): Promise<void>;
  keepInbox(raw: unknown): Promise<void>;
  keepHold(raw: unknown): Promise<void>;
  keepAcknowledgement(raw: unknown): Promise<void>;
};

type SeatCredentials = Credentials & { identity: { seat: string } };

/** @throws what a schema says of a message that is not one of ours. */
export function createReceiver(ports: Ports): Receiver {
  const add = async (credentials: SeatCredentials, send: ObservedSend): Promise<void> => {
    const recipients = await recipientsOf(ports, credentials, send);
    const id = send.id ?? ports.newId();
    const at = await notAhead(ports, send.at);
    await ports.outbox.add(entriesOfSend(credentials, { ...send, at }, id, recipients));
  };
  return {
    async keepSend(raw) {
      const send = observedSendSchema.parse(raw);
      const credentials = await readSeat(ports);
      if (credentials !== null) await add(credentials, send);
    },
    async keepLeft(raw) {
      // What is not one of ours would lie there for ever.
      const { data } = leftSendSchema.safeParse(raw);
      const credentials = await readSeat(ports);
      if (data === undefined || credentials === null) return;
      const { contract, seat, ...send } = data;
      const { identity } = credentials;
      const isOurs = identity.contract.id === contract && identity.seat === seat;
      if (isOurs) await add(credentials, send);
    },
    async keepInbox(raw) {
      const read = inboxReadSchema.parse(raw);
      const credentials = await readSeat(ports);
      if (credentials === null) return;
      const hashes = await hashesOf(ports, credentials, textsOf(read));
      if (hashes === null) return;
      const at = await notAhead(ports, read.at);
      await ports.outbox.add(entriesOfInbox(credentials, { ...read, at }, hashes));
    },
    async keepHold(raw) {
      const { id, at, surface, recipients } = bulkHeldSchema.parse(raw);
      const credentials = await readSeat(ports);
      if (credentials === null) return;
      const hold = { id, at: formatInstant(await notAhead(ports, at)), surface, recipients };
      await ports.outbox.add([{ kind: 'held', id, account: accountOf(credentials), hold }]);
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
  };
}

/** Null when this browser speaks for no seat: then nothing is kept. */
async function readSeat({ vault }: Ports): Promise<SeatCredentials | null> {
  const credentials = await vault.read();
  if (credentials === null || credentials.identity.seat === null) return null;
  const { seat } = credentials.identity;
  return { ...credentials, identity: { ...credentials.identity, seat } };
}

/** What of the people that a send went to leaves this browser. */
async function recipientsOf(
  ports: Ports,
  credentials: Credentials,
  { memberIds, names = [] }: ObservedSend,
): Promise<Recipient[]> {
  const texts = memberIds.flatMap((memberId, index) => [memberId, nameText(names[index] ?? '')]);
  const hashes = (texts.length === 0 ? null : await hashesOf(ports, credentials, texts)) ?? [];
  return memberIds.flatMap((_, index) => {
    const [recipient, nameHash] = [hashes[index * 2], hashes[index * 2 + 1]];
    if (recipient === undefined) return [];
    const hasName = (names[index] ?? null) !== null && nameHash !== undefined;
    return [hasName ? { recipient, nameHash } : { recipient }];
  });
}

/** A page whose idea of the server's clock is old must not report from the future. */
async function notAhead({ now, stored }: Ports, at: Instant): Promise<Instant> {
  return Math.min(at, now() + (await stored.clockOffsetMs.getValue()));
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
