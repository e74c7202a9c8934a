import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { personTable } from '#server/db/person-schema.ts';
import { CHANNELS, COSTS, RESPONSES, SEND_MODES } from '#shared/policy/events.ts';
import { MODES } from '#shared/policy/rollout.ts';
import { CAUSES, NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { PROFILE_NAMES } from '#shared/policy/terms.ts';
import { author } from '#server/db/author-column.ts';
import type { SurfaceHealth } from '#shared/wire/surface-reports.ts';
import type { TrainingLink } from '#shared/wire/training.ts';

/**
 * Instants are UTC milliseconds. `contract_id` leads every table, and no query joins two contracts.
 * InMails, responses, other events and changes of standing are only ever appended; triggers in the
 * migrations hold that. `seat` is what the fold of them has come to.
 */
export const DEFAULT_RETENTION_DAYS = 400;

export const SOURCES = ['overlay', 'feed', 'import'] as const;

export const contractTable = sqliteTable('contract', {
  id: text().primaryKey(),
  name: text().notNull(),
  profile: text({ enum: PROFILE_NAMES }).notNull(),
  source: text({ enum: SOURCES }).notNull(),
  sourceSince: integer('source_since').notNull(),
  mode: text({ enum: MODES }).notNull(),
  sharePercent: integer('share_percent').notNull(),
  namedSeats: text('named_seats', { mode: 'json' }).$type<string[]>().notNull(),
  /** When an admin accepted to enforce on the overlay's evidence alone. */
  partialAcceptedAt: integer('partial_accepted_at'),
  relationshipManager: text('relationship_manager'),
  /** Keys the hashes of recipients, in browsers. */
  recipientKey: text('recipient_key').notNull(),
  createdAt: integer('created_at').notNull(),
  /** InMails sent up to here may be the overlay's; null where the overlay never was the source. */
  overlayUntil: integer('overlay_until'),
  /** Nothing is recorded at or before this instant any more. */
  lastRecordedAt: integer('last_recorded_at').notNull(),
  /** What was recorded longer ago is removed, and stood for by an opening. */
  retentionDays: integer('retention_days').notNull().default(DEFAULT_RETENTION_DAYS),
  /** Surfaces of Recruiter that extensions leave alone, with who switched them off, and when. */
  surfacesOff: text('surfaces_off', { mode: 'json' })
    .$type<SurfaceHealth['off']>()
    .notNull()
    .default([]),
  /** The contract's own, beside the tips of every notice. */
  trainingLinks: text('training_links', { mode: 'json' })
    .$type<TrainingLink[]>()
    .notNull()
    .default([]),
});

/** Who made it; null for what an earlier version recorded without asking. */
const recordedBy = () => author('recorded_by');

export const termsVersionTable = sqliteTable(
  'terms_version',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contractTable.id),
    version: integer().notNull(),
    terms: text({ mode: 'json' }).notNull(),
    recordedAt: integer('recorded_at').notNull(),
    recordedBy: recordedBy(),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.version] })],
);

export const seatTable = sqliteTable(
  'seat',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contractTable.id),
    id: text().notNull(),
    holder: text().notNull(),
    standing: text({ enum: STANDINGS }).notNull(),
    everWarned: integer('ever_warned', { mode: 'boolean' }).notNull(),
    countsFrom: integer('counts_from'),
    periodEndsAt: integer('period_ends_at'),
    notice: text({ enum: NOTICE_TYPES }),
    noticeIssuedAt: integer('notice_issued_at'),
    /** What was judged when the open notice was issued; null where no check issued it. */
    noticeTally: text('notice_tally', { mode: 'json' }),
    mode: text({ enum: MODES }).notNull(),
    nextCheckAt: integer('next_check_at'),
    /** The source has said that it is complete up to here. */
    completeUpTo: integer('complete_up_to'),
    /** The overlay has read the seat's inbox at this instant, or later. */
    inboxReadAt: integer('inbox_read_at'),
    createdAt: integer('created_at').notNull(),
    /** Of what was recorded before only an opening is kept; null while nothing was removed. */
    keptSince: integer('kept_since'),
    /** The team that it is in, of the same contract; null for none. */
    teamId: text('team'),
    /** Who may connect devices to it: the holder, once they have accepted an invitation. */
    personId: text('person_id').references(() => personTable.id),
    /** The number of its last change among all of its contract’s seats; the database counts them. */
    changed: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.id] }),
    index('seat_changed').on(table.contractId, table.changed),
    index('seat_due').on(table.contractId, table.nextCheckAt),
    index('seat_person').on(table.personId),
  ],
);

/** Seats that a lead looks after together. */
export const teamTable = sqliteTable(
  'team',
  {
    contractId: text('contract_id')
      .notNull()
      .references(() => contractTable.id),
    id: text().notNull(),
    name: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.id] }),
    uniqueIndex('team_name').on(table.contractId, table.name),
  ],
);

