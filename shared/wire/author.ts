import { z } from 'zod';
import { ROLES } from '#shared/wire/identity.ts';

/** Who made a change: a caller of the API, an operator at the command line, or the server itself. */
export const authorSchema = z.object({
  role: z.enum([...ROLES, 'operator', 'server']),
  /** The device of a caller, the account of an operator; null where there is none. */
  id: z.string().nullable(),
});

export type Author = Readonly<z.output<typeof authorSchema>>;

/** The same, and people by their ids: on the server's own pages they act as nobody else. */
export const actorSchema = z.object({
  role: z.enum([...authorSchema.shape.role.options, 'person']),
  id: z.string().nullable(),
});

export type Actor = Readonly<z.output<typeof actorSchema>>;
