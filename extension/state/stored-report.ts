import { storage } from 'wxt/utils/storage';
import type { Instant } from '#shared/policy/instant.ts';
import type { Series } from '#shared/wire/series.ts';
import type { Usage } from '#shared/wire/usage.ts';

/** The seat's rate day by day, and LinkedIn's own figures: kept while somebody looks at a report. */
export type StoredReport = {
  series: Series;
  usage: Usage;
  /** When it arrived, by this machine's clock. */
  receivedAt: Instant;
};

export const storedReport = storage.defineItem<StoredReport | null>('local:report', {
  fallback: null,
  version: 1,
});
