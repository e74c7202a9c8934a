import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { named } from '#server/db/named.ts';
import { observedSendTable } from '#server/db/schema.ts';
import type { Offered, RawEvent } from '#server/ledger/raw-event.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import type { InMailSent } from '#shared/policy/events.ts';

/** What the overlay saw that the ledger does not hold, by event id. */
export async function findObserved(
  tx: Transaction,
  contractId: string,
  ids: readonly string[],
): Promise<Map<string, RawEvent>> {
  if (ids.length === 0) return new Map();
  const isNamed = inArray(observedSendTable.eventId, named(ids));
  const rows = await tx
    .select({ id: observedSendTable.eventId, content: observedSendTable.content })
    .from(observedSendTable)
    .where(and(eq(observedSendTable.contractId, contractId), isNamed));
  return new Map(rows.map(({ id, content }) => [id, rawOfContent(content)]));
}

/** Which of these InMails the overlay saw. */
export async function findObservedInMails(
  tx: Transaction,
  contractId: string,
  inmails: readonly string[],
): Promise<Set<string>> {
  if (inmails.length === 0) return new Set();
  const isNamed = inArray(observedSendTable.inmailId, named(inmails));
  const rows = await tx
    .select({ inmail: observedSendTable.inmailId })
    .from(observedSendTable)
    .where(and(eq(observedSendTable.contractId, contractId), isNamed));
  return new Set(rows.map(({ inmail }) => inmail));
}

export async function insertObserved(
  tx: Transaction,
  contractId: string,
  sends: readonly Offered<InMailSent>[],
): Promise<void> {
  const rows = sends.map(({ event, raw }) => {
    const { id, inmail, seat, channel, at } = event;
    const ids = { contractId, eventId: id, inmailId: inmail, seatId: seat };
    return { ...ids, channel, sentAt: at, content: raw };
  });
  await insertRows(tx, observedSendTable, rows);
}
