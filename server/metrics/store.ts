import { count, eq } from 'drizzle-orm';
import type { Reader } from '#server/db/database.ts';
import { seatTable } from '#server/db/schema.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import type { Standing } from '#shared/policy/standing.ts';

export type SeatCount = { standing: Standing; mode: Mode; count: number };

export async function countSeats(reader: Reader, contractId: string): Promise<SeatCount[]> {
  return reader
    .select({ standing: seatTable.standing, mode: seatTable.mode, count: count() })
    .from(seatTable)
    .where(eq(seatTable.contractId, contractId))
    .groupBy(seatTable.standing, seatTable.mode);
}
