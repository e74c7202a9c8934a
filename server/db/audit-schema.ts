import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { actor } from '#server/db/author-column.ts';

/** Changes that leave no version behind: who made which when, and what was there before. */
export const recordedChangeTable = sqliteTable(
  'recorded_change',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    at: integer().notNull(),
    recordedBy: actor('recorded_by').notNull(),
    what: text().notNull(),
    /** What it is about, by its id; null for the contract itself. */
    subject: text(),
    before: text(),
    after: text(),
  },
  (table) => [index('recorded_change_at').on(table.contractId, table.at)],
);
