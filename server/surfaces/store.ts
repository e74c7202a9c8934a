import { and, asc, count, desc, eq, gte, max, min, sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#server/db/database.ts';
import { contractTable } from '#server/db/schema.ts';
import { surfaceMissTable } from '#server/db/surface-schema.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { SurfaceHealth, SurfaceReport } from '#shared/wire/surface-reports.ts';

/** Keeps when a part was missed first and last, with its newest outline. */
export async function keepMisses(
  tx: Transaction,
  contractId: string,
  seatId: string,
  { extensionVersion, misses }: SurfaceReport,
): Promise<void> {
  for (const { surface, part, at, outline } of misses) {
    await tx
      .insert(surfaceMissTable)
      .values({
        contractId,
        seatId,
        surface,
        part,
        extensionVersion,
        firstAt: at,
        lastAt: at,
        outline,
      })
      .onConflictDoUpdate({
        target: [
          surfaceMissTable.contractId,
          surfaceMissTable.seatId,
          surfaceMissTable.surface,
          surfaceMissTable.part,
          surfaceMissTable.extensionVersion,
        ],
        set: {
          firstAt: sql`min(${surfaceMissTable.firstAt}, excluded.first_at)`,
          lastAt: sql`max(${surfaceMissTable.lastAt}, excluded.last_at)`,
          outline: sql`excluded.outline`,
        },
      });
  }
}

/** Each part that was missed since an instant, with the number of seats; most seats first. */
export async function listMisses(
  reader: Reader,
  contractId: string,
  since: Instant,
): Promise<SurfaceHealth['misses']> {
  const { surface, part, extensionVersion, firstAt, lastAt, outline } = surfaceMissTable;
  const seats = count();
  const rows = await reader
    .select({
      surface,
      part,
      extensionVersion,
      seats,
      firstAt: min(firstAt),
      lastAt: max(lastAt),
      // SQLite takes a bare column from the row that has the one maximum.
      outline,
    })
    .from(surfaceMissTable)
    .where(and(eq(surfaceMissTable.contractId, contractId), gte(lastAt, since)))
    .groupBy(surface, part, extensionVersion)
    .orderBy(desc(seats), asc(surface), asc(part));
  return rows.flatMap((row) =>
    row.firstAt === null || row.lastAt === null
      ? []
      : [{ ...row, firstAt: row.firstAt, lastAt: row.lastAt }],
  );
}

/** What is switched off, by surface. */
export async function saveOff(
  tx: Transaction,
  contractId: string,
  surfacesOff: SurfaceHealth['off'],
): Promise<void> {
  await tx.update(contractTable).set({ surfacesOff }).where(eq(contractTable.id, contractId));
}
