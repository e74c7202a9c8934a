import { isNotNull } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { author } from '#server/db/author-column.ts';
import { contractTable } from '#server/db/schema.ts';
import { WEBHOOK_TYPES } from '#shared/wire/webhooks.ts';

/** Where a contract is told of what happens, and by which secret it knows that it is us. */
export const webhookEndpointTable = sqliteTable(
  'webhook_endpoint',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contractTable.id),
    id: text().notNull(),
    url: text().notNull(),
    /** Signs, so that it is kept as it is. */
    secret: text().notNull(),
    /** The one before, which signs as well until `previousUntil`. */
    previousSecret: text('previous_secret'),
    previousUntil: integer('previous_until'),
    /** Of its last message. */
    lastSequence: integer('last_sequence').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: author('created_by').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.id] })],
);

/** What is to be told to an endpoint, in the order in which it happened: one row for each event. */
export const webhookMessageTable = sqliteTable(
  'webhook_message',
  {
    contractId: text('contract_id').notNull(),
    endpointId: text('endpoint_id').notNull(),
    /** From 1 on, without gaps. */
    sequence: integer().notNull(),
    /** Names what happened, so that it is told once. */
    eventKey: text('event_key').notNull(),
    type: text({ enum: WEBHOOK_TYPES }).notNull(),
    /** The body as it is signed and sent, every time the same. */
    payload: text().notNull(),
    createdAt: integer('created_at').notNull(),
    attempts: integer().notNull(),
    /** When it is tried next; null once it has arrived or was given up. */
    dueAt: integer('due_at'),
    deliveredAt: integer('delivered_at'),
    /** What its last try brought: a status, or why there was none. */
    lastAnswer: text('last_answer'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.endpointId, table.sequence] }),
    uniqueIndex('webhook_message_event').on(table.contractId, table.endpointId, table.eventKey),
    // Leads to the first that waits, past all that have arrived.
    index('webhook_message_waiting')
      .on(table.contractId, table.endpointId, table.sequence)
      .where(isNotNull(table.dueAt)),
    foreignKey({
      columns: [table.contractId, table.endpointId],
      foreignColumns: [webhookEndpointTable.contractId, webhookEndpointTable.id],
    }),
  ],
);
