import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '#server/db/database.ts';
import { named } from '#server/db/named.ts';
import type { Candidate, Sighting } from '#server/observations/match.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { sendMarksSchema } from '#shared/wire/observations.ts';

type Row = {
  inmail: string;
  sentAt: Instant;
  recipient: string | null;
  marks: string | null;
  linked: string | null;
  isPending: number;
};

function candidateOf(row: Row, isInLedger: boolean): Candidate {
  const { inmail, sentAt, recipient, linked } = row;
  const marks = sendMarksSchema.parse(row.marks === null ? {} : JSON.parse(row.marks));
  const { nameHash = null } = marks;
  const conversation = linked ?? marks.conversation ?? null;
  return {
    inmail,
    sentAt,
    recipient: recipient ?? marks.recipient ?? null,
    nameHash,
    conversation,
    isPending: row.isPending === 1,
    isInLedger,
  };
}

/** The seat's InMails that any of these answers could belong to, of the ledger and beside it. */
export async function findCandidates(
  tx: Transaction,
  contractId: string,
  seat: string,
  sightings: readonly Sighting[],
): Promise<Candidate[]> {
  const recipients = named(sightings.map(({ recipient }) => recipient));
  const conversations = named(sightings.flatMap((each) => each.conversation ?? []));
  const query = (table: 'inmail' | 'observed_send', recipient: SQL, marks: SQL, answered: SQL) =>
    tx.all<Row>(sql`
      select s.inmail_id as inmail, s.sent_at as sentAt, ${recipient} as recipient,
        ${marks} as marks,
        (select o.conversation from observed_response o where o.contract_id = s.contract_id
          and o.inmail_id = s.inmail_id and o.conversation is not null
          order by o.seq limit 1) as linked,
        not exists (select 1 from observed_response o where o.contract_id = s.contract_id
          and o.inmail_id = s.inmail_id) and not ${answered} as isPending
      from ${sql.identifier(table)} s
      where s.contract_id = ${contractId} and s.seat_id = ${seat} and s.channel = 'inmail'
        and (${recipient} in ${recipients} or ${marks} ->> 'nameHash' in ${recipients}
          or ${marks} ->> 'conversation' in ${conversations}
          or s.inmail_id in (select o.inmail_id from observed_response o
            where o.contract_id = ${contractId} and o.seat_id = ${seat}
              and o.conversation in ${conversations} and o.inmail_id is not null))`);
  const answered = sql`exists (select 1 from inmail_response r
    where r.contract_id = s.contract_id and r.inmail_id = s.inmail_id)`;
  const kept = await query('inmail', sql`s.recipient`, sql`s.extra`, answered);
  const [ofContent, no] = [sql`s.content ->> 'recipient'`, sql`0`];
  const seen = await query('observed_send', ofContent, sql`s.content`, no);
  return [
    ...kept.map((row) => candidateOf(row, true)),
    ...seen.map((row) => candidateOf(row, false)),
  ];
}
