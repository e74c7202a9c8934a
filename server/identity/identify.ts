import type { Database, Reader } from '#server/db/database.ts';
import type { Caller } from '#server/http/access.ts';
import { findDevice } from '#server/identity/device-store.ts';
import { findLedSeats, findLedTeams } from '#server/identity/place-store.ts';
import { hashOfToken, isToken } from '#server/identity/token.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Identity } from '#shared/wire/identity.ts';

export type Identified =
  | {
      ok: true;
      caller: Caller;
      /** Of the device or the feed that has the token, as long as it has one. */
      key: string;
    }
  | { ok: false; code: 'token_unknown' | 'token_expired' };

/** Says who a bearer token speaks for. */
export type IdentityProvider = {
  identify(bearerToken: string): Promise<Identified>;
};

/** How far a caller sees. */
type Reach = Pick<Caller, 'teams' | 'seats'>;

async function reachOf(
  reader: Reader,
  {
    role,
    seat,
    personId,
  }: { role: Identity['role']; seat: string | null; personId: string | null },
  contractId: string,
): Promise<Reach> {
  if (role === 'admin') return { teams: null, seats: 'all' };
  if (role === 'recruiter') return { teams: null, seats: new Set(seat === null ? [] : [seat]) };
  if (role === 'feed' || personId === null) return { teams: null, seats: new Set() };
  const teams = await findLedTeams(reader, contractId, personId);
  if (teams === null) return { teams, seats: 'all' };
  return { teams, seats: await findLedSeats(reader, contractId, personId) };
}

/** Tokens that were given to devices and feeds, kept as hashes. */
export function deviceTokens(database: Database, now: () => Instant): IdentityProvider {
  return {
    async identify(token) {
      if (!isToken(token)) return { ok: false, code: 'token_unknown' };
      return database.read(async (reader): Promise<Identified> => {
        const found = await findDevice(reader, hashOfToken(token));
        if (found === null) return { ok: false, code: 'token_unknown' };
        const { id, name, role, seat, personId, tokenExpiresAt } = found.device;
        if (tokenExpiresAt !== null && tokenExpiresAt <= now()) {
          return { ok: false, code: 'token_expired' };
        }
        const { recipientKey, ...contract } = found.contract;
        const caller: Caller = {
          contract,
          role,
          seat,
          // Recipients are hashed where they are seen, which is in a recruiter's browser alone.
          recipientKey: role === 'recruiter' ? recipientKey : null,
          device: role === 'feed' ? null : { id, name },
          personId,
          ...(await reachOf(reader, found.device, contract.id)),
        };
        return { ok: true, caller, key: `${contract.id} ${id}` };
      });
    },
  };
}
