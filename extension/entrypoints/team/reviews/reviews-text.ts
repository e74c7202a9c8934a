import type { SeatCounts } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

/** What leads to the reviews, with how many wait where some do and the server says so. */
export function reviewsText(open: SeatCounts['openReviews'], numbers: Numbers): string {
  const words = reviewWords[numbers.language];
  return open === undefined || open === 0 ? words.reviews : words.reviewsOf(numbers.count(open));
}
