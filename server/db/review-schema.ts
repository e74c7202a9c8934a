import { isNull } from 'drizzle-orm';
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
import { personTable } from '#server/db/person-schema.ts';
import { seatTable } from '#server/db/schema.ts';
import { STANDINGS } from '#shared/policy/standing.ts';
import { REVIEW_OUTCOMES, REVIEW_REASONS } from '#shared/policy/review.ts';

/** Requests to look at a seat's rate again: what it read then, and what was decided. */
export const reviewTable = sqliteTable(
  'review',
  {
    contractId: text('contract_id').notNull(),
    id: text().notNull(),
    seatId: text('seat_id').notNull(),
    /** Who held the seat, and asked: by name, and as the person who signed in. */
    holder: text().notNull(),
    /** Null where it is not known, or where they are forgotten. */
    personId: text('person_id').references(() => personTable.id, { onDelete: 'set null' }),
    askedAt: integer('asked_at').notNull(),
    askedBy: author('asked_by').notNull(),
    reason: text({ enum: REVIEW_REASONS }).notNull(),
    message: text().notNull(),
    standing: text({ enum: STANDINGS }).notNull(),
    tally: text({ mode: 'json' }).notNull(),
    proofHash: text('proof_hash'),
    /** The proof as it goes over the wire. */
    proof: text({ mode: 'json' }),
    decisionId: text('decision_id'),
    outcome: text({ enum: REVIEW_OUTCOMES }),
    decisionReason: text('decision_reason'),
    decidedAt: integer('decided_at'),
    decidedBy: author('decided_by'),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.id] }),
    index('review_seat').on(table.contractId, table.seatId, table.askedAt),
    index('review_asked').on(table.contractId, table.askedAt, table.id),
    // Every look at a list of seats counts these: it reads the index alone, and no long proof.
    index('review_open')
      .on(table.contractId, table.decidedAt, table.seatId)
      .where(isNull(table.decidedAt)),
    index('review_person').on(table.personId),
    uniqueIndex('review_decision').on(table.contractId, table.decisionId),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);
