import {
  and,
  asc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  not,
  sql,
  type Column,
  type SQL,
} from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Batcher, Reader } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import { inmailTable, responseTable, seatEventTable, seatTable } from '#server/db/schema.ts';
import { AHEAD_MS } from '#server/ledger/admit.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { rawOfContent, rawOfInMailRow, rawOfResponseRow } from '#server/ledger/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type RecordedEvent = { raw: RawEvent; recordedAt: Instant };

type InMailRow = typeof inmailTable.$inferSelect;
type ResponseRow = typeof responseTable.$inferSelect;
type OtherRow = typeof seatEventTable.$inferSelect;

/** Since when the ledger of each seat is kept whose beginning was removed. */
export type KeptSince = ReadonlyMap<string, Instant>;

function keptSinceQuery(reader: Reader, contractId: string, seat?: string) {
  const { id, keptSince, contractId: of } = seatTable;
  const isIt = seat === undefined ? undefined : eq(id, seat);
  return reader
    .select({ seat: id, keptSince })
    .from(seatTable)
    .where(and(eq(of, contractId), isIt, isNotNull(keptSince)));
}

function keptSinceOf(rows: readonly { seat: string; keptSince: Instant | null }[]): KeptSince {
  return new Map(rows.flatMap(({ seat, keptSince: at }) => (at === null ? [] : [[seat, at]])));
}

/** The last row of each of `LEDGER_PAGES`, and since when the seats of a contract are kept. */
export async function readExtent(
  reader: Batcher & Reader,
  contractId: string,
): Promise<{ last: number[]; keptSince: KeptSince }> {
  const [kept, ...lasts] = await reader.batch([
    keptSinceQuery(reader, contractId),
    reader.select({ seq: max(inmailTable.seq) }).from(inmailTable),
    reader.select({ seq: max(responseTable.seq) }).from(responseTable),
    reader.select({ seq: max(seatEventTable.seq) }).from(seatEventTable),
  ]);
  const [inmails = 0, responses = 0, others = 0] = lasts.map(([row]) => row?.seq ?? 0);
  return { last: [inmails, responses, others, others], keptSince: keptSinceOf(kept) };
}

/** A row as the ledger tells it, and where to go on after it. */
export type Told = RecordedEvent & {
  seq: number;
  /** What is left of before a retention: it is told at another instant than it was recorded. */
  isRemains: boolean;
  /** No row that was received after this one is told before this instant. */
  floor: Instant;
};

/**
 * What is left of the time before a retention is where the seat begins: its InMails and responses
 * are told as recorded with the opening that stands for that time. What happened at the instant at
 * which it was recorded may be by a clock that ran ahead: what came after it is then told before it.
 */
function told(
  row: { seq: number; seatId: string | null; recordedAt: Instant },
  at: Instant | null,
  raw: RawEvent,
  keptSince: KeptSince,
): Told {
  const { seq } = row;
  const recordedAt = Math.max(row.recordedAt, keptSince.get(row.seatId ?? '') ?? row.recordedAt);
  const floor = at === row.recordedAt ? at - AHEAD_MS : row.recordedAt;
  return { raw, recordedAt, seq, isRemains: recordedAt !== row.recordedAt, floor };
}

const toldInMail = (row: InMailRow, kept: KeptSince): Told =>
  told(row, row.sentAt, rawOfInMailRow(row), kept);
const toldResponse = (row: ResponseRow, kept: KeptSince): Told =>
  told(row, row.respondedAt, rawOfResponseRow(row), kept);
const toldOther = ({ seq, content, recordedAt }: OtherRow): Told =>
  told({ seq, recordedAt, seatId: null }, null, rawOfContent(content), new Map());

/** Which rows: of a contract, so many of those that were received after a row and up to another. */
export type Place = {
  contractId: string;
  after: number;
  last: number;
  count: number;
  keptSince: KeptSince;
};

/**
 * Rows of a contract after one and up to another, and not by the contract's index (for that is the
 * plus): a page is read from its first row on and ends with its last, where the index would have all
 * of the contract read and sorted for each page.
 */
function isBetween(
  table: { contractId: Column; seq: Column },
  { contractId, after, last }: Place,
): SQL | undefined {
  const isOfContract = sql`+${table.contractId} = ${contractId}`;
  return and(isOfContract, gt(table.seq, after), lte(table.seq, last));
}

const isOpening = eq(seatEventTable.type, 'seat.opened');

