import { foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { seatTable } from '#server/db/schema.ts';

/** Recruiter's own usage report, beside the ledger: shown with the difference, never judged by. */
export const usageReportTable = sqliteTable(
  'usage_report',
  {
    contractId: text('contract_id').notNull(),
    seatId: text('seat_id').notNull(),
    startsAt: integer('starts_at').notNull(),
    /** The first instant that the period no longer covers. */
    endsAt: integer('ends_at').notNull(),
    sent: integer().notNull(),
    accepted: integer().notNull(),
    declined: integer().notNull(),
    /** When these figures first came in. */
    importedAt: integer('imported_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.seatId, table.startsAt, table.endsAt] }),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);
