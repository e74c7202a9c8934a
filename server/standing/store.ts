import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows, updateRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { seatTable, standingChangeTable } from '#server/db/schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Change, OpenNotice, SeatState } from '#shared/policy/standing.ts';
import type { Tally } from '#shared/policy/tally.ts';
import { tallySchema } from '#shared/wire/reading.ts';

export type SeatRow = typeof seatTable.$inferSelect;

/** What the fold has come to for one seat. */
export type Seat = Readonly<{
  id: string;
  state: SeatState & { holder: string };
  nextCheckAt: Instant | null;
  /** What was judged when the open notice was issued. */
  noticeTally: Tally | null;
}>;

function noticeOf(row: SeatRow): OpenNotice | null {
  if (row.notice === null || row.noticeIssuedAt === null) return null;
  return { type: row.notice, issuedAt: row.noticeIssuedAt };
}

export function seatOf(row: SeatRow): Seat {
  const { standing, everWarned, countsFrom, periodEndsAt, mode, holder } = row;
  const notice = noticeOf(row);
  return {
    id: row.id,
    state: { standing, everWarned, countsFrom, periodEndsAt, notice, mode, holder },
    nextCheckAt: row.nextCheckAt,
    noticeTally: tallySchema.nullable().parse(row.noticeTally),
  };
}

function columnsOf({ state, nextCheckAt, noticeTally }: Seat) {
  const { notice, ...columns } = state;
  return {
    ...columns,
    notice: notice?.type ?? null,
    noticeIssuedAt: notice?.issuedAt ?? null,
    noticeTally,
    nextCheckAt,
  };
}

export async function insertSeats(
  tx: Transaction,
  contractId: string,
  seats: readonly Seat[],
  createdAt: Instant,
): Promise<void> {
  const rows = seats.map((seat) => ({ contractId, id: seat.id, createdAt, ...columnsOf(seat) }));
  await insertRows(tx, seatTable, rows);
}

/** The seats of a contract, all or those named, in the order of their ids. */
export async function loadSeats(
  tx: Reader,
  contractId: string,
  only?: readonly string[],
): Promise<Map<string, Seat>> {
  const isOfContract = eq(seatTable.contractId, contractId);
  const isNamed = only === undefined ? undefined : inArray(seatTable.id, named(only));
  const rows = await tx
    .select()
    .from(seatTable)
    .where(and(isOfContract, isNamed))
    .orderBy(asc(seatTable.id));
  return new Map(rows.map((row) => [row.id, seatOf(row)]));
}

/** Writes back what has become of seats. */
export async function saveSeats(
  tx: Transaction,
  contractId: string,
  seats: readonly Seat[],
): Promise<void> {
  const rows = seats.map((seat) => ({ contractId, id: seat.id, ...columnsOf(seat) }));
  await updateRows(tx, seatTable, ['contractId', 'id'], rows);
}

/** The first instant before `before` at which a check is due. */
export async function firstDue(
  reader: Reader,
  contractId: string,
  before: Instant,
): Promise<Instant | null> {
  const [row] = await reader
    .select({ at: seatTable.nextCheckAt })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), lt(seatTable.nextCheckAt, before)))
    .orderBy(asc(seatTable.nextCheckAt))
    .limit(1);
  return row?.at ?? null;
}

/** Seats whose check is due at `at`, so many of them. */
export async function seatsDueAt(
  tx: Transaction,
  contractId: string,
  at: Instant,
  count: number,
): Promise<Seat[]> {
  const isDue = and(eq(seatTable.contractId, contractId), eq(seatTable.nextCheckAt, at));
  return (await tx.select().from(seatTable).where(isDue).limit(count)).map(seatOf);
}

/** Moves the checks of seats that a check has left as they were. */
export async function moveChecks(
  tx: Transaction,
  contractId: string,
  seats: readonly string[],
  to: Instant | null,
): Promise<void> {
  const isOne = and(eq(seatTable.contractId, contractId), inArray(seatTable.id, named(seats)));
  await tx.update(seatTable).set({ nextCheckAt: to }).where(isOne);
}

/** Moves the checks of all seats in good standing, as new terms do. */
export async function moveGoodChecks(
  tx: Transaction,
  contractId: string,
  to: Instant | null,
): Promise<void> {
  const isGood = and(eq(seatTable.contractId, contractId), eq(seatTable.standing, 'good'));
  await tx.update(seatTable).set({ nextCheckAt: to }).where(isGood);
}

/** The source is complete up to these instants; a watermark never goes back. */
export async function raiseWatermarks(
  tx: Transaction,
  contractId: string,
  marks: readonly { seat: string; at: Instant }[],
): Promise<void> {
  // A feed says the same instant of most seats.
  for (const [at, of] of Map.groupBy(marks, (mark) => mark.at)) {
    const seats = named(of.map(({ seat }) => seat));
    await tx
      .update(seatTable)
      .set({ completeUpTo: sql`max(coalesce(${seatTable.completeUpTo}, ${at}), ${at})` })
      .where(and(eq(seatTable.contractId, contractId), inArray(seatTable.id, seats)));
  }
}

export async function highestSeatNumber(tx: Transaction, contractId: string): Promise<number> {
  const isNumbered = sql`${seatTable.id} glob 'seat-[1-9]*'`;
  const [row] = await tx
    .select({ highest: sql<number | null>`max(cast(substr(${seatTable.id}, 6) as integer))` })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), isNumbered));
  return row?.highest ?? 0;
}

export type SeatChange = Change & { readonly seat: string };

export async function insertChanges(
  tx: Transaction,
  contractId: string,
  changes: readonly SeatChange[],
  termsVersion: number,
): Promise<void> {
  await insertRows(
    tx,
    standingChangeTable,
    changes.map(({ seat, ...change }) => ({ contractId, seatId: seat, termsVersion, ...change })),
  );
}
