import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Actor, Author } from '#shared/wire/author.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** For what the server does of its own accord. */
export const THE_SERVER: Author = { role: 'server', id: null };

/** When something is done, and by whom. */
export type Deed = Readonly<{ at: Instant; by: Actor }>;

/** A caller of the API, by the device that calls. */
export function authorOf({ role, device }: Pick<Identity, 'role' | 'device'>): Author {
  return { role, id: device?.id ?? null };
}

/** A person on the server's own pages, by their id. */
export const personActor = (id: string): Actor => ({ role: 'person', id });

/** The context for what one caller does. */
export function actingFor(context: Omit<LedgerContext, 'by'>, caller: Identity): LedgerContext {
  return { ...context, by: authorOf(caller) };
}
