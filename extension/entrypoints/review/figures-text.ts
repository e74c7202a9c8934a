import type { Review } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

/** The rate that a review is about, with its counts. */
export function figuresText(
  { tally, responseRateBps }: Pick<Review, 'tally' | 'responseRateBps'>,
  numbers: Numbers,
): string {
  const words = reviewWords[numbers.language];
  if (responseRateBps === null) return words.noInMails;
  const answered = numbers.count(tally.accepted + tally.declined);
  return words.figures(numbers.rate(responseRateBps), answered, numbers.count(tally.total));
}