/**
 * The kinds of rows that a ledger is kept in, each page by page in the order received. Openings are
 * apart, and all at once: a retention receives them long after the instant that they stand for.
 */
export const LEDGER_PAGES: readonly ((reader: Reader, place: Place) => Promise<Told[]>)[] = [
  async (reader, place) => {
    const isNext = isBetween(inmailTable, place);
    const rows = reader.select().from(inmailTable).where(isNext).orderBy(asc(inmailTable.seq));
    return (await rows.limit(place.count)).map((row) => toldInMail(row, place.keptSince));
  },
  async (reader, place) => {
    const isNext = isBetween(responseTable, place);
    const rows = reader.select().from(responseTable).where(isNext).orderBy(asc(responseTable.seq));
    return (await rows.limit(place.count)).map((row) => toldResponse(row, place.keptSince));
  },
  async (reader, place) => {
    const isNext = and(isBetween(seatEventTable, place), not(isOpening));
    const rows = reader
      .select()
      .from(seatEventTable)
      .where(isNext)
      .orderBy(asc(seatEventTable.seq));
    return (await rows.limit(place.count)).map(toldOther);
  },
  async (reader, { contractId, after, last }) => {
    if (after > 0) return [];
    const { contractId: of, seq, recordedAt } = seatEventTable;
    const isOne = and(eq(of, contractId), lte(seq, last), isOpening);
    const rows = reader
      .select()
      .from(seatEventTable)
      .where(isOne)
      .orderBy(asc(recordedAt), asc(seq));
    return (await rows).map(toldOther);
  },
];

/** What is left of before the retentions that seats are kept since `at` for. */
export async function readRemains(
  reader: Batcher & Reader,
  contractId: string,
  seats: readonly string[],
  at: Instant,
): Promise<RecordedEvent[]> {
  const isInMail = and(
    eq(inmailTable.contractId, contractId),
    inArray(inmailTable.seatId, named(seats)),
    lt(inmailTable.recordedAt, at),
  );
  const isResponse = and(
    eq(responseTable.contractId, contractId),
    inArray(responseTable.seatId, named(seats)),
    lt(responseTable.recordedAt, at),
  );
  const [inmails, responses] = await reader.batch([
    reader.select().from(inmailTable).where(isInMail).orderBy(asc(inmailTable.seq)),
    reader.select().from(responseTable).where(isResponse).orderBy(asc(responseTable.seq)),
  ]);
  const keptSince = new Map(seats.map((seat) => [seat, at]));
  return [
    ...inmails.map((row) => toldInMail(row, keptSince)),
    ...responses.map((row) => toldResponse(row, keptSince)),
  ];
}

/** What asks for all of one seat, kind by kind in the order received, and what is about all seats. */
export function seatLedgerQueries(reader: Reader, contractId: string, seat: string) {
  const isInMailOf = and(eq(inmailTable.contractId, contractId), eq(inmailTable.seatId, seat));
  const answered = reader.select({ id: inmailTable.inmailId }).from(inmailTable).where(isInMailOf);
  // By what they answer, and not by the seat that was copied to them: that copy is what is verified.
  const isResponseTo = and(
    eq(responseTable.contractId, contractId),
    inArray(responseTable.inmailId, answered),
  );
  // Two searches and not one with an "or", which reads every event of the contract.
  const others = (isAbout: SQL) => {
    const isOther = and(eq(seatEventTable.contractId, contractId), isAbout);
    return reader.select().from(seatEventTable).where(isOther);
  };
  const ofSeat = others(eq(seatEventTable.seatId, seat));
  const ofAll = others(isNull(seatEventTable.seatId));
  return [
    reader.select().from(inmailTable).where(isInMailOf).orderBy(asc(inmailTable.seq)),
    reader.select().from(responseTable).where(isResponseTo).orderBy(asc(responseTable.seq)),
    unionAll(ofSeat, ofAll).orderBy(asc(seatEventTable.seq)),
    keptSinceQuery(reader, contractId, seat),
  ] as const;
}

/** Rows of a seat as the ledger tells them. */
export function recordedOf([inmails, responses, others, kept]: readonly [
  InMailRow[],
  ResponseRow[],
  OtherRow[],
  { seat: string; keptSince: Instant | null }[],
]): RecordedEvent[] {
  const keptSince = keptSinceOf(kept);
  return [
    ...inmails.map((row) => toldInMail(row, keptSince)),
    ...responses.map((row) => toldResponse(row, keptSince)),
    ...others.map(toldOther),
  ];
}
