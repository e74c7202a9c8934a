import type { Instant } from '#shared/policy/instant.ts';
import type { Identity } from '#shared/wire/identity.ts';

/** Which server this browser is connected to, and who it then speaks for. */
export type Credentials = {
  /** Made when it was connected, so that one connection is told from the one before it. */
  connection: string;
  /** The server's origin, such as `https://standing.example`, without a slash at its end. */
  server: string;
  identity: Identity;
};

/** What proves it to the server. Only the background worker ever holds these. */
export type Tokens = {
  connection: string;
  accessToken: string;
  /** By this machine's clock. */
  accessEndsAt: Instant;
  /** Works once: what it is exchanged for replaces it. */
  refreshToken: string;
};

/**
 * Names one seat of one contract on one server. What waits to be reported keeps it, so that
 * connecting elsewhere never reports one seat's sends as another's.
 */
export function accountOf({ server, identity }: Pick<Credentials, 'server' | 'identity'>): string {
  return [server, identity.contract.id, identity.seat ?? ''].join('\n');
}
