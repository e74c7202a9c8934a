import { z } from 'zod';

/** A place in a list as it goes out; nobody but this server has to read it. */
export function cursorTo(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/**
 * Which page of a list is asked for, as it stands in the address.
 * @param place reads what a cursor of this list holds.
 */
export function pageQuery<Place extends z.ZodType>(
  place: Place,
  { usual, most }: { usual: number; most: number },
) {
  return z.object({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    after: z
      .string()
      .transform((cursor, { issues, value: input }): z.output<Place> => {
        const read = place.safeParse(jsonOf(cursor));
        if (read.success) return read.data;
        const message = 'This names no page: use `next` of an answer.';
        issues.push({ code: 'custom', message, input });
        return z.NEVER;
      })
      .nullable()
      .default(null),
  });
}
