import type { StartFeature } from '#extension/features/feature.ts';
import type { InboxRead } from '#extension/state/messages.ts';
import { conversationsIn } from '#extension/surfaces/inbox.ts';
import type { Response } from '#shared/policy/events.ts';

/** How often it is said that the inbox was read, where it shows nothing new. */
const READ_EVERY_MS = 5 * 60_000;
const MOST_AT_ONCE = 500;

/** Who has answered, read from the inbox while somebody looks at it. Nothing is shown there. */
export const startInboxAnswers: StartFeature = ({ tell, now, miss }) => {
  /** The state that each conversation was told with; the worker keeps each for good. */
  const told = new Map<string, Response>();
  let readAt = Number.NEGATIVE_INFINITY;
  return ({ view, seen }) => {
    if (seen.page !== 'inbox' || !view.isHere) return;
    const shown = conversationsIn(document);
    // A list without cards may not have come yet; it says nothing of anybody.
    if (shown.length === 0) return;
    if (shown.some(({ state }) => state === 'unread')) miss('inbox', 'replyStatus');
    const fresh = shown.flatMap(({ id, name, state }): InboxRead['cards'][number][] => {
      const isAnswer = state === 'accepted' || state === 'declined';
      return isAnswer && told.get(id) !== state ? [{ conversation: id, name, outcome: state }] : [];
    });
    const at = now();
    if (fresh.length === 0 && at - readAt < READ_EVERY_MS) return;
    readAt = at;
    const cards = fresh.slice(0, MOST_AT_ONCE);
    for (const { conversation, outcome } of cards) told.set(conversation, outcome);
    tell.inbox({ at, cards }).catch(() => {
      // The next look tells them again.
      for (const { conversation } of cards) told.delete(conversation);
    });
  };
};
