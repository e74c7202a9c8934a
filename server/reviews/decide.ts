import { writeLedger, type LedgerContext } from '#server/ledger/ledger.ts';
import { composed } from '#server/ledger/raw-event.ts';
import { findEvents } from '#server/ledger/store.ts';
import { findReview, hasDecision, saveDecision, type ReviewRow } from '#server/reviews/store.ts';
import { announce } from '#server/webhooks/announce.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import type { ReviewDecision } from '#shared/wire/reviews.ts';

export type DecisionOutcome =
  | { ok: true; review: ReviewRow }
  | { ok: false; code: 'review_unknown' | 'already_decided' | 'id_conflict' };

function isSame(review: ReviewRow, { id, outcome, reason }: ReviewDecision): boolean {
  const { decisionId, outcome: was, decisionReason } = review;
  return decisionId === id && was === outcome && decisionReason === reason;
}

/**
 * Decides a review, once. Upheld, the seat's standing is restored in the same write, by an event
 * with the decision's id and reason: from there on its count starts anew.
 * @param mayDecide whether the seat of the review is in the decider's sight.
 * @throws ContractUnknown
 */
export async function decideReview(
  context: LedgerContext,
  contractId: string,
  reviewId: string,
  decision: ReviewDecision,
  mayDecide: (seat: string) => boolean,
): Promise<DecisionOutcome> {
  return writeLedger<DecisionOutcome>(context, contractId, async (writing) => {
    const refused = (code: 'review_unknown' | 'already_decided' | 'id_conflict') =>
      ({ events: [], result: { ok: false, code } }) as const;
    const { tx, recordedAt, by } = writing;
    const review = await findReview(tx, contractId, reviewId);
    // Nobody learns of a review that is not theirs to see.
    if (review === null || !mayDecide(review.seatId)) return refused('review_unknown');
    if (review.decidedAt !== null) {
      return isSame(review, decision)
        ? { events: [], result: { ok: true, review } }
        : refused('already_decided');
    }
    const { id, outcome, reason } = decision;
    const isUsed =
      (await findEvents(tx, contractId, [id])).has(id) || (await hasDecision(tx, contractId, id));
    if (isUsed) return refused('id_conflict');
    await saveDecision(tx, review, decision, { at: recordedAt, by });
    const { seatId: seat, holder } = review;
    const data = { review: review.id, seat: { id: seat, holder }, outcome, reason };
    const key = `review:${review.id}`;
    const happening = { type: 'review.decided', key, seat, at: recordedAt, data } as const;
    await announce(tx, contractId, [happening], recordedAt);
    const saved = await findReview(tx, contractId, reviewId);
    const result: DecisionOutcome =
      saved === null ? { ok: false, code: 'review_unknown' } : { ok: true, review: saved };
    if (outcome === 'declined') return { events: [], result };
    const at = formatInstant(recordedAt);
    const restored = { id, type: 'standing.restored', at, seat: review.seatId, reason };
    return { events: [composed(restored)], result };
  });
}
