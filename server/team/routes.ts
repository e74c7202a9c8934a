import { z } from 'zod';
import { EXAMPLE_READING } from '#server/described/example-reading.ts';
import { maySee } from '#server/http/access.ts';
import { readQuery } from '#server/http/requests.ts';
import { route } from '#server/http/route.ts';
import { pageOf, pageSchema, seenOf } from '#server/team/list-page.ts';
import { seatListSchema, type SeatListJson } from '#shared/wire/seats.ts';

const { contract, asOf, terms, seat, mode, standing, tally, responseRateBps } = EXAMPLE_READING;
const { periodEndsAt, nextCheckAt } = EXAMPLE_READING;

const EXAMPLE_LIST = {
  contract,
  asOf,
  terms,
  counts: { all: 1, longUnread: 0, everSeen: 1, shown: { warned: 1 }, openReviews: 1 },
  seats: [
    {
      seat,
      team: null,
      mode,
      standing,
      tally,
      responseRateBps,
      provisional: 0,
      periodEndsAt,
      nextCheckAt,
      notice: { type: 'warning', issuedAt: '2026-01-06T00:00:00.000Z' },
      lastSeenAt: '2026-01-06T09:00:00.000Z',
    },
  ],
  next: null,
} satisfies SeatListJson;

export const teamRoutes = [
  route(
    {
      name: 'readSeats',
      method: 'GET',
      path: '/v1/seats',
      query: {
        limit: 'How many seats, from 1 to 1000; 200 when left out.',
        after: 'The page after this one: `next` of the answer before.',
      },
      summary: 'The seats of the contract, soonest at risk first, a page of them.',
      details:
        'A notice that has waited a week for its holder comes before all else. Pages of one list are of one instant, as long as they are turned within a few minutes.',
      callers: ['lead', 'admin'],
      answer: { type: 'application/json', name: 'SeatList', schema: seatListSchema },
      isLarge: true,
      problems: ['field_invalid'],
      example: { as: 'lead', answer: { whole: EXAMPLE_LIST } },
    },
    ({ fleets }) =>
      async (c) => {
        const caller = c.get('caller');
        const page = readQuery(c, pageSchema);
        const listing = await fleets.list(caller.contract.id, page.after);
        const seen = seenOf(listing, (seat) => maySee(caller, seat));
        return c.json(z.encode(seatListSchema, pageOf(seen, page)));
      },
  ),
];
