import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { seatEventTable, seatTable, standingChangeTable } from '#server/db/schema.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import type { SeatEvent } from '#server/standing/seat-fold.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Change } from '#shared/policy/standing.ts';
import { tallySchema } from '#shared/wire/reading.ts';

/** A change of standing, and the version of the terms it was judged by. */
export type JudgedChange = Change & { readonly termsVersion: number };

/** What a seat has been through, in the order it came about. */
export type SeatStory = {
  createdAt: Instant;
  changes: JudgedChange[];
  events: SeatEvent[];
};

const TOLD = [
  'seat.transferred',
  'notice.acknowledged',
  'standing.restored',
  'mode.changed',
] as const;

/** All that is kept of a seat's past, or null where there is no such seat. */
export async function readStory(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<SeatStory | null> {
  const [found] = await reader
    .select({ createdAt: seatTable.createdAt })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat)));
  if (found === undefined) return null;
  const changes = await reader
    .select()
    .from(standingChangeTable)
    .where(
      and(eq(standingChangeTable.contractId, contractId), eq(standingChangeTable.seatId, seat)),
    )
    .orderBy(asc(standingChangeTable.at), asc(standingChangeTable.seq));
  return {
    createdAt: found.createdAt,
    changes: changes.map((row) => ({ ...row, tally: tallySchema.nullable().parse(row.tally) })),
    events: await readEvents(reader, contractId, seat, TOLD),
  };
}

async function readEvents(
  reader: Reader,
  contractId: string,
  seat: string,
  types: readonly SeatEvent['type'][],
): Promise<SeatEvent[]> {
  const { contractId: of, seatId, type, recordedAt, content, seq } = seatEventTable;
  const events = await reader
    .select({ recordedAt, content })
    .from(seatEventTable)
    .where(and(eq(of, contractId), eq(seatId, seat), inArray(type, types)))
    .orderBy(asc(recordedAt), asc(seq));
  return events.map((row) => seatEventOf(row.content, row.recordedAt));
}

function seatEventOf(content: unknown, recordedAt: Instant): SeatEvent {
  const event = { ...keptEvent(rawOfContent(content)), recordedAt };
  if ('seat' in event && event.type !== 'inmail.sent') return event;
  throw new Error(`The ledger keeps "${event.type}" among what happened to seats.`);
}

/** Up to where a seat's InMails do not count now, or null where there is no such seat. */
export async function readCountsFromNow(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<{ countsFrom: Instant | null } | null> {
  const [found] = await reader
    .select({ countsFrom: seatTable.countsFrom })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat)));
  return found ?? null;
}

/** Who held a seat from when on, in their order. */
export async function readHolders(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<{ holder: string; since: Instant }[]> {
  const events = await readEvents(reader, contractId, seat, ['seat.transferred']);
  return events.flatMap((event) =>
    event.type === 'seat.transferred' ? [{ holder: event.to, since: event.recordedAt }] : [],
  );
}
