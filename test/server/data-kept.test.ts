import { readFileSync } from 'node:fs';
import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { TestServer } from '#test/server/harness.ts';

const PAGE = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');

/** Each field that the page names, as `table.field`: a row begins with its table. */
function documented(): Set<string> {
  const fields = [...PAGE.matchAll(/^\| (`[a-z_]+`(?: `[a-z_]+`)+) \|/gm)].flatMap(
    ([, row = '']) => {
      const [table = '', ...names] = [...row.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name);
      return names.map((name) => `${table}.${name}`);
    },
  );
  return new Set(fields);
}

const rowsSchema = z.array(z.object({ field: z.string() }));

test('every field of the database is written down, with what it is for, and no other', async () => {
  const server = await TestServer.start();
  const client = createClient({ url: server.databaseUrl });
  const { rows } = await client.execute(
    `select t.name || '.' || c.name as field
       from sqlite_schema t join pragma_table_info(t.name) c
      where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\\_\\_%' escape '\\'`,
  );
  client.close();
  const kept = rowsSchema.parse(rows.map(({ field }) => ({ field }))).map(({ field }) => field);
  expect(kept.length).toBeGreaterThan(100);
  expect([...documented()].sort()).toEqual(kept.sort());
});
