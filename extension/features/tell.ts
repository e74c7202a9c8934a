import {
  messages,
  type InboxRead,
  type ObservedSend,
  type SurfaceMiss,
} from '#extension/state/messages.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';

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
  inbox(read: InboxRead): Promise<void>;
  /** Rejects when it could not be kept: then the notice has not been acknowledged. */
  acknowledged(notice: NoticeType, at: Instant): Promise<void>;
  missed(miss: SurfaceMiss): void;
  inView(): void;
}>;

export const tell: Tell = {
  send: (send) => insist(() => messages.sendMessage('sendObserved', send)),
  inbox: (read) => insist(() => messages.sendMessage('inboxRead', read)),
  async acknowledged(notice, at) {
    await messages.sendMessage('noticeAcknowledged', { notice, at });
  },
  missed(miss) {
    // The page is shown the same whether or not anybody hears of it.
    messages.sendMessage('surfaceMissed', miss).catch(() => undefined);
  },
  inView() {
    messages.sendMessage('readingWanted', undefined).catch(() => undefined);
  },
};
