import { inventId, type Chance } from './people.ts';
import type { ComposerKind, Conversation, PostRequest, Recipient, ReplyStatus } from './wire.ts';

/** One press of Send that arrived. */
export type SentMessage = {
  id: string;
  /** Milliseconds, by the clock that was handed in. */
  at: number;
  /** What the page said it was; one recipient may still be a bulk send. */
  kind: ComposerKind;
  /** Address of the page it was sent from. */
  page: string;
  recipients: Recipient[];
  subject: string;
  body: string;
};

type Sending = Omit<PostRequest, 'elements'> & {
  elements: (PostRequest['elements'][number] & { name: string })[];
};

export type SeenRequest = {
  at: number;
  method: string;
  /** With the query. */
  path: string;
  /** Header Origin; an extension's own requests name the extension here. */
  origin: string | null;
  /** Header Sec-Fetch-Site. */
  fetchSite: string | null;
  /** Whether the cookie of the seat came along, as it must not with requests of an extension. */
  withCookie: boolean;
};

const EARLIER_MS = 80 * 86_400_000;

const PREPARED_REPLY = {
  accepted: 'Thank you for your message. I would like to hear more.',
  declined: 'Thank you, but this is not for me at the moment.',
} as const;

/** Remembers what arrived: a test can ask for it, and the inbox shows it. */
export class Mailbox {
  readonly sent: SentMessage[] = [];
  readonly conversations: Conversation[] = [];
  readonly #ofMessage = new Map<string, Conversation[]>();
  readonly #chance: Chance;
  readonly #now: () => number;

  constructor(chance: Chance, now: () => number) {
    this.#chance = chance;
    this.#now = now;
  }

  receive(sending: Sending): SentMessage {
    const [first] = sending.elements;
    const message: SentMessage = {
      id: `message-${this.sent.length + 1}`,
      at: this.#now(),
      kind: sending.composer,
      page: sending.page,
      recipients: sending.elements.map(({ recipient, name }) => ({ memberId: recipient, name })),
      subject: first?.subject ?? '',
      body: first?.body ?? '',
    };
    this.sent.push(message);
    this.#ofMessage.set(
      message.id,
      message.recipients.map((member) =>
        this.begin(member, message.subject, message.body, message.at),
      ),
    );
    return message;
  }

  begin(member: Recipient, subject: string, body: string, at: number): Conversation {
    const id = `2-${inventId(this.#chance, 30)}`;
    const conversation: Conversation = {
      id,
      urn: `urn:li:messagingThread:${id}`,
      member,
      subject,
      status: 'awaiting',
      unread: false,
      lastActivityAt: at,
      messages: [{ mine: true, body, at }],
    };
    this.conversations.push(conversation);
    return conversation;
  }

  /** Answers every conversation of a message, or the newest one with a member. */
  answer(messageOrMemberId: string, status: Exclude<ReplyStatus, 'awaiting'>): number {
    const newest = this.conversations.findLast(
      ({ member }) => member.memberId === messageOrMemberId,
    );
    const answered = this.#ofMessage.get(messageOrMemberId) ?? (newest ? [newest] : []);
    for (const conversation of answered) this.#reply(conversation, status, this.#now());
    return answered.length;
  }

  #reply(conversation: Conversation, status: 'accepted' | 'declined', at: number): void {
    conversation.status = status;
    conversation.unread = true;
    conversation.lastActivityAt = at;
    conversation.messages.push({ mine: false, body: PREPARED_REPLY[status], at });
  }

  /** Adds the seat's own line to a conversation: not an InMail, and not in `sent`. */
  write(conversationId: string, body: string): boolean {
    const conversation = this.conversations.find(({ id }) => id === conversationId);
    conversation?.messages.push({ mine: true, body, at: this.#now() });
    return conversation !== undefined;
  }

  /** Invents conversations of the twelve weeks before, more of them lately. */
  inventEarlier(members: readonly Recipient[]): void {
    for (const [index, member] of members.entries()) {
      const share = (members.length - index) / members.length;
      const at = this.#now() - share ** 2 * EARLIER_MS;
      const subject = 'A role that may suit you';
      const body = 'Hello, I am looking for somebody with your experience. Shall we talk?';
      const conversation = this.begin(member, subject, body, at);
      const dice = this.#chance();
      if (dice < 0.6) this.#reply(conversation, dice < 0.4 ? 'accepted' : 'declined', at + 7e6);
      conversation.unread &&= dice < 0.1;
    }
  }
}
