import type { Identity } from '#shared/wire/identity.ts';

/** What connects this browser to a server, and who it then speaks for. */
export type Credentials = {
  /** The server's origin, such as `https://standing.example`, without a slash at its end. */
  server: string;
  token: string;
  identity: Identity;
};

/**
 * Names one seat of one contract on one server. What waits to be reported keeps it, so that
 * connecting elsewhere never reports one seat's sends as another's.
 */
export function accountOf({ server, identity }: Credentials): string {
  return [server, identity.contract.id, identity.seat ?? ''].join('\n');
}
