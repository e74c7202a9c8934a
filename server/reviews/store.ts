import { and, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import { reviewTable } from '#server/db/review-schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { Author } from '#shared/wire/author.ts';
import { proofSchema, type Proof } from '#shared/wire/proof.ts';
import { tallySchema } from '#shared/wire/reading.ts';
import type { Review, ReviewDecision, ReviewDetail } from '#shared/wire/reviews.ts';

export type ReviewRow = typeof reviewTable.$inferSelect;
/** Without the proof, which names every InMail that it counts. */
export type ListedReview = Omit<ReviewRow, 'proof'>;

function decisionOf(row: ListedReview): Review['decision'] {
  const { outcome, decisionReason, decidedAt, decidedBy } = row;
  if (outcome === null || decidedAt === null || decidedBy === null) return null;
  return { outcome, reason: decisionReason ?? '', at: decidedAt, by: decidedBy };
}

export function reviewOf(row: ListedReview): Review {
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

/** The seats of which a review waits to be decided, by an index that holds no others. */
export async function readOpenReviewSeats(reader: Reader, contractId: string): Promise<string[]> {
  const { contractId: of, seatId, decidedAt } = reviewTable;
  const isOpen = and(eq(of, contractId), isNull(decidedAt));
  const rows = await reader.select({ seatId }).from(reviewTable).where(isOpen);
  return rows.map((row) => row.seatId);
}

/** A review was decided by a decision of this id. */
export async function hasDecision(
  reader: Reader,
  contractId: string,
  decision: string,
): Promise<boolean> {
  const { contractId: of, decisionId, id } = reviewTable;
  const isIt = and(eq(of, contractId), eq(decisionId, decision));
  return (await reader.select({ id }).from(reviewTable).where(isIt)).length > 0;
}

/** Those of a contract that are wanted: what is left out narrows nothing. */
export type ReviewsWanted = Readonly<{
  seats?: Iterable<string>;
  /** Who asked. */
  personId?: string;
  isOpen?: boolean;
  /** Those that come after this one. */
  after?: Pick<ReviewRow, 'askedAt' | 'id'> | null;
  limit?: number;
}>;

function isWanted(contractId: string, { seats, personId, isOpen, after }: ReviewsWanted) {
  const { contractId: of, seatId, personId: whose, decidedAt, askedAt, id } = reviewTable;
  return and(
    eq(of, contractId),
    seats === undefined ? undefined : inArray(seatId, named([...seats])),
    personId === undefined ? undefined : eq(whose, personId),
    isOpen === true ? isNull(decidedAt) : undefined,
    after === undefined || after === null
      ? undefined
      : sql`(${askedAt}, ${id}) < (${after.askedAt}, ${after.id})`,
  );
}

/** The newest first. */
export async function listReviews(
  reader: Reader,
  contractId: string,
  wanted: ReviewsWanted,
): Promise<ListedReview[]> {
  const { proof: _proof, ...listed } = getTableColumns(reviewTable);
  return reader
    .select(listed)
    .from(reviewTable)
    .where(isWanted(contractId, wanted))
    .orderBy(desc(reviewTable.askedAt), desc(reviewTable.id))
    .limit(wanted.limit ?? -1);
}

/** All of a seat with their proofs, the newest first. */
export async function listWithProofs(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<ReviewRow[]> {
  return reader
    .select()
    .from(reviewTable)
    .where(isWanted(contractId, { seats: [seat] }))
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
