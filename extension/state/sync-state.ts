import type { ApiFault } from '#extension/state/api-client.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** How asking the server went. Instants are by this machine's clock. */
export type SyncState = {
  lastSyncedAt: Instant | null;
  /** Why the last try failed; null when it did not. */
  fault: ApiFault['code'] | null;
  /** How many tries in a row failed. */
  failures: number;
  /** Not to be asked before this, unless somebody is waiting for the answer. */
  retryAt: Instant | null;
};

export const NEVER_SYNCED: SyncState = {
  lastSyncedAt: null,
  fault: null,
  failures: 0,
  retryAt: null,
};

/** What the server has not heard of, or would not take. */
export type Backlog = {
  /** Sends and acknowledgements that wait to be reported. */
  waiting: number;
  /** How many the server refused for good. */
  aside: number;
};
