import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Response, SendMode } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { Language } from '#shared/words/language.ts';
import type { MustReadContent } from '#shared/words/must-read-content.ts';
import type { PolicyQuestion } from '#shared/words/plain-policy-words.ts';
import type { ReportContent } from '#shared/words/report-content.ts';

/** A send that a surface saw leave, with proof. One of these becomes one event a recipient. */
export type ObservedSend = {
  /**
   * Made once by whoever saw it, at most 100 characters. A send whose keeping was not confirmed, as
   * the worker may have died, can so be told again without being counted twice.
   */
  id?: string;
  /** When Send was pressed, by the server's clock as far as it is known. */
  at: Instant;
  mode: SendMode;
  surface: string;
  /** How many it went to, from the counter or the composer, never from rows. */
  count: number;
  /** Recruiter's member ids, where they can be read; they leave the browser as keyed hashes only. */
  memberIds: readonly string[];
  /** The displayed names of these members, in their order; they too leave as keyed hashes only. */
  names?: readonly (string | null)[];
};

/** A bulk send that was held back. Nobody that it was meant for is in it. */
export type BulkHeld = {
  /** Made once by whoever saw it, so that it can be told again. */
  id: string;
  /** By the server's clock as far as it is known. */
  at: Instant;
  surface: string;
  recipients: number;
};

/** Who has answered, as the inbox shows it. A card says nothing else that is read. */
export type InboxRead = {
  /** When it was read, by the server's clock as far as it is known. */
  at: Instant;
  cards: readonly { conversation: string; name: string; outcome: Response }[];
};

/** A part of the page that could not be read when it was needed. */
export type SurfaceMiss = {
  surface: string;
  part: string;
  at: Instant;
  /** The shape of the page then, without any text. */
  outline: string;
};

/** How the page speaks that shows what it asks for. */
export type Spoken = { language: Language; timeZone: string };

/** Those whom a bulk composer is known to write to, and how many it writes to in all. */
export type RecipientsAsked = {
  language: Language;
  memberIds: readonly string[];
  recipients: number;
};

/** The open notice, every word of it. */
export type ToldNotice = { type: NoticeType; issuedAt: Instant; content: MustReadContent };

/** What is opened in a tab of its own: the page is not told where it lies. */
export type PageWanted =
  | { page: 'policy'; question: PolicyQuestion; language: Language }
  /** Where a review of the seat is asked for: a page of the extension's own. */
  | { page: 'review' }
  /** One of the contract's training links, by its place. */
  | { page: 'training'; index: number };

/** What the page's scripts tell the background worker; each resolves once it is kept for good. */
export type Protocol = {
  sendObserved: (send: ObservedSend) => void;
  inboxRead: (read: InboxRead) => void;
  bulkHeld: (held: BulkHeld) => void;
  noticeAcknowledged: (press: { notice: NoticeType; at: Instant }) => void;
  surfaceMissed: (miss: SurfaceMiss) => void;
  /** Recruiter came into view: the reading should be at most a minute old. */
  readingWanted: () => void;
  /**
   * A report of Recruiter's is in view. Answered with what is to be shown beside it, by what is
   * stored; what is older than it should be is fetched, and told as a change of what is stored.
   */
  reportWanted: (spoken: Spoken) => ReportContent | null;
  /** The chip's card is open: answered with what it says. */
  cardWanted: (spoken: Spoken) => CardContent | null;
  /** A notice is open: answered with what it says. */
  noticeWanted: (spoken: Spoken) => ToldNotice | null;
  /**
   * A bulk composer is open: answered with what is known of those that it writes to, null where
   * that is nothing.
   */
  recipientsWanted: (asked: RecipientsAsked) => string | null;
  /** Somebody pressed a link of ours. */
  pageWanted: (wanted: PageWanted) => void;
};

export const messages = defineExtensionMessaging<Protocol>();
