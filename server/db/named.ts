import { sql, type SQL } from 'drizzle-orm';

/** A list of names as one parameter, whatever their number, for `in`. */
export function named(names: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(names)}))`;
}
