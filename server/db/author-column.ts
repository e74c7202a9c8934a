import { text } from 'drizzle-orm/sqlite-core';
import type { Actor, Author } from '#shared/wire/author.ts';

/** Who did something, as JSON; null where it is not known. */
export const author = (name: string) => text(name, { mode: 'json' }).$type<Author>();

/** The same where it may be a person on the server's own pages. */
export const actor = (name: string) => text(name, { mode: 'json' }).$type<Actor>();
