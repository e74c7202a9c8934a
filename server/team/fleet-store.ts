import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#server/db/database.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import { named } from '#server/db/named.ts';
import {
  contractTable,
  inmailTable,
  observedResponseTable,
  observedSendTable,
  responseTable,
  seatTable,
  teamTable,
} from '#server/db/schema.ts';
import { KeptRows, linesIn } from '#server/team/kept-rows.ts';
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
  z.number(),
]);

/** What the fold has come to for a seat, and what else of its row moves with nothing in the ledger. */
export type SeatNow = Readonly<ReturnType<typeof seatNowOf>>;

function seatNowOf(row: z.output<typeof stateSchema>) {
  const [id, holder, standing, countsFrom, periodEndsAt, nextCheckAt] = row;
  const [, , , , , , type, issuedAt, mode, completeUpTo, inboxReadAt, teamId, changed] = row;
  const notice = type === null || issuedAt === null ? null : { type, issuedAt };
  const state = { holder, standing, countsFrom, periodEndsAt, nextCheckAt, notice, mode };
  return { id, ...state, completeUpTo, inboxReadAt, teamId, changed };
}

/** The browsers that are connected to seats; those of holders before have ended. */
const connected = (contractId: string) =>
  sql`${deviceTable.contractId} = ${contractId} and ${deviceTable.endedAt} is null`;

const spokenAt = sql`coalesce(${deviceTable.lastSeenAt}, ${deviceTable.createdAt})`;

/** When a connected browser of a seat's holder last spoke; null where none is. */
export async function readLastSeen(
  reader: Reader,
  contractId: string,
  seat: string,
): Promise<Instant | null> {
  const [found] = await reader.all<{ at: Instant | null }>(sql`
    select max(${spokenAt}) as at from ${deviceTable}
    where ${connected(contractId)} and ${deviceTable.seatId} = ${seat}`);
  return found?.at ?? null;
}

/** One text of many rows: ten thousand rows of their own take many times as long. */
const linesOf = (...columns: SQL[]): SQL =>
  sql`coalesce(group_concat(json_array(${sql.join(columns, sql`, `)}), char(10)), '')`;

async function readLines(reader: Reader, query: SQL): Promise<string> {
  const [found] = await reader.all<{ lines: string }>(query);
  return found?.lines ?? '';
}

/** The seats of a contract that have changed since. */
export async function readChangedSeats(
  reader: Reader,
  contractId: string,
  since: number,
): Promise<SeatNow[]> {
  const columns = sql.raw(`id, holder, standing, counts_from, period_ends_at, next_check_at, notice,
    notice_issued_at, mode, complete_up_to, inbox_read_at, team, changed`);
  const lines = await readLines(
    reader,
    sql`select ${linesOf(columns)} as lines from ${seatTable}
      where contract_id = ${contractId} and changed > ${since}`,
  );
  return linesIn(lines).map((line) => seatNowOf(stateSchema.parse(JSON.parse(line))));
}

/** A team of a contract by its id. */
export type TeamName = readonly [id: string, name: string];

export const keptTeamNames = (): KeptRows<TeamName> =>
  new KeptRows((json) => z.tuple([z.string(), z.string()]).parse(json));

export function readTeamNames(reader: Reader, contractId: string): Promise<string> {
  const { id, name } = teamTable;
  return readLines(
    reader,
    sql`select ${linesOf(sql`${id}`, sql`${name}`)} as lines from ${teamTable}
      where ${teamTable.contractId} = ${contractId}`,
  );
}

/** When a browser that is connected to a seat last spoke. */
export type Spoken = readonly [seat: string, at: Instant];

export const keptSpoken = (): KeptRows<Spoken> =>
  new KeptRows((json) => z.tuple([z.string(), z.number()]).parse(json));

/** The same of every seat, a row for each browser. */
export function readSpoken(reader: Reader, contractId: string): Promise<string> {
  return readLines(
    reader,
    sql`select ${linesOf(sql`${deviceTable.seatId}`, spokenAt)} as lines from ${deviceTable}
      where ${connected(contractId)} and ${deviceTable.seatId} is not null`,
  );
}

/** Each contract that there is, as who was created when: one of the same id may follow it. */
export async function readContractsThere(reader: Reader): Promise<Set<string>> {
  const { id, createdAt } = contractTable;
  const found = await reader.select({ id, createdAt }).from(contractTable);
  return new Set(found.map((each) => `${each.createdAt} ${each.id}`));
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
