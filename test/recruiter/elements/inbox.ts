import { known } from './known.ts';

/** The inbox. Cards carry no link to a profile: a card is matched by name or by conversation. */
export const INBOX = {
  threads: known('aside', '[data-test-thread-list-column]', 'B', '2026-06', 'conversations'),
  card: known(
    'li',
    '[data-test-conversation-card-container][data-test-conversation-urn]',
    'B',
    '2026-06',
    'one conversation; the value is its URN',
  ),
  cardLink: known('a', '[data-test-conversation-card]', 'B', '2026-06', 'opens it'),
  participant: known('span', '[data-test-participant-name]', 'B', '2026-06', 'with whom'),
  lastActivity: known('span', '[data-test-last-activity-time]', 'B', '2026-06', 'when'),
  replyStatus: known(
    'span',
    '[data-test-latest-reply-status]',
    'B',
    '2026-06',
    'a state such as Accepted, in the language of the seat; says nothing of direction',
  ),
  unread: known('span', '[data-test-unread-badge]', 'B', '2026-06', 'unread'),
  message: known('li', '[data-test-message-list-item]', 'B', '2026-06', 'one message'),
  sender: known(
    'span',
    '[data-test-message-sender-name]',
    'B',
    '2026-06',
    'only on the first of consecutive messages',
  ),
  messageBody: known('div', '[data-test-rich-message-body]', 'B', '2026-06', 'its text'),
  replyBox: known('div', '[data-test-base-composer-textarea]', 'C', null, 'answer'),
  replyText: known(
    'textarea',
    '[data-test-compose-textarea-input]',
    'C',
    null,
    'text of the answer',
  ),
};
