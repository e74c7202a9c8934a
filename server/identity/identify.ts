import type { Database } from '#server/db/database.ts';
import { findDevice } from '#server/identity/store.ts';
import { hashOfToken, isToken } from '#server/identity/token.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** Says who a bearer token speaks for. */
export type IdentityProvider = {
  identify(bearerToken: string): Promise<Identity | null>;
};

/** Tokens given to devices, kept as hashes. */
export function deviceTokens(database: Database): IdentityProvider {
  return {
    async identify(token) {
      if (!isToken(token)) return null;
      const device = await database.read((reader) => findDevice(reader, hashOfToken(token)));
      if (device === null) return null;
      const { role, seat } = device;
      const { recipientKey, ...contract } = device.contract;
      // Recipients are hashed where they are seen, which is in a recruiter's browser alone.
      const mayHash = role === 'recruiter';
      return {
        contract,
        role,
        seat,
        recipientKey: mayHash ? recipientKey : null,
        device: null,
        teams: null,
      };
    },
  };
}
