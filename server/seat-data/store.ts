import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { bulkHeldTable } from '#server/db/hold-schema.ts';
import { deviceTable } from '#server/db/identity-schema.ts';
import {
  observedResponseTable,
  observedSendTable,
  standingChangeTable,
} from '#server/db/schema.ts';
import { surfaceMissTable } from '#server/db/surface-schema.ts';
import { usageReportTable } from '#server/db/usage-schema.ts';

/** Rows are numbered over all contracts, so that their numbers would tell how much others do. */
function withoutNumbers<Row extends { seq: number }>(rows: readonly Row[]): Omit<Row, 'seq'>[] {
  return rows.map(({ seq: _overAll, ...row }) => row);
}

/** What is kept of a seat beside its ledger and its reviews, as it is kept. */
export async function readSeatRows(reader: Reader, contractId: string, seat: string) {
  const { id, name, role, personId, createdAt, lastSeenAt, endedAt } = deviceTable;
  return {
    changes: withoutNumbers(
      await reader
        .select()
        .from(standingChangeTable)
        .where(
          and(eq(standingChangeTable.contractId, contractId), eq(standingChangeTable.seatId, seat)),
        )
        .orderBy(asc(standingChangeTable.at), asc(standingChangeTable.seq)),
    ),
    // The hashes of their tokens are nobody's to read.
    devices: await reader
      .select({ id, name, role, personId, createdAt, lastSeenAt, endedAt })
      .from(deviceTable)
      .where(and(eq(deviceTable.contractId, contractId), eq(deviceTable.seatId, seat)))
      .orderBy(asc(createdAt)),
    holds: withoutNumbers(
      await reader
        .select()
        .from(bulkHeldTable)
        .where(and(eq(bulkHeldTable.contractId, contractId), eq(bulkHeldTable.seatId, seat)))
        .orderBy(asc(bulkHeldTable.seq)),
    ),
    observedSends: withoutNumbers(
      await reader
        .select()
        .from(observedSendTable)
        .where(
          and(eq(observedSendTable.contractId, contractId), eq(observedSendTable.seatId, seat)),
        )
        .orderBy(asc(observedSendTable.seq)),
    ),
    observedResponses: withoutNumbers(
      await reader
        .select()
        .from(observedResponseTable)
        .where(
          and(
            eq(observedResponseTable.contractId, contractId),
            eq(observedResponseTable.seatId, seat),
          ),
        )
        .orderBy(asc(observedResponseTable.seq)),
    ),
    usageReports: await reader
      .select()
      .from(usageReportTable)
      .where(and(eq(usageReportTable.contractId, contractId), eq(usageReportTable.seatId, seat)))
      .orderBy(asc(usageReportTable.startsAt)),
    surfaceMisses: await reader
      .select()
      .from(surfaceMissTable)
      .where(and(eq(surfaceMissTable.contractId, contractId), eq(surfaceMissTable.seatId, seat)))
      .orderBy(asc(surfaceMissTable.firstAt)),
  };
}
