import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import type { Window } from '#shared/policy/tally.ts';

/**
 * How many of these recipients had an InMail in the window, from any seat of the contract, in the
 * ledger or beside it. Goes seat by seat, as the index of the window does.
 */
export async function countMessaged(
  reader: Reader,
  contractId: string,
  recipients: readonly string[],
  { after, through }: Window,
): Promise<number> {
  const among = named(recipients);
  const sent = (table: 'inmail' | 'observed_send', recipient: SQL) => sql`
    select ${recipient} as recipient from seat cross join ${sql.identifier(table)} s
      on s.contract_id = seat.contract_id and s.seat_id = seat.id and s.channel = 'inmail'
        and s.sent_at > ${after} and s.sent_at <= ${through}
    where seat.contract_id = ${contractId} and ${recipient} in ${among}`;
  const [row] = await reader.all<{ messaged: number }>(sql`
    select count(*) as messaged from (
      ${sent('inmail', sql`s.recipient`)} union
      ${sent('observed_send', sql`s.content ->> 'recipient'`)})`);
  return row === undefined ? 0 : row.messaged;
}
