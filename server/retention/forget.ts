import { recordChange } from '#server/audit/store.ts';
import { loadContract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { findPersonByEmail, forgetIfPlaceless } from '#server/identity/person-store.ts';
import { findPlacesIn } from '#server/identity/place-store.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import {
  disownDevices,
  findAddresses,
  findPeople,
  findTenures,
  holdsSeat,
  renameInInvitations,
  renameInMessages,
  renameInReviews,
  renameInTransfers,
  type Forgotten,
} from '#server/retention/forget-store.ts';

/** Who is to be forgotten: the name as transfers have it, and the address if it is known. */
export type Former = { holder: string; email?: string | undefined };

/** In how many rows of a kind they were called otherwise. */
type Counts = { transfers: number; reviews: number; invitations: number; messages: number };

export type ForgetOutcome =
  | ({ ok: true; pseudonym: string } & Counts)
  | { ok: false; code: 'still_holds' | 'still_there' | 'person_unknown' };

async function hasPlace(tx: Transaction, contractId: string, personId: string): Promise<boolean> {
  return (await findPlacesIn(tx, contractId, personId)).length > 0;
}

/** As whom they are known; null for an address of somebody who is in the contract still. */
async function identify(
  tx: Transaction,
  contractId: string,
  { holder, email }: Former,
): Promise<Forgotten | null> {
  const tenures = await findTenures(tx, contractId, holder);
  const given = email === undefined ? null : await findPersonByEmail(tx, email);
  if (given !== null && (await hasPlace(tx, contractId, given.id))) return null;
  const people = given === null ? [] : [given.id];
  for (const id of await findPeople(tx, contractId, holder, tenures)) {
    // Who is a lead here, or holds a seat under another name, is known as that.
    if (!(await hasPlace(tx, contractId, id))) people.push(id);
  }
  const addresses = await findAddresses(tx, people);
  if (email !== undefined) addresses.push(email.toLowerCase());
  return { holder, people, addresses, tenures };
}

/**
 * Forgets who held seats of a contract before: the ledger calls them by a name that says nothing,
 * the same everywhere, so that every standing stays as it is. Who holds a seat now stays.
 * @throws ContractUnknown
 */
export async function forgetHolder(
  { database, now, newId, by }: LedgerContext,
  contractId: string,
  former: Former,
): Promise<ForgetOutcome> {
  const { holder } = former;
  const outcome = await database.write<ForgetOutcome>(async (tx) => {
    if ((await loadContract(tx, contractId)) === null) throw new ContractUnknown(contractId);
    if (await holdsSeat(tx, contractId, holder)) return { ok: false, code: 'still_holds' };
    const forgotten = await identify(tx, contractId, former);
    if (forgotten === null) return { ok: false, code: 'still_there' };
    const deed = { at: now(), by };
    const pseudonym = `Former holder ${newId().slice(0, 8)}`;
    const renaming = { ...deed, pseudonym };
    const counts = {
      transfers: await renameInTransfers(tx, contractId, holder, pseudonym),
      reviews: await renameInReviews(tx, contractId, forgotten, pseudonym),
      invitations: await renameInInvitations(tx, contractId, forgotten, renaming),
      messages: await renameInMessages(tx, contractId, holder, pseudonym),
    };
    await disownDevices(tx, contractId, forgotten);
    for (const id of forgotten.people) await forgetIfPlaceless(tx, id);
    const isKnown = forgotten.people.length > 0 || Object.values(counts).some((count) => count > 0);
    if (!isKnown) return { ok: false, code: 'person_unknown' };
    const change = { what: 'person.forgotten', subject: null, before: null, after: pseudonym };
    await recordChange(tx, contractId, deed, change);
    return { ok: true, pseudonym, ...counts };
  });
  // The name is to be in no log of the database either.
  if (outcome.ok) await database.emptyLog();
  return outcome;
}
