import { storage } from 'wxt/utils/storage';
import type { KeptMiss } from '#extension/state/misses.ts';

export const storedMisses = storage.defineItem<KeptMiss[]>('local:misses', {
  fallback: [],
  version: 1,
});
