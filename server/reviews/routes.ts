import { z } from 'zod';
import type { Reader } from '#server/db/database.ts';
import { maySee, requireMaySee, type Caller } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { askForReview } from '#server/reviews/ask.ts';
import { decideReview } from '#server/reviews/decide.ts';
import {
  findReview,
  listReviews,
  reviewDetailOf,
  reviewOf,
  type ReviewRow,
} from '#server/reviews/store.ts';
import { loadSeats } from '#server/standing/store.ts';
import {
  reviewDecisionSchema,
  reviewDetailSchema,
  reviewListSchema,
  reviewRequestSchema,
  reviewSchema,
} from '#shared/wire/reviews.ts';

const ASKED = {
  id: 'review-1',
  reason: 'replies_missing',
  message: 'Three candidates answered by phone.',
} as const;

const FIELDS = {
  seat_unknown: 'seat',
  review_open: 'seat',
  review_unknown: 'review',
  already_decided: 'review',
  id_conflict: 'id',
} as const;

function refuse(code: keyof typeof FIELDS): never {
  throw new Fault(code, undefined, FIELDS[code]);
}

/** Null where the contract has no such seat. */
async function findHolder(reader: Reader, contractId: string, seat: string) {
  return (await loadSeats(reader, contractId, [seat])).get(seat)?.state.holder ?? null;
}

/**
 * What somebody else asked while the seat was theirs is none of who holds it now.
 * @param holder who holds the seat of the review.
 */
function mayRead(caller: Caller, review: ReviewRow, holder: string | null): boolean {
  if (!maySee(caller, review.seatId)) return false;
  return caller.role !== 'recruiter' || review.holder === holder;
}

export const reviewRoutes = [
  route(
    {
      name: 'askForReview',
      method: 'POST',
      path: '/v1/seats/:seat/reviews',
      summary: 'Asks for a review of the own seat; the proof of its last check is kept with it.',
      details:
        'For the own seat alone, and one at a time. Sent again with its id it changes nothing. It moves no standing.',
      callers: ['recruiter'],
      body: { name: 'ReviewRequest', schema: reviewRequestSchema },
      answer: { type: 'application/json', name: 'ReviewDetail', schema: reviewDetailSchema },
      isLarge: true,
      problems: ['seat_unknown', 'id_conflict', 'review_open'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/reviews',
        body: ASKED,
        answer: { piece: '"standing":"warning_due","tally":{"accepted":9,"declined":3' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        if (caller.seat !== seat) {
          throw new Fault('not_allowed', 'Only the recruiter of the seat may ask for a review.');
        }
        const request = await readBody(c, reviewRequestSchema);
        const context = actingFor(ledger, caller);
        const outcome = await askForReview(context, caller.contract.id, seat, request);
        if (!outcome.ok) return refuse(outcome.code);
        return c.json(z.encode(reviewDetailSchema, reviewDetailOf(outcome.review)));
      },
  ),
  route(
    {
      name: 'readSeatReviews',
      method: 'GET',
      path: '/v1/seats/:seat/reviews',
      summary: 'The reviews that were asked for of a seat, the newest first.',
      details: 'A recruiter sees those that they asked for themselves.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'ReviewList', schema: reviewListSchema },
      problems: ['seat_unknown'],
      example: {
        as: 'recruiter',
        path: '/v1/seats/seat-1/reviews',
        answer: { piece: '"id":"review-1","seat":{"id":"seat-1","holder":"Nora Lindqvist"}' },
      },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const caller = c.get('caller');
        const seat = c.req.param('seat');
        const { id } = caller.contract;
        requireMaySee(caller, seat);
        const rows = await database.read(async (reader) => {
          const holder = await findHolder(reader, id, seat);
          if (holder === null) return null;
          const all = await listReviews(reader, id, seat);
          return all.filter((row) => mayRead(caller, row, holder));
        });
        if (rows === null) return refuse('seat_unknown');
        return c.json(z.encode(reviewListSchema, { reviews: rows.map(reviewOf) }));
      },
  ),
  route(
    {
      name: 'listReviews',
      method: 'GET',
      path: '/v1/reviews',
      summary: 'The reviews of the seats that the caller looks after, the newest first.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'ReviewList', schema: reviewListSchema },
      isLarge: true,
      problems: [],
      example: { as: 'lead', answer: { piece: '"reason":"replies_missing"' } },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const caller = c.get('caller');
        const rows = await database.read((reader) => listReviews(reader, caller.contract.id));
        const seen = rows.filter(({ seatId }) => maySee(caller, seatId));
        return c.json(z.encode(reviewListSchema, { reviews: seen.map(reviewOf) }));
      },
  ),
  route(
    {
      name: 'readReview',
      method: 'GET',
      path: '/v1/reviews/:review',
      summary: 'A review with the proof as it was when it was asked for.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'ReviewDetail', schema: reviewDetailSchema },
      isLarge: true,
      problems: ['review_unknown'],
      example: {
        as: 'lead',
        path: '/v1/reviews/review-1',
        answer: { piece: '"answeredTimes10000":120000' },
      },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const caller = c.get('caller');
        const { id } = caller.contract;
        const row = await database.read(async (reader) => {
          const found = await findReview(reader, id, c.req.param('review'));
          if (found === null) return null;
          const holder = await findHolder(reader, id, found.seatId);
          return mayRead(caller, found, holder) ? found : null;
        });
        if (row === null) return refuse('review_unknown');
        return c.json(z.encode(reviewDetailSchema, reviewDetailOf(row)));
      },
  ),
  route(
    {
      name: 'decideReview',
      method: 'POST',
      path: '/v1/reviews/:review/decision',
      summary: 'Upholds a review or declines it, with a reason that the recruiter reads.',
      details:
        'Upheld, the seat is in good standing from now on, and its count starts anew. A review is decided once; sent again with its id it changes nothing.',
      callers: ['lead', 'admin'],
      body: { name: 'ReviewDecision', schema: reviewDecisionSchema },
      answer: { type: 'application/json', name: 'Review', schema: reviewSchema },
      problems: ['review_unknown', 'already_decided', 'id_conflict'],
      example: {
        as: 'lead',
        path: '/v1/reviews/review-1/decision',
        body: {
          id: '018f9c1e-0000-7000-8000-00000000000b',
          outcome: 'upheld',
          reason: 'The replies are in our phone system.',
        },
        answer: { piece: '"decision":{"outcome":"upheld"' },
      },
    },
    ({ ledger }) =>
      async (c) => {
        const caller = c.get('caller');
        const decision = await readBody(c, reviewDecisionSchema);
        const context = actingFor(ledger, caller);
        const review = c.req.param('review');
        const outcome = await decideReview(context, caller.contract.id, review, decision, (seat) =>
          maySee(caller, seat),
        );
        if (!outcome.ok) return refuse(outcome.code);
        return c.json(z.encode(reviewSchema, reviewOf(outcome.review)));
      },
  ),
];
