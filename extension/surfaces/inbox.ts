import { find, findAll } from '#extension/surfaces/find.ts';
import { plainName } from '#extension/surfaces/nav.ts';
import { surface, type Part } from '#extension/surfaces/surface.ts';

const threads: Part = [['[data-test-thread-list-column]', '2026-06', 'B']];
const card: Part = [
  ['[data-test-conversation-card-container][data-test-conversation-urn]', '2026-06', 'B'],
];
const participant: Part = [['[data-test-participant-name]', '2026-06', 'B']];
const replyStatus: Part = [['[data-test-latest-reply-status]', '2026-06', 'B']];

/**
 * The inbox. Of a card the conversation, the name and the state are read; what was written is not.
 * Nothing is shown here.
 */
export const inbox = /* @__PURE__ */ surface({
  name: 'inbox',
  path: /^\/talent\/inbox(\/.*)?$/,
  parts: { threads, card, participant, replyStatus },
  required: ['threads'],
  bulk: null,
});

/** The state of a conversation; `unread` for a word that is not known, which is never guessed at. */
export type ReplyState = 'accepted' | 'declined' | 'awaiting' | 'unread';

/** As the state reads in the languages that we speak, in any spelling of upper and lower case. */
const STATES: Readonly<Record<Exclude<ReplyState, 'unread'>, readonly string[]>> = {
  accepted: ['accepted', 'angenommen', 'aceptado', 'aceptada', 'accepté', 'acceptée'],
  declined: [
    'declined',
    'not interested',
    'abgelehnt',
    'kein interesse',
    'rechazado',
    'rechazada',
    'no interesado',
    'décliné',
    'déclinée',
    'refusé',
    'refusée',
    'pas intéressé',
  ],
  awaiting: [
    'awaiting reply',
    'pending',
    'antwort ausstehend',
    'ausstehend',
    'pendiente de respuesta',
    'pendiente',
    'en attente de réponse',
    'en attente',
  ],
};

export function readReplyState(text: string): ReplyState {
  const word = plainName(text).toLowerCase();
  if (STATES.accepted.includes(word)) return 'accepted';
  if (STATES.declined.includes(word)) return 'declined';
  return STATES.awaiting.includes(word) ? 'awaiting' : 'unread';
}

export type ConversationSeen = Readonly<{
  /** Recruiter's id of it. */
  id: string;
  name: string;
  state: ReplyState;
}>;

/** `urn:li:messagingThread:2-ABC` is the conversation that an address calls `2-ABC`. */
function conversationIn(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}

/** The conversations whose cards are drawn now; a card without a name or a state says nothing. */
export function conversationsIn(root: ParentNode): ConversationSeen[] {
  return findAll(card, root).flatMap((element) => {
    const id = conversationIn(element.getAttribute('data-test-conversation-urn') ?? '');
    const [shownName, shownState] = [find(participant, element), find(replyStatus, element)];
    if (id === '' || shownName === null || shownState === null) return [];
    const name = plainName(shownName.textContent);
    return name === '' ? [] : [{ id, name, state: readReplyState(shownState.textContent) }];
  });
}
