import { text } from 'drizzle-orm/sqlite-core';
import type { Author } from '#shared/wire/author.ts';

/** Who did something, as JSON; null where it is not known. */
export const author = (name: string) => text(name, { mode: 'json' }).$type<Author>();
