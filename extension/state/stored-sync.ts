import { storage } from 'wxt/utils/storage';
import { NEVER_SYNCED, type Backlog, type SyncState } from '#extension/state/sync-state.ts';

export const storedSync = storage.defineItem<SyncState>('local:sync', {
  fallback: NEVER_SYNCED,
  version: 1,
});

export const storedBacklog = storage.defineItem<Backlog>('local:backlog', {
  fallback: { waiting: 0, aside: 0 },
  version: 1,
});
