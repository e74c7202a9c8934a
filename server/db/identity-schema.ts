import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { actor } from '#server/db/author-column.ts';
import { personTable } from '#server/db/person-schema.ts';
import { contractTable, seatTable, teamTable } from '#server/db/schema.ts';
import { ROLES } from '#shared/wire/identity.ts';

/** Null for what an earlier version did without writing down who. */
const doneBy = () => ({ createdBy: actor('created_by'), endedBy: actor('ended_by') });

/** Who may see what: leads, admins, invitations, devices and feeds' keys. Secrets are hashes. */
const ofContract = () =>
  text('contract_id')
    .notNull()
    .references(() => contractTable.id);

/** Leads and admins of a contract. Recruiters are in no list: they hold seats. */
export const memberTable = sqliteTable(
  'member',
  {
    contractId: ofContract(),
    personId: text('person_id')
      .notNull()
      .references(() => personTable.id, { onDelete: 'cascade' }),
    role: text({ enum: ['lead', 'admin'] }).notNull(),
    /** A lead of all teams also looks after seats that are in none. */
    isOfAllTeams: integer('is_of_all_teams', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contractId, table.personId, table.role] })],
);

/** The teams that a lead looks after. */
export const leadTeamTable = sqliteTable(
  'lead_team',
  {
    contractId: ofContract(),
    personId: text('person_id')
      .notNull()
      .references(() => personTable.id, { onDelete: 'cascade' }),
    teamId: text('team_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.personId, table.teamId] }),
    foreignKey({
      columns: [table.contractId, table.teamId],
      foreignColumns: [teamTable.contractId, teamTable.id],
    }),
  ],
);

/** A link that works once, and makes a person what it says. */
export const invitationTable = sqliteTable(
  'invitation',
  {
    contractId: ofContract(),
    id: text().notNull(),
    tokenHash: text('token_hash').notNull(),
    email: text().notNull(),
    name: text().notNull(),
    /** Null where it only lets a person choose a new password. */
    role: text({ enum: ['recruiter', 'lead', 'admin'] }),
    seatId: text('seat_id'),
    isOfAllTeams: integer('is_of_all_teams', { mode: 'boolean' }).notNull(),
    teamIds: text('team_ids', { mode: 'json' }).$type<string[]>().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** Accepted, or taken back: from here on the link is not known any more. */
    endedAt: integer('ended_at'),
    ...doneBy(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.id] }),
    uniqueIndex('invitation_token').on(table.tokenHash),
    index('invitation_email').on(table.email),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);

/** Browsers that are connected, and keys of feeds. */
export const deviceTable = sqliteTable(
  'device',
  {
    contractId: text('contract_id').notNull(),
    id: text().notNull(),
    /** Of the access token, or of a feed's key. The tokens themselves are nowhere. */
    tokenHash: text('token_hash').notNull(),
    role: text({ enum: ROLES }).notNull(),
    seatId: text('seat_id'),
    createdAt: integer('created_at').notNull(),
    /** From here on no token of it is known any more. */
    endedAt: integer('ended_at'),
    name: text().notNull().default(''),
    /** Whose it is; null for a feed's key. */
    personId: text('person_id').references(() => personTable.id),
    /** A feed's key is good until it is ended. */
    tokenExpiresAt: integer('token_expires_at'),
    /** All refresh tokens of a device begin alike: one that is not the current one was used before. */
    familyHash: text('family_hash'),
    refreshHash: text('refresh_hash'),
    /** The one before the current one: good for a moment, as the answer may have been lost. */
    previousRefreshHash: text('previous_refresh_hash'),
    rotatedAt: integer('rotated_at'),
    lastSeenAt: integer('last_seen_at'),
    ...doneBy(),
  },
  (table) => [
    primaryKey({ columns: [table.contractId, table.id] }),
    uniqueIndex('device_token').on(table.tokenHash),
    uniqueIndex('device_family').on(table.familyHash),
    index('device_person').on(table.personId),
    foreignKey({
      columns: [table.contractId, table.seatId],
      foreignColumns: [seatTable.contractId, seatTable.id],
    }),
  ],
);

/** Who signed in, or tried to: no contract's own, as a person may belong to several. */
export const signInTable = sqliteTable(
  'sign_in',
  {
    seq: integer().primaryKey(),
    at: integer().notNull(),
    /** Null where nobody of that address is known. */
    personId: text('person_id'),
    /** Of the e-mail address that was given, under the server's secret; finds attempts on one account. */
    emailHash: text('email_hash'),
    /** Of the network, not of the machine: the last part is cut off. */
    network: text().notNull(),
    method: text({ enum: ['password', 'single_sign_on', 'invitation'] }).notNull(),
    outcome: text({ enum: ['signed_in', 'refused', 'too_many'] }).notNull(),
  },
  (table) => [
    index('sign_in_at').on(table.at),
    index('sign_in_person').on(table.personId, table.at),
  ],
);
