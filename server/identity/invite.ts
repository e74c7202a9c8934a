import { loadContract } from '#server/contracts/store.ts';
import type { Transaction } from '#server/db/database.ts';
import { insertDevice } from '#server/identity/device-store.ts';
import { endInvitations, insertInvitation } from '#server/identity/invitation-store.ts';
import { findPersonByEmail } from '#server/identity/person-store.ts';
import { hashOfToken, newInvitationToken, newToken } from '#server/identity/token.ts';
import { ContractUnknown, type LedgerContext } from '#server/ledger/ledger.ts';
import { findSeats } from '#server/ledger/store.ts';
import { findTeams } from '#server/teams/store.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';

export const INVITATION_DAYS = 7;

type Context = Pick<LedgerContext, 'database' | 'now' | 'newId' | 'by'>;

/** What a person is invited to be. */
export type Invited =
  | { role: 'recruiter'; seat: string }
  | { role: 'lead'; teams: readonly string[] | 'all' }
  | { role: 'admin' }
  /** Nothing new: to choose a new password. */
  | { role: null };

export type Invitation = { email: string; name: string; to: Invited };

/** Thrown when a contract has no seat of an id. */
export class SeatUnknown extends Error {
  override readonly name = 'SeatUnknown';
}

/** Thrown when a contract has no team of a name. */
export class TeamUnknown extends Error {
  override readonly name = 'TeamUnknown';
}

/** Thrown when nobody of an address is known. */
export class PersonUnknown extends Error {
  override readonly name = 'PersonUnknown';
}

async function requireContract(tx: Transaction, contractId: string): Promise<void> {
  if ((await loadContract(tx, contractId)) === null) {
    throw new ContractUnknown(contractId);
  }
}

async function columnsOf(tx: Transaction, contractId: string, email: string, to: Invited) {
  const none = { seatId: null, isOfAllTeams: false, teamIds: [] };
  switch (to.role) {
    case null:
      if ((await findPersonByEmail(tx, email)) === null) {
        throw new PersonUnknown(`Nobody signs in as ${email}.`);
      }
      return { ...none, role: null };
    case 'admin':
      return { ...none, role: to.role, isOfAllTeams: true };
    case 'recruiter':
      if (!(await findSeats(tx, contractId, [to.seat])).has(to.seat)) {
        throw new SeatUnknown(`The contract has no seat "${to.seat}".`);
      }
      return { ...none, role: to.role, seatId: to.seat };
    case 'lead': {
      if (to.teams === 'all') return { ...none, role: to.role, isOfAllTeams: true };
      const found = await findTeams(tx, contractId, to.teams);
      const unknown = to.teams.find((name) => !found.has(name));
      if (unknown !== undefined) throw new TeamUnknown(`The contract has no team "${unknown}".`);
      return { ...none, role: to.role, teamIds: [...found.values()].map(({ id }) => id) };
    }
  }
}

/**
 * What a link has to hold that lets a person in once; it is kept as a hash. Whatever was sent to the
 * address before, for this contract, is taken back.
 * @throws ContractUnknown, SeatUnknown, TeamUnknown, PersonUnknown
 */
export async function invitePerson(
  { database, now, newId, by }: Context,
  contractId: string,
  { email: given, name, to }: Invitation,
): Promise<{ token: string; expiresAt: Instant }> {
  const token = newInvitationToken();
  const email = given.toLowerCase();
  const createdAt = now();
  const expiresAt = createdAt + INVITATION_DAYS * DAY_MS;
  await database.write(async (tx) => {
    await requireContract(tx, contractId);
    const columns = await columnsOf(tx, contractId, email, to);
    await endInvitations(tx, contractId, email, { at: createdAt, by });
    const dates = { createdAt, createdBy: by, expiresAt, endedAt: null, endedBy: null };
    const kept = { id: newId(), tokenHash: hashOfToken(token), email, name };
    await insertInvitation(tx, { contractId, ...kept, ...columns, ...dates });
  });
  return { token, expiresAt };
}

/**
 * A key for a program that reports InMails and answers, good until it is ended; kept as a hash.
 * @throws ContractUnknown
 */
export async function createFeedKey(
  { database, now, newId, by }: Context,
  contractId: string,
  name: string,
): Promise<{ id: string; key: string }> {
  const key = newToken();
  const id = newId();
  await database.write(async (tx) => {
    await requireContract(tx, contractId);
    const nobody = { seatId: null, personId: null, tokenExpiresAt: null, lastSeenAt: null };
    const nothing = { familyHash: null, refreshHash: null, previousRefreshHash: null };
    await insertDevice(tx, {
      ...nobody,
      ...nothing,
      contractId,
      id,
      name,
      role: 'feed',
      tokenHash: hashOfToken(key),
      createdAt: now(),
      createdBy: by,
      endedAt: null,
      endedBy: null,
      rotatedAt: null,
    });
  });
  return { id, key };
}
