import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import type { ObservedSend } from '#extension/state/messages.ts';
import type { OutboxEntry, SentEventJson } from '#extension/state/outbox-entry.ts';
import { formatInstant } from '#shared/policy/instant.ts';

/** Keyed hashes: of the member's id and, where it could be read, of the displayed name. */
export type Recipient = Pick<SentEventJson, 'recipient' | 'nameHash'>;

/**
 * One observed send as events, one a recipient; those of a bulk send share a batch.
 * @param id the send's, made once: its events' ids follow from it, so that a send that is told
 *   twice gives the same events twice.
 * @param recipients those whose member ids could be read; for the others nothing is made up.
 */
export function entriesOfSend(
  credentials: Credentials & { identity: { seat: string } },
  send: ObservedSend,
  id: string,
  recipients: readonly Recipient[],
): OutboxEntry[] {
  const { seat } = credentials.identity;
  const account = accountOf(credentials);
  return Array.from({ length: send.count }, (_, index) => {
    const event: SentEventJson = {
      id: `${id}.${index}`,
      type: 'inmail.sent',
      at: formatInstant(send.at),
      seat,
      inmail: `${id}.${index}`,
      mode: send.mode,
      surface: send.surface,
      ...(send.mode === 'bulk' ? { batch: id } : {}),
      ...recipients[index],
    };
    return { kind: 'sent', id: event.id, account, event };
  });
}
