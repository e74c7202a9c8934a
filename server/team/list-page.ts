import { z } from 'zod';
import { readingOfContract } from '#server/standing/readings.ts';
import type { Listed, Listing } from '#server/team/fleet.ts';
import { after, type Cursor } from '#server/team/fleets.ts';
import type { Shown } from '#shared/policy/shown.ts';
import {
  DEFAULT_SEATS_A_PAGE,
  MOST_SEATS_A_PAGE,
  type SeatCounts,
  type SeatList,
} from '#shared/wire/seats.ts';

const placeSchema = z.tuple([z.number(), z.number(), z.number(), z.string()]);

/** A cursor as it goes out; nobody but this server has to read it. */
function encodeCursor(asOf: number, { risk, row }: Listed): string {
  const place = [asOf, ...risk, row.seat.id];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decodeCursor(text: string): Cursor | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [asOf, urgency, at, id] = placeSchema.parse(place);
    return { asOf, risk: [urgency, at], row: { seat: { id } } };
  } catch {
    return null;
  }
}

/** Which page is asked for, as it stands in the address. */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_SEATS_A_PAGE).default(DEFAULT_SEATS_A_PAGE),
  after: z
    .string()
    .transform((text, { issues, value: input }) => {
      const cursor = decodeCursor(text);
      if (cursor !== null) return cursor;
      issues.push({
        code: 'custom',
        message: 'This names no page: use `next` of an answer.',
        input,
      });
      return z.NEVER;
    })
    .nullable()
    .default(null),
});

function countsOf(seats: readonly Listed[]): SeatCounts {
  const shown: Partial<Record<Shown, number>> = {};
  for (const seat of seats) shown[seat.shown] = (shown[seat.shown] ?? 0) + 1;
  const longUnread = seats.filter((seat) => seat.isLongUnread).length;
  const everSeen = seats.filter(({ row }) => row.lastSeenAt !== null).length;
  return { all: seats.length, longUnread, everSeen, shown };
}

/**
 * One page of a list.
 * @param seats those of the list that the caller may see.
 */
export function pageOf(
  { contract: of, asOf }: Listing,
  seats: readonly Listed[],
  { limit, after: cursor }: z.output<typeof pageSchema>,
): SeatList {
  const { contract, terms } = readingOfContract(of);
  const rest = after(seats, cursor);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    contract,
    asOf,
    terms,
    counts: countsOf(seats),
    seats: page.map(({ row }) => row),
    next: last === undefined || rest.length <= limit ? null : encodeCursor(asOf, last),
  };
}
