import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { termsFrom, type Contract } from '#server/contracts/store.ts';
import type { Reader } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';
import { seatEventTable, termsVersionTable } from '#server/db/schema.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import {
  sentIn,
  settledIn,
  tallyFrom,
  type Counts,
  type Range,
} from '#server/standing/tally-store.ts';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
import type { Tally, Window } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** From `recordedAt` on the seat's count leaves out what was sent up to `countsFrom`. */
export type Start = Readonly<{ recordedAt: Instant; countsFrom: Instant | null }>;
export type TermsSince = Readonly<{ recordedAt: Instant; terms: Terms }>;

/** Each time that a seat's count began anew, in their order. */
export async function listStarts(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<Start[]> {
  const { contractId: of, seatId, type, recordedAt, content, seq } = seatEventTable;
  const isStart = inArray(type, ['seat.opened', 'standing.restored']);
  const rows = await reader
    .select({ type, recordedAt, content })
    .from(seatEventTable)
    .where(and(eq(of, contractId), eq(seatId, seat), isStart))
    // At one instant openings come first; of the two, they do in the alphabet.
    .orderBy(asc(recordedAt), asc(type), asc(seq));
  return rows.map((row) => ({
    recordedAt: row.recordedAt,
    countsFrom:
      row.type === 'standing.restored'
        ? row.recordedAt
        : parseInstant(rawOfContent(row.content)['countsFrom']),
  }));
}

/** Every version of a contract's terms, in their order. */
export async function listTerms(reader: Reader, { id, profile }: Contract): Promise<TermsSince[]> {
  const rows = await reader
    .select()
    .from(termsVersionTable)
    .where(eq(termsVersionTable.contractId, id))
    .orderBy(asc(termsVersionTable.version));
  return rows.map(({ recordedAt, terms }) => ({ recordedAt, terms: termsFrom(profile, terms) }));
}

/** A seat's tallies over many windows, in their order, each with the answers up to its own end. */
export async function talliesAt(
  reader: Reader,
  contractId: string,
  seat: string,
  windows: readonly Window[],
): Promise<Tally[]> {
  const rows = windows.map(({ after, through }) => [after, through]);
  const [after, through] = [sql`p.after`, sql`p.through`];
  const range: Range = { contractId, seat: sql`${seat}`, after, through };
  const found = await reader.all<Counts>(sql`
    with p as materialized (
      select key as place, value ->> 0 as after, value ->> 1 as through
      from ${jsonRows(rows)})
    select ${sentIn('inmail', range)} as total, ${settledIn('accepted', range, through)} as accepted,
      ${settledIn('declined', range, through)} as declined
    from p order by p.place`);
  return found.map(tallyFrom);
}
