import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#server/db/database.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import {
  inmailTable,
  observedResponseTable,
  observedSendTable,
  responseTable,
  seatTable,
} from '#server/db/schema.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';

const instantOrNull = z.number().nullable();

/** In the order of the columns below. */
const stateSchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(STANDINGS),
  instantOrNull,
  instantOrNull,
  instantOrNull,
  z.enum(NOTICE_TYPES).nullable(),
  instantOrNull,
  z.enum(MODES),
  instantOrNull,
  instantOrNull,
  z.string().nullable(),
  instantOrNull,
]);

/** What the fold has come to for a seat, and what else of its row moves with nothing in the ledger. */
export type SeatNow = Readonly<ReturnType<typeof seatNowOf>>;

function seatNowOf(row: z.output<typeof stateSchema>) {
  const [id, holder, standing, countsFrom, periodEndsAt, nextCheckAt] = row;
  const [, , , , , , type, issuedAt, mode, completeUpTo, inboxReadAt, team, lastSeenAt] = row;
  const notice = type === null || issuedAt === null ? null : { type, issuedAt };
  const state = { holder, standing, countsFrom, periodEndsAt, nextCheckAt, notice, mode };
  return { id, ...state, completeUpTo, inboxReadAt, team, lastSeenAt };
}

/** When the browsers that are connected to seats last spoke; those of holders before have ended. */
const lastSeen = (contractId: string) => sql`
  select ${deviceTable.seatId} as seat,
    max(coalesce(${deviceTable.lastSeenAt}, ${deviceTable.createdAt})) as at
  from ${deviceTable}
  where ${deviceTable.contractId} = ${contractId} and ${deviceTable.endedAt} is null
    and ${deviceTable.seatId} is not null
  group by ${deviceTable.seatId}`;

/** When a connected browser of a seat's holder last spoke; null where none is. */
export async function readLastSeen(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<Instant | null> {
  const [found] = await reader.all<{ at: Instant }>(
    sql`select at from (${lastSeen(contractId)}) where seat = ${seat}`,
  );
  return found?.at ?? null;
}

/** Every seat of a contract as one row of JSON: ten thousand rows of their own take many times as long. */
export async function readSeatsNow(reader: Reader, contractId: string): Promise<SeatNow[]> {
  const [found] = await reader.all<{ seats: string }>(sql`
    select json_group_array(json_array(id, holder, standing, counts_from, period_ends_at,
      next_check_at, notice, notice_issued_at, mode, complete_up_to, inbox_read_at,
      (select name from team where team.contract_id = seat.contract_id and team.id = seat.team),
      seen.at
    )) as seats
    from ${seatTable} left join (${lastSeen(contractId)}) seen on seen.seat = seat.id
    where contract_id = ${contractId}`);
  const rows: unknown = JSON.parse(found?.seats ?? '[]');
  return z.array(stateSchema).parse(rows).map(seatNowOf);
}

/** What moves a tally: each row of these is about one seat. */
const MOVING = [inmailTable, responseTable, observedSendTable, observedResponseTable] as const;

/** How far each of these tables has been read, by the number of its last row. */
export type ReadUpTo = readonly number[];

export async function readLastRows(reader: Reader): Promise<ReadUpTo> {
  const last = MOVING.map((table) => sql`(select coalesce(max(seq), 0) from ${table})`);
  const [found] = await reader.all<{ last: string }>(
    sql`select json_array(${sql.join(last, sql`, `)}) as last`,
  );
  return z.array(z.number()).parse(JSON.parse(found?.last ?? '[]'));
}

/** The seats of a contract of which any of these tables has got a row since. */
export async function readTouched(
  reader: Reader,
  contractId: string,
  since: ReadUpTo,
): Promise<Set<string>> {
  const touched = new Set<string>();
  for (const [index, table] of MOVING.entries()) {
    // The plus keeps it from the index of the contract, which would read the contract whole.
    const rows = await reader.all<{ seat: string | null }>(sql`
      select distinct seat_id as seat from ${table}
      where +contract_id = ${contractId} and seq > ${since[index] ?? 0}`);
    for (const { seat } of rows) if (seat !== null) touched.add(seat);
  }
  return touched;
}

/**
 * When the tally of each seat changes next with time alone: an InMail leaves the window, or one that
 * lies ahead of our clock comes to pass.
 */
export async function readNextChanges(
  reader: Reader,
  contractId: string,
  seats: readonly string[],
  { windowDays, now }: { windowDays: number; now: Instant },
): Promise<Map<string, Instant>> {
  const window = daysToMs(windowDays);
  const after = now - window;
  const of = (table: string, column: string): string =>
    `from ${table} where contract_id = seat.contract_id and seat_id = seat.id and ${column} > `;
  const leaves = (table: string, column: string, only = '') =>
    sql.raw(`(select min(${column}) ${of(table, column)} ${after} ${only}) + ${window}`);
  const comes = (table: string, column: string, only = '') =>
    sql.raw(`(select min(${column}) ${of(table, column)} ${now} ${only})`);
  const answerComes = sql.raw(
    `(select min(responded_at) ${of('inmail_response', 'sent_at')} ${after} ` +
      `and channel = 'inmail' and responded_at > ${now})`,
  );
  const counted = "and channel = 'inmail'";
  const instants = [
    leaves('inmail', 'sent_at', counted),
    comes('inmail', 'sent_at', counted),
    answerComes,
    leaves('observed_send', 'sent_at', counted),
    comes('observed_send', 'sent_at', counted),
    leaves('observed_response', 'observed_at'),
    comes('observed_response', 'observed_at'),
  ];
  const found = await reader.all<{ changes: string }>(sql`
    select json_group_array(json_array(id, ${sql.join(instants, sql`, `)})) as changes
    from ${seatTable} where contract_id = ${contractId} and id in ${named(seats)}`);
  const rows = z
    .array(z.tuple([z.string()]).rest(instantOrNull))
    .parse(JSON.parse(found[0]?.changes ?? '[]'));
  return new Map(rows.map(([id, ...all]) => [id, Math.min(...all.map((at) => at ?? Infinity))]));
}