export const inmailTable = sqliteTable(
  'inmail',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    eventId: text('event_id').notNull(),
    inmailId: text('inmail_id').notNull(),
    seatId: text('seat_id').notNull(),
    sentAt: integer('sent_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    mode: text({ enum: SEND_MODES }).notNull(),
    cost: text({ enum: COSTS }).notNull(),
    surface: text().notNull(),
    recipient: text(),
    batch: text(),
    template: text(),
    segment: text(),
    /** Fields that this version does not know, as they came. */
    extra: text({ mode: 'json' }),
  },
  (table) => [
    uniqueIndex('inmail_event').on(table.contractId, table.eventId),
    uniqueIndex('inmail_id').on(table.contractId, table.inmailId),
    index('inmail_window').on(table.contractId, table.seatId, table.channel, table.sentAt),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);

export const responseTable = sqliteTable(
  'inmail_response',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    eventId: text('event_id').notNull(),
    inmailId: text('inmail_id').notNull(),
    outcome: text({ enum: RESPONSES }).notNull(),
    respondedAt: integer('responded_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    /** Copied from its InMail; null while that is not known. */
    seatId: text('seat_id'),
    channel: text({ enum: CHANNELS }),
    sentAt: integer('sent_at'),
    extra: text({ mode: 'json' }),
  },
  (table) => [
    uniqueIndex('response_event').on(table.contractId, table.eventId),
    index('response_inmail').on(table.contractId, table.inmailId),
    // Covers the tally: which responses a window holds, and which of an InMail's came first.
    index('response_window').on(
      table.contractId,
      table.seatId,
      table.channel,
      table.sentAt,
      table.inmailId,
      table.respondedAt,
      table.outcome,
    ),
  ],
);

/** Every other event of the ledger, as it came; `recordedAt` aside, which is ours. */
export const seatEventTable = sqliteTable(
  'seat_event',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    eventId: text('event_id').notNull(),
    type: text().notNull(),
    /** Null where the event is about the whole contract. */
    seatId: text('seat_id'),
    recordedAt: integer('recorded_at').notNull(),
    content: text({ mode: 'json' }).notNull(),
    recordedBy: recordedBy(),
  },
  (table) => [
    uniqueIndex('seat_event_event').on(table.contractId, table.eventId),
    index('seat_event_seat').on(table.contractId, table.seatId, table.recordedAt),
  ],
);

/** What the overlay saw while another source feeds the ledger: shown as provisional, never judged. */
export const observedSendTable = sqliteTable(
  'observed_send',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    eventId: text('event_id').notNull(),
    inmailId: text('inmail_id').notNull(),
    seatId: text('seat_id').notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    sentAt: integer('sent_at').notNull(),
    content: text({ mode: 'json' }).notNull(),
  },
  (table) => [
    uniqueIndex('observed_send_event').on(table.contractId, table.eventId),
    uniqueIndex('observed_send_inmail').on(table.contractId, table.inmailId),
    index('observed_send_window').on(table.contractId, table.seatId, table.channel, table.sentAt),
  ],
);

/** What the overlay read in the inbox, and which InMail it answers once that is told. */
export const observedResponseTable = sqliteTable(
  'observed_response',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    observationId: text('observation_id').notNull(),
    seatId: text('seat_id').notNull(),
    observedAt: integer('observed_at').notNull(),
    recipient: text().notNull(),
    conversation: text(),
    outcome: text({ enum: RESPONSES }).notNull(),
    /** Null while no InMail matches, or more than one does. */
    inmailId: text('inmail_id'),
  },
  (table) => [
    uniqueIndex('observed_response_id').on(table.contractId, table.observationId),
    index('observed_response_inmail').on(table.contractId, table.inmailId),
    index('observed_response_seat').on(table.contractId, table.seatId, table.observedAt),
  ],
);

/** Each time that a contract's ledger was given to another source. */
export const sourceChangeTable = sqliteTable(
  'source_change',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    /** InMails sent up to here are the source's before. */
    at: integer().notNull(),
    before: text({ enum: SOURCES }).notNull(),
    after: text({ enum: SOURCES }).notNull(),
    recordedBy: recordedBy(),
  },
  (table) => [index('source_change_at').on(table.contractId, table.at)],
);

export const standingChangeTable = sqliteTable(
  'standing_change',
  {
    contractId: text('contract_id').notNull(),
    seq: integer().primaryKey(),
    seatId: text('seat_id').notNull(),
    at: integer().notNull(),
    cause: text({ enum: CAUSES }).notNull(),
    from: text({ enum: STANDINGS }).notNull(),
    to: text({ enum: STANDINGS }).notNull(),
    notice: text({ enum: NOTICE_TYPES }),
    tally: text({ mode: 'json' }),
    periodEndsAt: integer('period_ends_at'),
    termsVersion: integer('terms_version').notNull(),
  },
  (table) => [index('standing_change_seat').on(table.contractId, table.seatId, table.at)],
);
