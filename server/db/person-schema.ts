import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * The tables of the identity library, under the names of this house: people, how they sign in, and
 * devices that wait to be approved. A person may belong to several contracts, so that these alone
 * are led by none. The library's instants are dates.
 */
const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const personTable = sqliteTable('person', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** In lower case. */
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const personSessionTable = sqliteTable(
  'person_session',
  {
    id: text().primaryKey(),
    userId: text('person_id')
      .notNull()
      .references(() => personTable.id, { onDelete: 'cascade' }),
    /** A hash: the token itself is in the person's cookie alone. */
    token: text().notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    /** The library knows these two; they are left empty. */
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('person_session_person').on(table.userId)],
);

/** How a person signs in: by a password, or as somebody whom the identity provider knows. */
export const personAccountTable = sqliteTable(
  'person_account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id')
      .notNull()
      .references(() => personTable.id, { onDelete: 'cascade' }),
    /** What a provider hands out is used once and not kept: these five are left empty. */
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    /** Salted and hashed by scrypt. */
    password: text(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('person_account_provider').on(table.providerId, table.accountId),
    index('person_account_person').on(table.userId),
  ],
);

/** The library's place for values that are to be shown again once; by a hash of their name. */
export const verificationTable = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

/** A device that has asked to be connected, until it is, or its code has expired. */
export const deviceRequestTable = sqliteTable(
  'device_request',
  {
    id: text().primaryKey(),
    /** A hash: the code itself is the device's alone. */
    deviceCode: text('device_code').notNull().unique(),
    userCode: text('user_code').notNull().unique(),
    /** Who has opened the approval page with this code: nobody else can approve it. */
    userId: text('person_id').references(() => personTable.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    status: text().notNull(),
    lastPolledAt: instant('last_polled_at'),
    pollingInterval: integer('polling_interval'),
    clientId: text('client_id'),
    scope: text(),
    /** From here on ours: what the device calls itself, and what it is approved for. */
    deviceName: text('device_name'),
    contractId: text('contract_id'),
    role: text({ enum: ['recruiter', 'lead', 'admin'] }),
    seatId: text('seat_id'),
  },
  (table) => [index('device_request_expiry').on(table.expiresAt)],
);
