import {
  foreignKey,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { seatTable } from '#server/db/schema.ts';

/** Bulk sends that the extension held back: when, where and to how many, and never to whom. */
export const bulkHeldTable = sqliteTable(
  'bulk_held',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    holdId: text('hold_id').notNull(),
    seatId: text('seat_id').notNull(),
    heldAt: integer('held_at').notNull(),
    surface: text().notNull(),
    /** How many the page said that it would go to. */
    recipients: integer(),
  },
  (table) => [
    uniqueIndex('bulk_held_id').on(table.contractId, table.holdId),
    index('bulk_held_seat').on(table.contractId, table.seatId, table.heldAt),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);
