import type { Tokens } from '#extension/state/credentials.ts';
import { readApprovalAddress } from '#extension/state/server-address.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { ConnectCode, ConnectTokens } from '#shared/wire/connect.ts';

/**
 * A wait for somebody's approval. It is kept in the vault, as who has the device code can fetch the
 * tokens, and outlives the worker.
 */
export type Pairing = {
  id: string;
  server: string;
  deviceCode: string;
  /** What the person compares with the approval page. */
  userCode: string;
  verificationUrl: string;
  /** By this machine's clock, as all instants here. */
  startedAt: Instant;
  expiresAt: Instant;
  intervalMs: number;
  nextPollAt: Instant;
  /** Fetched, and not in use yet: a worker that was killed goes on from here. */
  tokens: Tokens | null;
};

const SECOND_MS = 1000;
/** What a server asks for is kept to within these, so that none has us ask for ever, or all the time. */
const LONGEST_MS = 30 * 60 * SECOND_MS;
const SHORTEST_INTERVAL_MS = 2 * SECOND_MS;
const LONGEST_INTERVAL_MS = 60 * SECOND_MS;
const SLOWER_MS = 5 * SECOND_MS;

/** Letters and digits in groups, as people compare them; nothing that could be read as anything else. */
const USER_CODE = /^[A-Z0-9]{2,8}(-[A-Z0-9]{2,8}){0,3}$/;
/** What a request can carry: visible ASCII, and no more of it than a token has. */
const SECRET = /^[\x21-\x7E]{16,200}$/;

/** A code that the server gave; null for one that is not as agreed. */
export function pairingOf(
  code: ConnectCode,
  { server, id, now }: { server: string; id: string; now: Instant },
): Pairing | null {
  const verificationUrl = readApprovalAddress(code.verificationUrl, server);
  const isAsAgreed = USER_CODE.test(code.userCode) && SECRET.test(code.deviceCode);
  if (verificationUrl === null || !isAsAgreed) return null;
  const intervalMs = withinReason(code.intervalSeconds * SECOND_MS);
  return {
    id,
    server,
    deviceCode: code.deviceCode,
    userCode: code.userCode,
    verificationUrl,
    startedAt: now,
    expiresAt: now + Math.min(LONGEST_MS, code.expiresInSeconds * SECOND_MS),
    intervalMs,
    // The first time at any time: whoever comes back from the approval page need not wait.
    nextPollAt: now,
    tokens: null,
  };
}

function withinReason(intervalMs: number): number {
  return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, intervalMs));
}

/** The same wait, with longer between two questions. */
export function slower(pairing: Pairing): Pairing {
  return { ...pairing, intervalMs: withinReason(pairing.intervalMs + SLOWER_MS) };
}

/** True when nobody can approve it any more; a clock that was set back ends it too. */
export function isOver({ startedAt, expiresAt }: Pairing, now: Instant): boolean {
  return now >= expiresAt || now < startedAt;
}

/** Tokens that the server gave; null for what no request could carry. */
export function tokensOf(
  { accessToken, accessExpiresInSeconds, refreshToken }: ConnectTokens,
  { connection, now }: { connection: string; now: Instant },
): Tokens | null {
  if (!SECRET.test(accessToken) || !SECRET.test(refreshToken)) return null;
  const accessEndsAt = now + accessExpiresInSeconds * SECOND_MS;
  return { connection, accessToken, accessEndsAt, refreshToken };
}
