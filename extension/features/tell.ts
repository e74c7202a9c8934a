import { browser } from 'wxt/browser';
import type {
  BulkHeld,
  InboxRead,
  ObservedSend,
  PageWanted,
  Protocol,
  RecipientsAsked,
  Spoken,
  SurfaceMiss,
  ToldNotice,
} from '#extension/state/messages.ts';
import { leaveSend, type LeftSend } from '#extension/state/left-sends.ts';
import { contractNameIn } from '#extension/surfaces/nav.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { ReportContent } from '#shared/words/report-content.ts';

type Answer<Result> = { res?: Result; err?: { message?: string } } | undefined;

/**
 * Says one thing to the worker, in the form in which `messages` hears it; the library itself, with
 * all that it can receive, would go into every page of Recruiter.
 * @throws when the worker did not do it.
 */
async function say<Type extends keyof Protocol>(
  type: Type,
  data: Parameters<Protocol[Type]>[0],
): Promise<ReturnType<Protocol[Type]> | null> {
  // Pages of the retired product show none: the worker goes by what the tab showed before.
  const contract = contractNameIn(document);
  const message = { id: 0, type, data, timestamp: Date.now(), contract };
  type Result = ReturnType<Protocol[Type]>;
  const answer = await browser.runtime.sendMessage<typeof message, Answer<Result>>(message);
  // Without an answer nobody was there to give one.
  if (answer === undefined || answer.err !== undefined) throw new Error(answer?.err?.message);
  return answer.res ?? null;
}

const AGAIN_AFTER_MS = [1_000, 5_000, 30_000];

/** The worker may die while it is told something; whatever has an id may be told again. */
async function insist(tell: () => Promise<unknown>): Promise<void> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      await tell();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, waitMs));
    }
  }
  await tell();
}

/** What the overlay tells the background worker. */
export type Tell = Readonly<{
  send(send: ObservedSend): Promise<void>;
  /** The same from a page that goes away. */
  left(send: LeftSend): Promise<void>;
  inbox(read: InboxRead): Promise<void>;
  held(held: BulkHeld): Promise<void>;
  /** Rejects when it could not be kept: then the notice has not been acknowledged. */
  acknowledged(notice: NoticeType, at: Instant): Promise<unknown>;
  missed(miss: SurfaceMiss): void;
  inView(): void;
  /** What is to be shown beside a report; null where there is nothing. */
  report(spoken: Spoken): Promise<ReportContent | null>;
  /** What the card of the seat says; null where nothing is known of one. */
  card(spoken: Spoken): Promise<CardContent | null>;
  /** What the open notice says; null where none is. */
  notice(spoken: Spoken): Promise<ToldNotice | null>;
  /** What is known of those that a bulk composer writes to; null where that is nothing. */
  recipients(asked: RecipientsAsked): Promise<string | null>;
  /** Opens a page in a tab of its own. */
  open(wanted: PageWanted): void;
}>;

export const tell: Tell = {
  send: (send) => insist(() => say('sendObserved', send)),
  left: leaveSend,
  held: (held) => insist(() => say('bulkHeld', held)),
  inbox: (read) => insist(() => say('inboxRead', read)),
  acknowledged: (notice, at) => say('noticeAcknowledged', { notice, at }),
  missed(miss) {
    // The page is shown the same whether or not anybody hears of it.
    say('surfaceMissed', miss).catch(() => undefined);
  },
  inView() {
    say('readingWanted', undefined).catch(() => undefined);
  },
  report: (spoken) => say('reportWanted', spoken),
  card: (spoken) => say('cardWanted', spoken),
  notice: (spoken) => say('noticeWanted', spoken),
  recipients: (asked) => say('recipientsWanted', asked),
  open(wanted) {
    say('pageWanted', wanted).catch(() => undefined);
  },
};
