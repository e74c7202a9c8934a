/**
 * What may be logged of an error. A failed query names its parameters, which are people's: of it
 * only what the database said is left.
 */
export function loggable(error: unknown): unknown {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each.message.startsWith('Failed query')) {
      return each.cause === undefined ? new Error('A query failed.') : loggable(each.cause);
    }
  }
  return error;
}
