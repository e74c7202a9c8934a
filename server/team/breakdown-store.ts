import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';
import { tallyFrom, type Counts } from '#server/standing/tally-store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Tally, Window } from '#shared/policy/tally.ts';
import { MOST_GROUPS, type Breakdown } from '#shared/wire/breakdown.ts';

export type Group = { key: string | null; tally: Tally };
/** Who held a seat from an instant on. */
export type Holding = { holder: string; since: Instant };

/** Which part of a seat's InMails is asked for; all that is in a window is counted by now. */
type Of = { contractId: string; seat: string; window: Window; now: Instant };

/** The outcome of an InMail as known now: the earliest response settles it. */
const outcome = (now: Instant) => sql`(
  select r.outcome from inmail_response r
  where r.contract_id = i.contract_id and r.seat_id = i.seat_id and r.channel = i.channel
    and r.sent_at = i.sent_at and r.inmail_id = i.inmail_id and r.responded_at <= ${now}
  order by r.responded_at, r.seq limit 1)`;

function keyOf(by: Breakdown, holdings: readonly Holding[]): SQL {
  switch (by) {
    case 'template':
      return sql`i.template`;
    case 'surface':
      return sql`i.surface`;
    case 'mode':
      return sql`i.mode`;
    case 'project':
      // No field of the interchange format: kept as it came where a feed says it.
      return sql`i.extra ->> 'project'`;
    case 'holder': {
      const rows = holdings.map(({ holder, since }) => [holder, since]);
      return sql`(select value ->> 0 from ${jsonRows(rows)} where value ->> 1 <= i.sent_at
        order by value ->> 1 desc limit 1)`;
    }
  }
}

function counted(key: SQL, { contractId, seat, window, now }: Of): SQL {
  return sql`
    select ${key} as key, ${outcome(now)} as outcome from inmail i
    where i.contract_id = ${contractId} and i.seat_id = ${seat} and i.channel = 'inmail'
      and i.sent_at > ${window.after} and i.sent_at <= ${window.through}`;
}

const counts = sql`count(*) as total, count(*) filter (where outcome = 'accepted') as accepted,
  count(*) filter (where outcome = 'declined') as declined`;

/** A seat's InMails in groups, the largest first. */
export async function readGroups(
  reader: Reader,
  by: Breakdown,
  holdings: readonly Holding[],
  of: Of,
): Promise<Group[]> {
  const found = await reader.all<Counts & { key: string | null }>(sql`
    select key, ${counts} from (${counted(keyOf(by, holdings), of)})
    group by key order by total desc, key limit ${MOST_GROUPS}`);
  return found.map((row) => ({ key: row.key, tally: tallyFrom(row) }));
}

/** A seat's InMails by the window of each that they lie in; windows that hold none are left out. */
export async function readInWindows(
  reader: Reader,
  windows: readonly Window[],
  of: Of,
): Promise<Map<number, Tally>> {
  const rows = windows.map(({ through }) => [through]);
  const key = sql`(select min(key) from ${jsonRows(rows)} where i.sent_at <= value ->> 0)`;
  const found = await reader.all<Counts & { key: number }>(
    sql`select key, ${counts} from (${counted(key, of)}) group by key`,
  );
  return new Map(found.map((row) => [row.key, tallyFrom(row)]));
}
