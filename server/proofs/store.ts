import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import {
  inmailTable,
  responseTable,
  seatEventTable,
  seatTable,
  standingChangeTable,
  termsVersionTable,
} from '#server/db/schema.ts';
import { termsFrom, type Contract } from '#server/contracts/store.ts';
import { rawOfContent } from '#server/ledger/store.ts';
import type { SeatPast } from '#server/proofs/last-check.ts';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
import type { Window } from '#shared/policy/tally.ts';
import { tallySchema } from '#shared/wire/reading.ts';
import type { Proven } from '#shared/wire/proof.ts';

/** What a seat has been through up to `until`, or null where there is no such seat. */
export async function readPast(
  reader: Reader,
  { id, profile }: Contract,
  seat: string,
  until: Instant,
): Promise<SeatPast | null> {
  const [found] = await reader
    .select({ createdAt: seatTable.createdAt, keptSince: seatTable.keptSince })
    .from(seatTable)
    .where(and(eq(seatTable.contractId, id), eq(seatTable.id, seat)));
  if (found === undefined) return null;
  const { contractId, seatId, at, seq } = standingChangeTable;
  const changes = await reader
    .select()
    .from(standingChangeTable)
    .where(and(eq(contractId, id), eq(seatId, seat), lte(at, until)))
    .orderBy(asc(at), asc(seq));
  const versions = await reader
    .select()
    .from(termsVersionTable)
    .where(and(eq(termsVersionTable.contractId, id), lte(termsVersionTable.recordedAt, until)))
    .orderBy(asc(termsVersionTable.version));
  return {
    createdAt: found.createdAt,
    keptSince: found.keptSince,
    changes: changes.map((row) => ({ ...row, tally: tallySchema.nullable().parse(row.tally) })),
    terms: versions.map((row) => ({ ...row, terms: termsFrom(profile, row.terms) })),
  };
}

/** Up to where a seat's InMails did not count, as the ledger knew it at `knownAt`. */
export async function readCountsFrom(
  reader: Reader,
  contractId: string,
  seat: string,
  knownAt: Instant,
): Promise<Instant | null> {
  const table = seatEventTable;
  const isOfSeat = and(eq(table.contractId, contractId), eq(table.seatId, seat));
  const isStart = inArray(table.type, ['seat.opened', 'standing.restored']);
  const rows = await reader
    .select({ type: table.type, recordedAt: table.recordedAt, content: table.content })
    .from(table)
    .where(and(isOfSeat, isStart, lte(table.recordedAt, knownAt)))
    // At one instant openings come first; of the two, they do in the alphabet.
    .orderBy(asc(table.recordedAt), asc(table.type), asc(table.seq));
  const last = rows.at(-1);
  if (last === undefined) return null;
  return last.type === 'standing.restored'
    ? last.recordedAt
    : parseInstant(rawOfContent(last.content)['countsFrom']);
}

/** The InMails of a window with the outcomes that were known at `knownAt`. */
export async function readCounted(
  reader: Reader,
  contractId: string,
  seat: string,
  { after, through }: Window,
  knownAt: Instant,
): Promise<Proven['inmails']> {
  const sends = await reader
    .select({ inmail: inmailTable.inmailId, sentAt: inmailTable.sentAt })
    .from(inmailTable)
    .where(
      and(
        eq(inmailTable.contractId, contractId),
        eq(inmailTable.seatId, seat),
        eq(inmailTable.channel, 'inmail'),
        gt(inmailTable.sentAt, after),
        lte(inmailTable.sentAt, through),
        lte(inmailTable.recordedAt, knownAt),
      ),
    )
    .orderBy(asc(inmailTable.sentAt), asc(inmailTable.inmailId));
  const { inmailId, outcome, respondedAt, seq } = responseTable;
  const responses = await reader
    .select({ inmailId, outcome, respondedAt })
    .from(responseTable)
    .where(
      and(
        eq(responseTable.contractId, contractId),
        eq(responseTable.seatId, seat),
        eq(responseTable.channel, 'inmail'),
        gt(responseTable.sentAt, after),
        lte(responseTable.sentAt, through),
        lte(responseTable.recordedAt, knownAt),
        lte(respondedAt, knownAt),
      ),
    )
    .orderBy(asc(respondedAt), asc(seq));
  // Laid in from the last to the first, as the earliest settles.
  const settled = new Map(responses.toReversed().map((row) => [row.inmailId, row]));
  return sends.map((sent) => {
    const answer = settled.get(sent.inmail);
    const { outcome: is = 'pending', respondedAt: when = null } = answer ?? {};
    return { ...sent, outcome: is, respondedAt: when };
  });
}
