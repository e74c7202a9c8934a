import '#extension/state/no-eval.ts';
import { allReviews } from '#extension/state/all-reviews.ts';
import type { ApiOutcome, ApiTarget } from '#extension/state/api-client.ts';
import type { Asks } from '#extension/state/team-api.ts';
import {
  reviewDetailSchema,
  type ReviewDetail,
  type ReviewList,
  type ReviewRequest,
} from '#shared/wire/reviews.ts';

/** What a recruiter asks of reviews of the own seat. */
export type ReviewApi = {
  /** Without their proofs. */
  reviews(target: ApiTarget, seat: string): Promise<ApiOutcome<ReviewList>>;
  review(target: ApiTarget, review: string): Promise<ApiOutcome<ReviewDetail>>;
  askForReview(
    target: ApiTarget,
    seat: string,
    request: ReviewRequest,
  ): Promise<ApiOutcome<ReviewDetail>>;
};

/** @param ask reads long answers too: a proof names every InMail that it counts. */
export function createReviewApi(ask: Asks['ask']): ReviewApi {
  const ofSeat = (seat: string): string => `seats/${encodeURIComponent(seat)}/reviews`;
  return {
    reviews: (target, seat) => allReviews(ask, target, ofSeat(seat)),
    review: (target, review) =>
      ask(reviewDetailSchema, { target, path: `reviews/${encodeURIComponent(review)}` }),
    askForReview: (target, seat, body) =>
      ask(reviewDetailSchema, { target, path: ofSeat(seat), body }),
  };
}
