import { recordChange } from '#server/audit/store.ts';
import type { Transaction } from '#server/db/database.ts';
import type { Auth, Person } from '#server/identity/auth.ts';
import { endDevicesOfSeats } from '#server/identity/device-store.ts';
import {
  endInvitation,
  findInvitation,
  type InvitationRow,
} from '#server/identity/invitation-store.ts';
import {
  canSignIn,
  findPersonByEmail,
  insertPerson,
  savePassword,
} from '#server/identity/person-store.ts';
import {
  findSeatPerson,
  insertMember,
  memberInWords,
  saveSeatPerson,
} from '#server/identity/place-store.ts';
import { hashOfToken } from '#server/identity/token.ts';
import { personActor } from '#server/ledger/author.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import type { Instant } from '#shared/policy/instant.ts';

type Context = Pick<LedgerContext, 'database' | 'now' | 'newId'>;

/** What a person who opens the link is told. */
export type OpenInvitation = {
  email: string;
  name: string;
  contractName: string;
  role: InvitationRow['role'];
  seat: { id: string; holder: string } | null;
  /** They sign in already: no password is asked for here, unless the link is for a new one. */
  isKnown: boolean;
};

/** Null for a link that was used, taken back, or is too old. */
export async function readInvitation(
  { database, now }: Context,
  token: string,
): Promise<OpenInvitation | null> {
  return database.read(async (reader) => {
    const found = await findInvitation(reader, hashOfToken(token), now());
    if (found === null) return null;
    const { email, name, role, seatId } = found.invitation;
    const person = await findPersonByEmail(reader, email);
    return {
      email,
      name,
      role,
      contractName: found.contractName,
      seat: seatId === null ? null : { id: seatId, holder: found.holder ?? '' },
      isKnown: person !== null && (await canSignIn(reader, person.id)),
    };
  });
}

/** Makes a person what the invitation says, and uses it up. */
async function take(
  tx: Transaction,
  invitation: InvitationRow,
  personId: string,
  at: Instant,
): Promise<void> {
  const { contractId, role, seatId, isOfAllTeams, teamIds } = invitation;
  const deed = { at, by: personActor(personId) };
  await endInvitation(tx, invitation, deed);
  if (role === 'recruiter' && seatId !== null) {
    const before = await findSeatPerson(tx, contractId, seatId);
    if (before !== personId) {
      await endDevicesOfSeats(tx, contractId, [seatId], deed);
      const joined = { what: 'seat.joined', subject: seatId, before, after: personId };
      await recordChange(tx, contractId, deed, joined);
    }
    await saveSeatPerson(tx, contractId, seatId, personId);
  }
  if (role === 'lead' || role === 'admin') {
    const member = { contractId, personId, role };
    const before = await memberInWords(tx, member);
    await insertMember(tx, { ...member, isOfAllTeams, createdAt: at }, teamIds);
    const after = await memberInWords(tx, member);
    const what = before === null ? 'member.added' : 'member.changed';
    const change = { what, subject: personId, before, after };
    if (before !== after) await recordChange(tx, contractId, deed, change);
  }
}

/** Accepts as somebody who is signed in. @returns false for a link that is not theirs to use. */
export async function acceptAs(
  { database, now }: Context,
  token: string,
  person: Person,
): Promise<boolean> {
  return database.write(async (tx) => {
    const found = await findInvitation(tx, hashOfToken(token), now());
    if (found === null || found.invitation.email !== person.email.toLowerCase()) return false;
    await take(tx, found.invitation, person.id, now());
    return true;
  });
}

/**
 * Accepts as somebody new, or as somebody who forgot their password where the link is for that.
 * @param password fits the rules.
 * @returns the person; null for a link that cannot be used so.
 */
export async function acceptWithPassword(
  { database, now, newId, auth }: Context & { auth: Pick<Auth, 'hashPassword'> },
  token: string,
  { name, password }: { name: string; password: string },
): Promise<Person | null> {
  const passwordHash = await auth.hashPassword(password);
  return database.write(async (tx) => {
    const found = await findInvitation(tx, hashOfToken(token), now());
    if (found === null) return null;
    const { email, role } = found.invitation;
    const known = await findPersonByEmail(tx, email);
    // Who can sign in already does so: a link is no way past their password.
    if (known !== null && role !== null && (await canSignIn(tx, known.id))) return null;
    const at = new Date(now());
    const person = known ?? { id: newId(), name, email };
    if (known === null) await insertPerson(tx, person, at);
    await savePassword(tx, person.id, { id: newId(), passwordHash, at });
    await take(tx, found.invitation, person.id, now());
    return person;
  });
}
