import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';

/** Days are counted from `from` on: day 1 is `from < at <= from + 1 day`, as a window's ends are. */
export type Span = Readonly<{ from: Instant; through: Instant }>;

/** InMails of a seat by the day they were sent on, and answers by the day they came on as well. */
export type ByDay = {
  sent: { day: number; count: number }[];
  answered: { day: number; answeredDay: number; count: number }[];
};

const sentSchema = z.array(z.tuple([z.string(), z.number(), z.number()]));
const answeredSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.number()]));

const dayOf = (column: string, { from }: Span) =>
  sql.raw(`(${column} - ${from} - 1) / ${DAY_MS} + 1`);

/** What was sent in a span and what was answered of it, day by day, of several seats. */
export async function readDays(
  reader: Reader,
  contractId: string,
  seats: readonly string[],
  span: Span,
): Promise<Map<string, ByDay>> {
  const { from, through } = span;
  const wanted = sql`${named(seats)} w`;
  const [sent] = await reader.all<{ rows: string }>(sql`
    select json_group_array(json_array(seat, day, n)) as rows from (
      select w.value as seat, ${dayOf('i.sent_at', span)} as day, count(*) as n
      from ${wanted} cross join inmail i
      where i.contract_id = ${contractId} and i.seat_id = w.value and i.channel = 'inmail'
        and i.sent_at > ${from} and i.sent_at <= ${through}
      group by 1, 2)`);
  const [answered] = await reader.all<{ rows: string }>(sql`
    select json_group_array(json_array(seat, day, answered_day, n)) as rows from (
      select w.value as seat, ${dayOf('r.sent_at', span)} as day,
        ${dayOf('r.responded_at', span)} as answered_day, count(*) as n
      from ${wanted} cross join inmail_response r
      where r.contract_id = ${contractId} and r.seat_id = w.value and r.channel = 'inmail'
        and r.sent_at > ${from} and r.sent_at <= ${through} and r.responded_at <= ${through}
        and not exists (
          select 1 from inmail_response e where e.contract_id = r.contract_id
            and e.seat_id = r.seat_id and e.channel = r.channel and e.sent_at = r.sent_at
            and e.inmail_id = r.inmail_id and (e.responded_at < r.responded_at
              or (e.responded_at = r.responded_at and e.seq < r.seq)))
      group by 1, 2, 3)`);
  const days = new Map(seats.map((seat): [string, ByDay] => [seat, { sent: [], answered: [] }]));
  for (const [seat, day, count] of sentSchema.parse(JSON.parse(sent?.rows ?? '[]'))) {
    days.get(seat)?.sent.push({ day, count });
  }
  for (const [seat, day, answeredDay, count] of answeredSchema.parse(
    JSON.parse(answered?.rows ?? '[]'),
  )) {
    days.get(seat)?.answered.push({ day, answeredDay, count });
  }
  return days;
}

/** Which of these seats began anew to count at some time. */
export async function findRestarted(
  reader: Reader,
  contractId: string,
  seats: readonly string[],
): Promise<string[]> {
  const rows = await reader.all<{ seat: string }>(sql`
    select distinct seat_id as seat from seat_event
    where contract_id = ${contractId} and seat_id in ${named(seats)}
      and type in ('seat.opened', 'standing.restored')`);
  return rows.map(({ seat }) => seat);
}
