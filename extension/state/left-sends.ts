import { browser } from 'wxt/browser';
import type { ObservedSend } from '#extension/state/messages.ts';

/** A send that a page told as it went away, with whose it is: nobody is there to tell it again. */
export type LeftSend = ObservedSend & { id: string; contract: string; seat: string };

export const LEFT_PREFIX = 'left-';

/** What a page that goes away says to a worker that has yet to start is lost; what it stores is not. */
export async function leaveSend(send: LeftSend): Promise<void> {
  await browser.storage.local.set({ [LEFT_PREFIX + send.id]: send });
}
