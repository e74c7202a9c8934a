import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { insertRows, jsonRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { inmailTable, responseTable, seatEventTable, seatTable } from '#server/db/schema.ts';
import {
  extraOfResponded,
  extraOfSent,
  rawOfResponded,
  rawOfSent,
  type Offered,
  type RawEvent,
} from '#server/ledger/raw-event.ts';
import type { InMailResponded, InMailSent, LedgerEvent } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { isObject } from '#shared/policy/outcome.ts';
import type { Author } from '#shared/wire/author.ts';

type InMailRow = typeof inmailTable.$inferSelect;
type ResponseRow = typeof responseTable.$inferSelect;

/** The event of a row as it came. */
export function rawOfInMailRow(row: InMailRow): RawEvent {
  const { mode, channel, cost, surface, recipient, batch, template, segment } = row;
  const details = { mode, channel, cost, surface, recipient, batch, template, segment };
  const sent = { id: row.eventId, at: row.sentAt, seat: row.seatId, inmail: row.inmailId };
  return rawOfSent({ ...sent, ...details }, row.extra);
}

export function rawOfResponseRow(row: ResponseRow): RawEvent {
  const { eventId, respondedAt, inmailId, outcome, extra } = row;
  return rawOfResponded({ id: eventId, at: respondedAt, inmail: inmailId, outcome }, extra);
}

export function rawOfContent(content: unknown): RawEvent {
  if (!isObject(content)) throw new Error('A stored event is not an object.');
  return content;
}

/** The events that the ledger holds under any of these ids. */
export async function findEvents(
  tx: Transaction,
  contractId: string,
  ids: readonly string[],
): Promise<Map<string, RawEvent>> {
  const found = new Map<string, RawEvent>();
  if (ids.length === 0) return found;
  const inmails = await tx
    .select()
    .from(inmailTable)
    .where(and(eq(inmailTable.contractId, contractId), inArray(inmailTable.eventId, named(ids))));
  for (const row of inmails) found.set(row.eventId, rawOfInMailRow(row));
  const isResponse = inArray(responseTable.eventId, named(ids));
  const responses = await tx
    .select()
    .from(responseTable)
    .where(and(eq(responseTable.contractId, contractId), isResponse));
  for (const row of responses) found.set(row.eventId, rawOfResponseRow(row));
  const isOther = inArray(seatEventTable.eventId, named(ids));
  const others = await tx
    .select({ id: seatEventTable.eventId, content: seatEventTable.content })
    .from(seatEventTable)
    .where(and(eq(seatEventTable.contractId, contractId), isOther));
  for (const { id, content } of others) found.set(id, rawOfContent(content));
  return found;
}

/** Which of these InMails the ledger knows. */
export async function findInMails(
  tx: Transaction,
  contractId: string,
  inmails: readonly string[],
): Promise<Set<string>> {
  if (inmails.length === 0) return new Set();
  const isNamed = inArray(inmailTable.inmailId, named(inmails));
  const rows = await tx
    .select({ inmail: inmailTable.inmailId })
    .from(inmailTable)
    .where(and(eq(inmailTable.contractId, contractId), isNamed));
  return new Set(rows.map(({ inmail }) => inmail));
}

/** Which of these seats the contract has. */
export async function findSeats(
  tx: Reader,
  contractId: string,
  seats: readonly string[],
): Promise<Set<string>> {
  if (seats.length === 0) return new Set();
  const rows = await tx
    .select({ id: seatTable.id })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), inArray(seatTable.id, named(seats))));
  return new Set(rows.map(({ id }) => id));
}

/** Since when the ledger of these seats is kept, null for ever; seats that are not there are left out. */
export async function findKeptSince(
  tx: Reader,
  contractId: string,
  seats: readonly string[],
): Promise<Map<string, Instant | null>> {
  if (seats.length === 0) return new Map();
  const { id, keptSince } = seatTable;
  const rows = await tx
    .select({ id, keptSince })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, contractId), inArray(id, named(seats))));
  return new Map(rows.map((row) => [row.id, row.keptSince]));
}

/** Appends sends, and tells responses that came before them which InMail they answer. */
export async function insertSends(
  tx: Transaction,
  contractId: string,
  sends: readonly Offered<InMailSent>[],
): Promise<void> {
  if (sends.length === 0) return;
  const rows = sends.map(({ event, raw }) => {
    const { id, at, seat, inmail, type: _type, ...details } = event;
    const ids = { contractId, eventId: id, inmailId: inmail, seatId: seat, sentAt: at };
    return { ...ids, ...details, extra: extraOfSent(raw) };
  });
  await insertRows(tx, inmailTable, rows);
  const inmails = JSON.stringify(sends.map(({ event }) => event.inmail));
  // From the new InMails to their early responses: the cross join keeps that order.
  await tx.run(sql`
    update inmail_response set (seat_id, channel, sent_at) = (
      select i.seat_id, i.channel, i.sent_at from inmail i
      where i.contract_id = ${contractId} and i.inmail_id = inmail_response.inmail_id)
    where seq in (
      select r.seq from json_each(${inmails}) j
      cross join inmail_response r indexed by response_inmail
      where r.contract_id = ${contractId} and r.inmail_id = j.value and r.seat_id is null)`);
}

/** Appends responses, each with the seat and instant of its InMail, where that is known. */
export async function insertResponses(
  tx: Transaction,
  contractId: string,
  responses: readonly Offered<InMailResponded>[],
): Promise<void> {
  if (responses.length === 0) return;
  const rows = responses.map(({ event, raw }) => {
    const { id, inmail, outcome, at, recordedAt } = event;
    return [id, inmail, outcome, at, recordedAt, extraOfResponded(raw)];
  });
  await tx.run(sql`
    insert into inmail_response (contract_id, event_id, inmail_id, outcome, responded_at,
      recorded_at, extra, seat_id, channel, sent_at)
    select ${contractId}, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3,
      j.value ->> 4, j.value ->> 5, i.seat_id, i.channel, i.sent_at
    from ${jsonRows(rows)} j left join inmail i
      on i.contract_id = ${contractId} and i.inmail_id = j.value ->> 1
    order by j.key`);
}

/** Appends every other event, as it came. */
export async function insertSeatEvents(
  tx: Transaction,
  contractId: string,
  events: readonly Offered<Exclude<LedgerEvent, InMailSent | InMailResponded>>[],
  recordedBy: Author,
): Promise<void> {
  const rows = events.map(({ event, raw }) => {
    const { recordedAt: _ours, ...content } = raw;
    const seatId = event.type === 'terms.changed' ? null : event.seat;
    const { id, type, recordedAt } = event;
    const ids = { contractId, eventId: id, seatId };
    return { ...ids, type, recordedAt, content, recordedBy };
  });
  await insertRows(tx, seatEventTable, rows);
}
