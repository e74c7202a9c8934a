import { endDevicesOfPerson } from '#server/identity/device-store.ts';
import { endInvitations } from '#server/identity/invitation-store.ts';
import { PersonUnknown } from '#server/identity/invite.ts';
import { findPersonByEmail, forgetIfPlaceless } from '#server/identity/person-store.ts';
import { endPlaces } from '#server/identity/place-store.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';

/**
 * Takes a person out of a contract: their devices end, and they hold no seat and lead nothing there.
 * Who is in no contract any more is forgotten.
 * @throws PersonUnknown
 */
export async function endPerson(
  { database, now }: Pick<LedgerContext, 'database' | 'now'>,
  contractId: string,
  email: string,
): Promise<{ isForgotten: boolean }> {
  return database.write(async (tx) => {
    const at = now();
    await endInvitations(tx, contractId, email.toLowerCase(), at);
    const person = await findPersonByEmail(tx, email);
    if (person === null) throw new PersonUnknown(`Nobody signs in as ${email}.`);
    await endDevicesOfPerson(tx, contractId, person.id, at);
    await endPlaces(tx, contractId, person.id);
    return { isForgotten: await forgetIfPlaceless(tx, person.id) };
  });
}
