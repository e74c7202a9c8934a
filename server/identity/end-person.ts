import { recordChange, type ChangeMade } from '#server/audit/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { endDevicesOfPerson } from '#server/identity/device-store.ts';
import { endInvitations } from '#server/identity/invitation-store.ts';
import { PersonUnknown } from '#server/identity/invite.ts';
import { findPersonByEmail, forgetIfPlaceless } from '#server/identity/person-store.ts';
import {
  endPlaces,
  findPlacesIn,
  memberInWords,
  type Place,
} from '#server/identity/place-store.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';

/** What a person loses by being taken out of one place. */
async function lossOf(tx: Transaction, personId: string, place: Place): Promise<ChangeMade> {
  if (place.role === 'recruiter') {
    return { what: 'seat.left', subject: place.seat.id, before: personId, after: null };
  }
  const member = { contractId: place.contract.id, personId, role: place.role };
  const before = await memberInWords(tx, member);
  return { what: 'member.removed', subject: personId, before, after: null };
}

/**
 * Takes a person out of a contract: their devices end, and they hold no seat and lead nothing there.
 * Who is in no contract any more is forgotten.
 * @throws PersonUnknown
 */
export async function endPerson(
  { database, now, by }: Pick<LedgerContext, 'database' | 'now' | 'by'>,
  contractId: string,
  email: string,
): Promise<{ isForgotten: boolean }> {
  return database.write(async (tx) => {
    const deed = { at: now(), by };
    const takenBack = await endInvitations(tx, contractId, email.toLowerCase(), deed);
    const person = await findPersonByEmail(tx, email);
    // Who was invited and never came is in no contract, and not known any more than before.
    if (person === null && takenBack > 0) return { isForgotten: true };
    if (person === null) throw new PersonUnknown(`Nobody signs in as ${email}.`);
    await endDevicesOfPerson(tx, contractId, person.id, deed);
    for (const place of await findPlacesIn(tx, contractId, person.id)) {
      await recordChange(tx, contractId, deed, await lossOf(tx, person.id, place));
    }
    await endPlaces(tx, contractId, person.id);
    return { isForgotten: await forgetIfPlaceless(tx, person.id) };
  });
}
