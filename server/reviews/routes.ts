import { z } from 'zod';
import { maySee, requireMaySee, type Caller } from '#server/http/access.ts';
import { Fault } from '#server/http/problems.ts';
import { readBody, readQuery } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { actingFor } from '#server/ledger/author.ts';
import { findSeats } from '#server/ledger/store.ts';
import { askForReview } from '#server/reviews/ask.ts';
import { decideReview } from '#server/reviews/decide.ts';
import { readReviewPage, reviewPageSchema } from '#server/reviews/list-page.ts';
import { findReview, reviewDetailOf, reviewOf, type ReviewRow } from '#server/reviews/store.ts';
import {
  MOST_REVIEWS_A_PAGE,
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

const query = {
  limit: `How many reviews, from 1 to ${MOST_REVIEWS_A_PAGE}; as many when left out.`,
  after: 'The page after this one: `next` of the answer before.',
};

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

/** What somebody else asked while the seat was theirs is none of who holds it now. */
function mayRead({ role, personId, ...caller }: Caller, review: ReviewRow): boolean {
  if (!maySee(caller, review.seatId)) return false;
  return role !== 'recruiter' || (personId !== null && review.personId === personId);
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
        const asker = { seat, personId: caller.personId };
        const outcome = await askForReview(context, caller.contract.id, asker, request);
        if (!outcome.ok) return refuse(outcome.code);
        return c.json(z.encode(reviewDetailSchema, reviewDetailOf(outcome.review)));
      },
  ),
  route(
    {
      name: 'readSeatReviews',
      method: 'GET',
      path: '/v1/seats/:seat/reviews',
      query,
      summary: 'The reviews that were asked for of a seat, the newest first, a page of them.',
      details: 'A recruiter sees those that they asked for themselves.',
      callers: ['recruiter', 'lead', 'admin'],
      answer: { type: 'application/json', name: 'ReviewList', schema: reviewListSchema },
      problems: ['seat_unknown', 'field_invalid'],
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
        const page = readQuery(c, reviewPageSchema);
        const own = caller.role === 'recruiter' ? { personId: caller.personId ?? '' } : {};
        const list = await database.read(async (reader) => {
          if (!(await findSeats(reader, id, [seat])).has(seat)) return null;
          return readReviewPage(reader, id, { seats: [seat], ...own }, page);
        });
        if (list === null) return refuse('seat_unknown');
        return c.json(z.encode(reviewListSchema, list));
      },
  ),
  route(
    {
      name: 'listReviews',
      method: 'GET',
      path: '/v1/reviews',
      query,
      summary:
        'The reviews of the seats that the caller looks after, the newest first, a page of them.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'ReviewList', schema: reviewListSchema },
      isLarge: true,
      problems: ['field_invalid'],
      example: { as: 'lead', answer: { piece: '"reason":"replies_missing"' } },
    },
    ({ ledger: { database } }) =>
      async (c) => {
        const { contract, seats } = c.get('caller');
        const page = readQuery(c, reviewPageSchema);
        const wanted = seats === 'all' ? {} : { seats };
        const list = await database.read((reader) =>
          readReviewPage(reader, contract.id, wanted, page),
        );
        return c.json(z.encode(reviewListSchema, list));
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
        const review = c.req.param('review');
        const row = await database.read((reader) => findReview(reader, id, review));
        if (row === null || !mayRead(caller, row)) return refuse('review_unknown');
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
