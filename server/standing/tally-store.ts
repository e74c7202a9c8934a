import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#server/db/database.ts';
import { jsonRows } from '#server/db/insert-rows.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { tallyOf, type Tally, type Window } from '#shared/policy/tally.ts';

/** Which InMails of which seat are counted, as pieces of SQL. */
export type Range = { contractId: string; seat: SQL; after: SQL; through: SQL };

export const sentIn = (
  table: 'inmail' | 'observed_send',
  { contractId, seat, after, through }: Range,
) =>
  sql<number>`(
    select count(*) from ${sql.identifier(table)} where contract_id = ${contractId}
      and seat_id = ${seat} and channel = 'inmail' and sent_at > ${after} and sent_at <= ${through}
  )`;

/** The earliest response settles an InMail; of two at one instant, the one recorded first. */
export const settledIn = (
  outcome: 'accepted' | 'declined',
  range: Range,
  knownAt: SQL,
) => sql<number>`(
    select count(*) from inmail_response r where r.contract_id = ${range.contractId}
      and r.seat_id = ${range.seat} and r.channel = 'inmail'
      and r.sent_at > ${range.after} and r.sent_at <= ${range.through}
      and r.outcome = ${outcome} and r.responded_at <= ${knownAt}
      and not exists (
        select 1 from inmail_response e where e.contract_id = r.contract_id
          and e.seat_id = r.seat_id and e.channel = r.channel and e.sent_at = r.sent_at
          and e.inmail_id = r.inmail_id and (e.responded_at < r.responded_at
            or (e.responded_at = r.responded_at and e.seq < r.seq)))
  )`;

export type Counts = { total: number; accepted: number; declined: number };

export function tallyFrom({ total, accepted, declined }: Counts): Tally {
  return tallyOf(accepted, declined, total - accepted - declined);
}

/** The tallies of seats over their windows, as known at one instant, by one query. */
export async function talliesOf(
  tx: Transaction,
  contractId: string,
  windows: readonly { seat: string; window: Window }[],
  knownAt: Instant,
): Promise<Map<string, Tally>> {
  const range: Range = {
    contractId,
    seat: sql`w.seat`,
    after: sql`w.after`,
    through: sql`w.through`,
  };
  const known = sql`${knownAt}`;
  const rows = windows.map(({ seat, window }) => [seat, window.after, window.through]);
  const found = await tx.all<Counts & { seat: string }>(sql`
    with w as materialized (
      select value ->> 0 as seat, value ->> 1 as after, value ->> 2 as through
      from ${jsonRows(rows)})
    select w.seat as seat, ${sentIn('inmail', range)} as total,
      ${settledIn('accepted', range, known)} as accepted,
      ${settledIn('declined', range, known)} as declined
    from w`);
  return new Map(found.map((row) => [row.seat, tallyFrom(row)]));
}
