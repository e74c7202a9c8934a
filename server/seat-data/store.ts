import { and, asc, eq, getTableColumns, inArray, sql, type Column, type SQL } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { recordedChangeTable } from '#server/db/audit-schema.ts';
import { bulkHeldTable } from '#server/db/hold-schema.ts';
import { deviceTable, invitationTable, signInTable } from '#server/db/identity-schema.ts';
import { personTable } from '#server/db/person-schema.ts';
import {
  observedResponseTable,
  observedSendTable,
  seatTable,
  standingChangeTable,
} from '#server/db/schema.ts';
import { surfaceMissTable } from '#server/db/surface-schema.ts';
import { usageReportTable } from '#server/db/usage-schema.ts';
import { webhookMessageTable } from '#server/db/webhook-schema.ts';

/** Rows are numbered over all contracts, so that their numbers would tell how much others do. */
function withoutNumbers<Row extends { seq: number }>(rows: readonly Row[]): Omit<Row, 'seq'>[] {
  return rows.map(({ seq: _overAll, ...row }) => row);
}

const isOfSeat = (
  table: { contractId: Column; seatId: Column },
  contractId: string,
  seat: string,
): SQL | undefined => and(eq(table.contractId, contractId), eq(table.seatId, seat));

/** Changes in the trail whose subject is a seat. */
const SEAT_CHANGES = ['seat.joined', 'seat.left', 'team.changed'];

// The hash of its link is nobody's to read.
const { tokenHash: _hash, ...invitationColumns } = getTableColumns(invitationTable);

/** The seat as it stands, and who signs in as its holder. */
export async function readSeatAndPerson(reader: Reader, contractId: string, seat: string) {
  const { contractId: _contract, id: _id, holder: _holder, ...state } = getTableColumns(seatTable);
  const { id, name, email, createdAt } = personTable;
  const [found] = await reader
    .select({ state, person: { id, name, email, createdAt } })
    .from(seatTable)
    .leftJoin(personTable, eq(personTable.id, seatTable.personId))
    .where(and(eq(seatTable.contractId, contractId), eq(seatTable.id, seat)));
  return found ?? null;
}

/** A person's attempts to sign in, which are of no contract. */
export async function readSignIns(reader: Reader, person: string) {
  const { at, network, method, outcome, personId } = signInTable;
  return reader
    .select({ at, network, method, outcome })
    .from(signInTable)
    .where(eq(personId, person))
    .orderBy(asc(at), asc(signInTable.seq));
}

/** Of people at a seat, and of what was told of them: rows that are not for everyone. */
export async function readPeopleRows(reader: Reader, contractId: string, seat: string) {
  const holder = sql<string | null>`${webhookMessageTable.payload} ->> '$.data.seat.holder'`;
  const { id, name, role, personId, createdAt, lastSeenAt, endedAt } = deviceTable;
  return {
    // The hashes of their tokens are nobody's to read.
    devices: await reader
      .select({ id, name, role, personId, createdAt, lastSeenAt, endedAt })
      .from(deviceTable)
      .where(isOfSeat(deviceTable, contractId, seat))
      .orderBy(asc(createdAt)),
    invitations: await reader
      .select(invitationColumns)
      .from(invitationTable)
      .where(isOfSeat(invitationTable, contractId, seat))
      .orderBy(asc(invitationTable.createdAt)),
    messages: await reader
      .select({ ...getTableColumns(webhookMessageTable), holder })
      .from(webhookMessageTable)
      .where(
        and(
          eq(webhookMessageTable.contractId, contractId),
          sql`${webhookMessageTable.payload} ->> '$.data.seat.id' = ${seat}`,
        ),
      )
      .orderBy(asc(webhookMessageTable.createdAt), asc(webhookMessageTable.sequence)),
    recorded: withoutNumbers(
      await reader
        .select()
        .from(recordedChangeTable)
        .where(
          and(
            eq(recordedChangeTable.contractId, contractId),
            eq(recordedChangeTable.subject, seat),
            inArray(recordedChangeTable.what, SEAT_CHANGES),
          ),
        )
        .orderBy(asc(recordedChangeTable.seq)),
    ),
  };
}

/** What is kept of a seat beside its ledger and its reviews, as it is kept. */
export async function readSeatRows(reader: Reader, contractId: string, seat: string) {
  return {
    changes: withoutNumbers(
      await reader
        .select()
        .from(standingChangeTable)
        .where(isOfSeat(standingChangeTable, contractId, seat))
        .orderBy(asc(standingChangeTable.at), asc(standingChangeTable.seq)),
    ),
    holds: withoutNumbers(
      await reader
        .select()
        .from(bulkHeldTable)
        .where(isOfSeat(bulkHeldTable, contractId, seat))
        .orderBy(asc(bulkHeldTable.seq)),
    ),
    observedSends: withoutNumbers(
      await reader
        .select()
        .from(observedSendTable)
        .where(isOfSeat(observedSendTable, contractId, seat))
        .orderBy(asc(observedSendTable.seq)),
    ),
    observedResponses: withoutNumbers(
      await reader
        .select()
        .from(observedResponseTable)
        .where(isOfSeat(observedResponseTable, contractId, seat))
        .orderBy(asc(observedResponseTable.seq)),
    ),
    usageReports: await reader
      .select()
      .from(usageReportTable)
      .where(isOfSeat(usageReportTable, contractId, seat))
      .orderBy(asc(usageReportTable.startsAt)),
    surfaceMisses: await reader
      .select()
      .from(surfaceMissTable)
      .where(isOfSeat(surfaceMissTable, contractId, seat))
      .orderBy(asc(surfaceMissTable.firstAt)),
  };
}
