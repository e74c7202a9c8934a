import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contractTable } from '#server/db/schema.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { author } from '#server/db/author-column.ts';

/** What a contract was set to, one row each time that somebody changed it; never changed itself. */
const versionColumns = () => ({
  contractId: text('contract_id')
    .notNull()
    .references(() => contractTable.id),
  /** 1 for what the contract began with. */
  version: integer().notNull(),
  recordedAt: integer('recorded_at').notNull(),
  /** Null for what an earlier version recorded without asking. */
  recordedBy: author('recorded_by'),
});

export const pilotVersionTable = sqliteTable(
  'pilot_version',
  {
    ...versionColumns(),
    mode: text({ enum: MODES }).notNull(),
    sharePercent: integer('share_percent').notNull(),
    namedSeats: text('named_seats', { mode: 'json' }).$type<string[]>().notNull(),
    partialAcceptedAt: integer('partial_accepted_at'),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.version] })],
);

export const retentionVersionTable = sqliteTable(
  'retention_version',
  { ...versionColumns(), days: integer().notNull() },
  (table) => [primaryKey({ columns: [table.contractId, table.version] })],
);

/**
 * Lets rows of the ledger be removed: those of one seat, recorded before an instant. It is there
 * only inside the transaction that removes them; the triggers that keep the ledger look for it.
 */
export const retentionPassTable = sqliteTable('retention_pass', {
  contractId: text('contract_id').notNull(),
  /** Null for responses to InMails that are not known. */
  seatId: text('seat_id'),
  before: integer().notNull(),
});

/**
 * Lets everything of a contract be removed. It is there only inside the transaction that does so;
 * the triggers that keep the ledger and its versions look for it.
 */
export const removalPassTable = sqliteTable('removal_pass', {
  contractId: text('contract_id').primaryKey(),
});
