import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { Author } from '#shared/wire/author.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** For what the server does of its own accord. */
export const THE_SERVER: Author = { role: 'server', id: null };

/** The context for what one caller does. */
export function actingFor(
  context: Omit<LedgerContext, 'by'>,
  { role, device }: Identity,
): LedgerContext {
  return { ...context, by: { role, id: device?.id ?? null } };
}
