import type { ApiOutcome, ApiTarget } from '#extension/state/api-client.ts';
import type { Asks } from '#extension/state/team-api.ts';
import { reviewListSchema, type Review, type ReviewList } from '#shared/wire/reviews.ts';

/** More than anybody has; a server that never comes to an end is left there. */
const MOST_PAGES = 100;

/** Every review that a path lists, page by page, as one list. */
export async function allReviews(
  ask: Asks['ask'],
  target: ApiTarget,
  path: string,
): Promise<ApiOutcome<ReviewList>> {
  const reviews: Review[] = [];
  let next: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query: string =
      next === null ? '' : `?${new URLSearchParams({ after: next }).toString()}`;
    const request = { target, path: path + query, isLarge: true };
    const answer: ApiOutcome<ReviewList> = await ask(reviewListSchema, request);
    if (!answer.ok) return answer;
    reviews.push(...answer.value.reviews);
    next = answer.value.next;
    if (next === null) break;
  }
  return { ok: true, value: { reviews, next } };
}
