import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { conversationText, nameText } from '#extension/state/identity-hashes.ts';
import type { InboxRead } from '#extension/state/messages.ts';
import type { ObservedEntry, OutboxEntry } from '#extension/state/outbox-entry.ts';
import { formatInstant } from '#shared/policy/instant.ts';

/** What has to be hashed of a reading of the inbox: of each card the conversation, then the name. */
export function textsOf({ cards }: InboxRead): string[] {
  return cards.flatMap(({ conversation, name }) => [
    conversationText(conversation),
    nameText(name),
  ]);
}

/**
 * A reading of the inbox as entries: one for each answer, and one that it was read. An answer's id
 * follows from its conversation and state alone, so that it stays one however often it is read.
 * @param hashes of `textsOf` the same reading, in their order.
 */
export function entriesOfInbox(
  credentials: Credentials & { identity: { seat: string } },
  { at, cards }: InboxRead,
  hashes: readonly string[],
): OutboxEntry[] {
  const { seat } = credentials.identity;
  const base = { kind: 'observed', account: accountOf(credentials), readAt: formatInstant(at) };
  const answers = cards.flatMap(({ outcome }, index): ObservedEntry[] => {
    const [conversation, recipient] = [hashes[index * 2], hashes[index * 2 + 1]];
    if (conversation === undefined || recipient === undefined) return [];
    const id = `${conversation}.${outcome}`;
    const observation = { id, at: base.readAt, seat, recipient, conversation, outcome };
    return [{ ...base, kind: 'observed', id, observation }];
  });
  const read: ObservedEntry = {
    ...base,
    kind: 'observed',
    id: `inbox-read.${at}`,
    observation: null,
  };
  return [...answers, read];
}
