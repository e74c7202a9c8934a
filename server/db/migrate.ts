import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { z } from 'zod';
import type { Connections } from '#server/db/connections.ts';
import { DatabaseUnusable } from '#server/db/faults.ts';
import { MIGRATIONS } from '#server/db/migrations.ts';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })) });

function latestKnown(): number {
  const journal: unknown = JSON.parse(
    readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8'),
  );
  return Math.max(...journalSchema.parse(journal).entries.map(({ when }) => when));
}

/** Whose database it is, and whether it is of this version. */
export async function versionOf({
  client,
}: Connections): Promise<'foreign' | 'older' | 'current' | 'newer'> {
  const table = "select 1 from sqlite_master where name = '__drizzle_migrations'";
  if ((await client.execute(table)).rows.length === 0) return 'foreign';
  const { rows } = await client.execute(
    'select max(created_at) as latest from __drizzle_migrations',
  );
  const latest = Number(rows[0]?.['latest'] ?? 0);
  if (latest === 0) return 'foreign';
  const known = latestKnown();
  if (latest === known) return 'current';
  return latest < known ? 'older' : 'newer';
}

/** @throws DatabaseUnusable for what this version cannot read. */
export async function assertOurs(
  connections: Connections,
  path: string,
): Promise<'older' | 'current'> {
  const version = await versionOf(connections);
  if (version === 'foreign') {
    throw new DatabaseUnusable(`${path} is not a database of Good Standing: name another file.`);
  }
  if (version === 'newer') {
    throw new DatabaseUnusable(
      `The database ${path} was made by a newer version of Good Standing: run that one, or a later.`,
    );
  }
  return version;
}

export async function bringUpToDate({ client }: Connections): Promise<void> {
  const run = (): Promise<void> => migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
  // Another process may be ahead on the same file: then all is done the second time.
  await run().catch(run);
}
