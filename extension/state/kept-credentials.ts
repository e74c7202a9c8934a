import type { Credentials } from '#extension/state/credentials.ts';
import { database } from '#extension/state/database.ts';

/** Who this browser speaks for, for the extension's own pages too; null while it is not connected. */
export async function readCredentials(): Promise<Credentials | null> {
  return (await (await database()).get('credentials', 'current')) ?? null;
}
