import { storage } from 'wxt/utils/storage';
import type { Instant } from '#shared/policy/instant.ts';
import type { SeatHistory } from '#shared/wire/history.ts';
import type { Leaving } from '#shared/wire/leaving.ts';

/** What the popup tells of the own seat beside its reading: kept, so that it is there offline. */
export type StoredOwnSeat = {
  /** For as many days as the window has, so that it tells the age of every InMail that waits. */
  leaving: Leaving;
  /** The latest changes of its standing. */
  changes: SeatHistory['changes'];
  /** When it arrived, by this machine's clock. */
  receivedAt: Instant;
};

export const storedOwnSeat = storage.defineItem<StoredOwnSeat | null>('local:ownSeat', {
  fallback: null,
  version: 1,
});
