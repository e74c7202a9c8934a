import { expect, test } from 'vitest';
import { allReviews } from '#extension/state/all-reviews.ts';
import type { Asks } from '#extension/state/team-api.ts';
import type { ReviewList } from '#shared/wire/reviews.ts';
import { SAMPLE_CREDENTIALS } from '#test/extension/sample-credentials.ts';

const review = (id: string): ReviewList['reviews'][number] => ({
  id,
  seat: { id: 'seat-1', holder: 'Nora Lindqvist' },
  askedAt: 0,
  reason: 'other',
  message: 'Please look.',
  standing: 'warned',
  tally: { accepted: 5, declined: 0, pending: 95, total: 100 },
  responseRateBps: 500,
  proofSha256: null,
  decision: null,
});

/** A server of so many pages of one review each, and what it was asked for. */
function pages(count: number): { ask: Asks['ask']; asked: string[] } {
  const asked: string[] = [];
  const ask: Asks['ask'] = (schema, { path }) => {
    asked.push(path);
    const page = asked.length;
    const next = page < count ? `page ${page + 1}` : null;
    return Promise.resolve({ ok: true, value: schema.parse({ ...wire(page), next }) });
  };
  return { ask, asked };
}

const wire = (page: number) => ({
  reviews: [{ ...review(`r${page}`), askedAt: '1970-01-01T00:00:00.000Z' }],
});

test('every page of a list is read, in its order', async () => {
  const { ask, asked } = pages(3);
  const all = await allReviews(ask, SAMPLE_CREDENTIALS, 'reviews');
  expect(all).toMatchObject({ ok: true, value: { next: null } });
  expect(all.ok && all.value.reviews).toEqual(['r1', 'r2', 'r3'].map(review));
  expect(asked).toEqual(['reviews', 'reviews?after=page+2', 'reviews?after=page+3']);
});

test('a fault on the way is the answer, and a list without an end is left', async () => {
  const offline: Asks['ask'] = () => Promise.resolve({ ok: false, fault: { code: 'offline' } });
  expect(await allReviews(offline, SAMPLE_CREDENTIALS, 'reviews')).toMatchObject({ ok: false });
  const { ask, asked } = pages(Infinity);
  expect((await allReviews(ask, SAMPLE_CREDENTIALS, 'reviews')).ok).toBe(true);
  expect(asked).toHaveLength(100);
});
