import type { Credentials } from '#extension/state/credentials.ts';
import { readServerAddress } from '#extension/state/server-address.ts';
import { plainText } from '#shared/words/plain-text.ts';

/** What an organisation's administrators set for the browsers they manage; null for what they do not. */
export type Managed = Readonly<{
  /** The server's origin: no other can be connected to. */
  server: string | null;
  /** The contract's name, as Recruiter's navigation shows it: no other can be connected. */
  contract: string | null;
  /** Values that cannot be used; nothing is made up in their place. */
  faults: readonly ('server' | 'contract')[];
}>;

export const NOTHING_MANAGED: Managed = { server: null, contract: null, faults: [] };

const LONGEST_NAME = 200;

/** One spelling of a name, whoever wrote it. */
function spelled(name: string): string {
  return plainText(name.normalize('NFC').replaceAll(/\s+/g, ' ')).trim();
}

/** @param raw what the browser has, which a policy of any shape may have put there. */
export function managedOf(raw: Readonly<Record<string, unknown>>): Managed {
  const { server, contract } = raw;
  const address = typeof server === 'string' ? readServerAddress(server) : null;
  const name = typeof contract === 'string' ? spelled(contract).slice(0, LONGEST_NAME) : '';
  return {
    server: address,
    contract: name === '' ? null : name,
    faults: [
      ...(isSet(server) && address === null ? (['server'] as const) : []),
      ...(isSet(contract) && name === '' ? (['contract'] as const) : []),
    ],
  };
}

/** Left empty is not set, as forms of policies leave it. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** True for a connection that what is managed does not speak against. */
export function isAllowedBy(
  { server, contract }: Managed,
  { server: ours, identity }: Pick<Credentials, 'server' | 'identity'>,
): boolean {
  if (server !== null && server !== ours) return false;
  return contract === null || contract === spelled(identity.contract.name);
}
