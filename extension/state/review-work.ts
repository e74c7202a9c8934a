import type { ApiClient, ApiOutcome } from '#extension/state/api-client.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import type { Ports } from '#extension/state/ports.ts';
import type { ReviewDetail, ReviewList, ReviewRequest } from '#shared/wire/reviews.ts';

/** Reviews of the own seat, as the extension's own pages ask for them. */
export type ReviewWork = {
  own(): Promise<ApiOutcome<ReviewList>>;
  /** With its proof. */
  one(review: string): Promise<ApiOutcome<ReviewDetail>>;
  ask(request: ReviewRequest): Promise<ApiOutcome<ReviewDetail>>;
};

type Asking<Value> = (
  api: ApiClient,
  credentials: Credentials,
  seat: string,
) => Promise<ApiOutcome<Value>>;

export function createReviewWork(ports: Ports): ReviewWork {
  const asHolder = async <Value>(ask: Asking<Value>): Promise<ApiOutcome<Value>> => {
    const credentials = await ports.vault.read();
    const seat = credentials === null ? null : credentials.identity.seat;
    if (credentials === null || seat === null) return { ok: false, fault: { code: 'signed_out' } };
    return ask(ports.api, credentials, seat);
  };
  return {
    own: () => asHolder((api, target, seat) => api.reviews(target, seat)),
    one: (review) => asHolder((api, target) => api.review(target, review)),
    ask: (request) => asHolder((api, target, seat) => api.askForReview(target, seat, request)),
  };
}
