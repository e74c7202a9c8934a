import { z } from 'zod';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { proveCheck } from '#server/proofs/prove.ts';
import { findOpenReview, findReview, insertReview, type ReviewRow } from '#server/reviews/store.ts';
import { readLive } from '#server/standing/readings.ts';
import { proofSchema } from '#shared/wire/proof.ts';
import { announce } from '#server/webhooks/announce.ts';
import type { ReviewRequest } from '#shared/wire/reviews.ts';

export type AskOutcome =
  | { ok: true; review: ReviewRow }
  | { ok: false; code: 'seat_unknown' | 'id_conflict' | 'review_open' };

/** Who asks, and for which seat. */
export type Asker = { seat: string; personId: string | null };

function isSame(known: ReviewRow, of: Asker, { reason, message }: ReviewRequest): boolean {
  const isTheirs = known.seatId === of.seat && known.personId === of.personId;
  return isTheirs && known.reason === reason && known.message === message;
}

/**
 * Asks for a review of a seat: kept with what the seat reads now, and with the proof of its last
 * check, so that whoever decides sees what was complained of. Asked again with its id it changes
 * nothing; of a seat one at a time waits.
 * @throws ContractUnknown
 */
export async function askForReview(
  context: LedgerContext,
  contractId: string,
  asker: Asker,
  request: ReviewRequest,
): Promise<AskOutcome> {
  const { seat, personId } = asker;
  const live = await readLive(context, contractId, seat);
  if (live === null) return { ok: false, code: 'seat_unknown' };
  const proven = await proveCheck(context, contractId, seat);
  const proof = proven.ok ? z.encode(proofSchema, proven.proof) : null;
  return context.database.write<AskOutcome>(async (tx) => {
    const known = await findReview(tx, contractId, request.id);
    if (known !== null) {
      const same = isSame(known, asker, request);
      return same ? { ok: true, review: known } : { ok: false, code: 'id_conflict' };
    }
    if ((await findOpenReview(tx, contractId, seat)) !== null) {
      return { ok: false, code: 'review_open' };
    }
    const { state, tally } = live.seat;
    const review: ReviewRow = {
      contractId,
      ...request,
      seatId: seat,
      personId,
      holder: state.holder,
      askedAt: live.asOf,
      askedBy: context.by,
      standing: state.standing,
      tally,
      proofHash: proof?.sha256 ?? null,
      proof,
      decisionId: null,
      outcome: null,
      decisionReason: null,
      decidedAt: null,
      decidedBy: null,
    };
    await insertReview(tx, review);
    const { id, reason } = request;
    const about = { review: id, seat: { id: seat, holder: review.holder } };
    // What they wrote is for who decides: it stays here.
    const data = { ...about, reason, proofSha256: review.proofHash };
    await announce(
      tx,
      contractId,
      [{ type: 'review.asked', key: `review:${id}`, seat, at: live.asOf, data }],
      live.asOf,
    );
    return { ok: true, review };
  });
}
