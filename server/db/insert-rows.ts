import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Transaction } from '#server/db/database.ts';

/** Rows as one parameter, whatever their number: `json_each` over an array of arrays. */
export function jsonRows(rows: readonly (readonly unknown[])[]): SQL {
  return sql`json_each(${JSON.stringify(rows)})`;
}

/** Inserts rows in their order, by one statement with one parameter: the fastest way in. */
export async function insertRows<Table extends SQLiteTable>(
  tx: Transaction,
  table: Table,
  rows: readonly (Table['$inferInsert'] & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    Object.hasOwn(first, key),
  );
  const names = columns.map(([, column]) => sql.identifier(column.name));
  const places = columns.map((_, index) => sql.raw(`value ->> ${index}`));
  const values = rows.map((row) => columns.map(([key]) => row[key] ?? null));
  await tx.run(
    sql`insert into ${table} (${sql.join(names, sql`, `)})
        select ${sql.join(places, sql`, `)} from ${jsonRows(values)} order by key`,
  );
}

/**
 * Sets columns of the rows that have these keys, by one statement with one parameter. All of the key
 * comes out of that parameter: so the rows given lead to those of the table, by its index.
 */
export async function updateRows(
  tx: Transaction,
  table: SQLiteTable,
  keys: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    Object.hasOwn(first, key),
  );
  const equals = columns.map(
    ([key, column], index) =>
      [key, sql`${sql.identifier(column.name)} = j.value ->> ${sql.raw(`${index}`)}`] as const,
  );
  const sets = equals.flatMap(([key, set]) => (keys.includes(key) ? [] : [set]));
  const isIt = equals.flatMap(([key, is]) => (keys.includes(key) ? [sql`${table}.${is}`] : []));
  const values = rows.map((row) => columns.map(([key]) => row[key] ?? null));
  await tx.run(
    sql`update ${table} set ${sql.join(sets, sql`, `)} from ${jsonRows(values)} j
        where ${sql.join(isIt, sql` and `)}`,
  );
}
