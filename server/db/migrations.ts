import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Reader } from '#server/db/database.ts';

export const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url));

/** Whether the database has been through every migration that this version knows. */
export async function hasAllMigrations(reader: Reader): Promise<boolean> {
  const made = await reader.all<{ at: number }>(
    sql`select created_at as at from __drizzle_migrations`,
  );
  const instants = new Set(made.map(({ at }) => at));
  return readMigrationFiles({ migrationsFolder: MIGRATIONS }).every(({ folderMillis }) =>
    instants.has(folderMillis),
  );
}
