import { z } from 'zod';
import type { Reader } from '#server/db/database.ts';
import { cursorTo, pageQuery } from '#server/http/pages.ts';
import { listReviews, reviewOf, type ReviewsWanted } from '#server/reviews/store.ts';
import { MOST_REVIEWS_A_PAGE, type ReviewList } from '#shared/wire/reviews.ts';

/** Which page is asked for, as it stands in the address. */
export const reviewPageSchema = pageQuery(
  z.tuple([z.number(), z.string()]).transform(([askedAt, id]) => ({ askedAt, id })),
  { usual: MOST_REVIEWS_A_PAGE, most: MOST_REVIEWS_A_PAGE },
);

/** One page of the reviews that are wanted. */
export async function readReviewPage(
  reader: Reader,
  contractId: string,
  wanted: ReviewsWanted,
  { limit, after }: z.output<typeof reviewPageSchema>,
): Promise<ReviewList> {
  // One more than a page holds says whether there is another.
  const rows = await listReviews(reader, contractId, { ...wanted, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isOver = last === undefined || rows.length <= limit;
  return { reviews: page.map(reviewOf), next: isOver ? null : cursorTo([last.askedAt, last.id]) };
}
