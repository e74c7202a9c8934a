import { defineExtensionMessaging } from '@webext-core/messaging';
import type { SendMode } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { NoticeType } from '#shared/policy/standing.ts';

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
};

/** A part of the page that could not be read when it was needed. */
export type SurfaceMiss = { surface: string; part: string; at: Instant };

/** What the page's scripts tell the background worker; each resolves once it is kept for good. */
type Protocol = {
  sendObserved: (send: ObservedSend) => void;
  noticeAcknowledged: (press: { notice: NoticeType; at: Instant }) => void;
  surfaceMissed: (miss: SurfaceMiss) => void;
  /** Recruiter came into view: the reading should be at most a minute old. */
  readingWanted: () => void;
};

export const messages = defineExtensionMessaging<Protocol>();
