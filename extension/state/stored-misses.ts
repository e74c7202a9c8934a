import { storage } from 'wxt/utils/storage';
import type { KeptMiss } from '#extension/state/misses.ts';

export const storedMisses = storage.defineItem<KeptMiss[]>('local:misses', {
  fallback: [],
  version: 2,
  migrations: {
    2: (kept: Omit<KeptMiss, 'since' | 'toldAt' | 'outline'>[]): KeptMiss[] =>
      kept.map((miss) => ({ ...miss, since: miss.at, toldAt: null, outline: '' })),
  },
});
