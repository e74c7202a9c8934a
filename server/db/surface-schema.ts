import { foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { seatTable } from '#server/db/schema.ts';

/** Parts of Recruiter's page that seats' extensions could not find; one row for each of a seat. */
export const surfaceMissTable = sqliteTable(
  'surface_miss',
  {
    contractId: text('contract_id').notNull(),
    seatId: text('seat_id').notNull(),
    surface: text().notNull(),
    part: text().notNull(),
    extensionVersion: text('extension_version').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
    /** The newest. */
    outline: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.contractId, table.seatId, table.surface, table.part, table.extensionVersion],
    }),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);
