import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { Author } from '#shared/wire/author.ts';
import { proofSchema, type Proof } from '#shared/wire/proof.ts';
import { tallySchema } from '#shared/wire/reading.ts';
import type { Review, ReviewDecision, ReviewDetail } from '#shared/wire/reviews.ts';

export type ReviewRow = typeof reviewTable.$inferSelect;

function decisionOf(row: ReviewRow): Review['decision'] {
  const { outcome, decisionReason, decidedAt, decidedBy } = row;
  if (outcome === null || decidedAt === null || decidedBy === null) return null;
  return { outcome, reason: decisionReason ?? '', at: decidedAt, by: decidedBy };
}

export function reviewOf(row: ReviewRow): Review {
  const { id, seatId, holder, askedAt, reason, message, standing, proofHash } = row;
  const tally = tallySchema.parse(row.tally);
  return {
    id,
    seat: { id: seatId, holder },
    askedAt,
    reason,
    message,
    standing,
    tally,
    responseRateBps: responseRateBps(tally),
    proofSha256: proofHash,
    decision: decisionOf(row),
  };
}

export function reviewDetailOf(row: ReviewRow): ReviewDetail {
  const proof: Proof | null = proofSchema.nullable().parse(row.proof);
  return { ...reviewOf(row), proof };
}

export async function insertReview(tx: Transaction, row: ReviewRow): Promise<void> {
  await tx.insert(reviewTable).values(row);
}

export async function findReview(
  reader: Reader,
  contractId: string,
  id: string,
): Promise<ReviewRow | null> {
  const isIt = and(eq(reviewTable.contractId, contractId), eq(reviewTable.id, id));
  const [found] = await reader.select().from(reviewTable).where(isIt);
  return found ?? null;
}

/** The review of a seat that waits to be decided; there is one at most. */
export async function findOpenReview(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<ReviewRow | null> {
  const { contractId: of, seatId, decidedAt } = reviewTable;
  const isOpen = and(eq(of, contractId), eq(seatId, seat), isNull(decidedAt));
  const [found] = await reader.select().from(reviewTable).where(isOpen);
  return found ?? null;
}

/** The newest first. @param seat only those of one. */
export async function listReviews(
  reader: Reader,
  contractId: string,
  seat?: string,
): Promise<ReviewRow[]> {
  const isOfSeat = seat === undefined ? undefined : eq(reviewTable.seatId, seat);
  return reader
    .select()
    .from(reviewTable)
    .where(and(eq(reviewTable.contractId, contractId), isOfSeat))
    .orderBy(desc(reviewTable.askedAt), desc(reviewTable.id));
}

export async function saveDecision(
  tx: Transaction,
  { contractId, id }: ReviewRow,
  { id: decisionId, outcome, reason: decisionReason }: ReviewDecision,
  { at: decidedAt, by: decidedBy }: { at: Instant; by: Author },
): Promise<void> {
  const isIt = and(eq(reviewTable.contractId, contractId), eq(reviewTable.id, id));
  await tx
    .update(reviewTable)
    .set({ decisionId, outcome, decisionReason, decidedAt, decidedBy })
    .where(isIt);
}
