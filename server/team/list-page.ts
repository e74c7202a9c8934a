import { z } from 'zod';
import { cursorTo, pageQuery } from '#server/http/pages.ts';
import { readingOfContract } from '#server/standing/readings.ts';
import type { Listing } from '#server/team/fleet.ts';
import { after, type Cursor } from '#server/team/fleets.ts';
import type { Shown } from '#shared/policy/shown.ts';
import {
  DEFAULT_SEATS_A_PAGE,
  MOST_SEATS_A_PAGE,
  type SeatCounts,
  type SeatList,
} from '#shared/wire/seats.ts';

/** Which page is asked for, as it stands in the address. */
export const pageSchema = pageQuery(
  z
    .tuple([z.number(), z.number(), z.number(), z.string()])
    .transform(([asOf, urgency, at, id]): Cursor => {
      return { asOf, risk: [urgency, at], row: { seat: { id } } };
    }),
  { usual: DEFAULT_SEATS_A_PAGE, most: MOST_SEATS_A_PAGE },
);

/** What of a list a caller may see. */
export function seenOf(listing: Listing, maySee: (seat: string) => boolean): Listing {
  return {
    ...listing,
    seats: listing.seats.filter(({ row }) => maySee(row.seat.id)),
    openReviews: listing.openReviews.filter(maySee),
  };
}

function countsOf({ seats, openReviews }: Listing): SeatCounts {
  const shown: Partial<Record<Shown, number>> = {};
  for (const seat of seats) shown[seat.shown] = (shown[seat.shown] ?? 0) + 1;
  const longUnread = seats.filter((seat) => seat.isLongUnread).length;
  const everSeen = seats.filter(({ row }) => row.lastSeenAt !== null).length;
  return { all: seats.length, longUnread, everSeen, shown, openReviews: openReviews.length };
}

/** One page of a list, or of what of it a caller may see. */
export function pageOf(
  listing: Listing,
  { limit, after: cursor }: z.output<typeof pageSchema>,
): SeatList {
  const { asOf, seats } = listing;
  const { contract, terms } = readingOfContract(listing.contract);
  const rest = after(seats, cursor);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    contract,
    asOf,
    terms,
    counts: countsOf(listing),
    seats: page.map(({ row }) => row),
    next:
      last === undefined || rest.length <= limit
        ? null
        : cursorTo([asOf, ...last.risk, last.row.seat.id]),
  };
}
