import type { Credentials } from '#extension/state/credentials.ts';
import type { PageWanted } from '#extension/state/messages.ts';
import type { Reading } from '#shared/wire/reading.ts';

/** Where a page that was asked for lies; null for one that there is not. */
export function pageAddress(
  wanted: Exclude<PageWanted, { page: 'review' }>,
  { server }: Pick<Credentials, 'server'>,
  reading: Pick<Reading, 'terms' | 'trainingLinks'>,
): string | null {
  if (wanted.page === 'training') return reading.trainingLinks[wanted.index]?.url ?? null;
  const query = new URLSearchParams({ lang: wanted.language, profile: reading.terms.profile });
  return `${server}/policy?${query.toString()}#${wanted.question}`;
}
