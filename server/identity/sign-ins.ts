import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import { firstGroups, plainOf } from '#server/http/address.ts';
import type { Database } from '#server/db/database.ts';
import { insertSignIn, type SignIn } from '#server/identity/sign-in-store.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** The network that an address is in, as far as it tells no machine: /24 of IPv4, /48 of IPv6. */
export function networkOf(address: string): string {
  const plain = plainOf(address);
  const version = isIP(plain);
  if (version === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  return version === 6 ? `${firstGroups(plain, 3)}::/48` : 'unknown';
}

export type Attempt = Pick<SignIn, 'method' | 'outcome' | 'personId'> & {
  /** As it was given; null where none was. */
  email: string | null;
  address: string;
};

/** Writes down who signed in, or tried to. */
export async function recordSignIn(
  { database, now, secret }: { database: Database; now: () => Instant; secret: string },
  { email, address, ...attempt }: Attempt,
): Promise<void> {
  const emailHash =
    email === null
      ? null
      : createHmac('sha256', secret).update(`sign-in:${email.toLowerCase()}`).digest('base64url');
  const row = { ...attempt, at: now(), emailHash, network: networkOf(address) };
  await database.write((tx) => insertSignIn(tx, row));
}
