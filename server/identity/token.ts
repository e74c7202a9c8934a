import { createHash, randomBytes } from 'node:crypto';

/** What each secret begins with, so that people and scanners can tell what they have found. */
const PREFIXES = { access: 'gs_', refresh: 'gsr_', invitation: 'gsi_' } as const;
const FAMILY_CHARACTERS = 22;
const REFRESH_SHAPE = /^gsr_[\w-]{65}$/;

/** 32 random bytes as base64url. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** An access token, or a feed's key. */
export function newToken(): string {
  return PREFIXES.access + newKey();
}

export function newInvitationToken(): string {
  return PREFIXES.invitation + newKey();
}

/** What all refresh tokens of one device begin with: 16 random bytes. */
export function newFamily(): string {
  return PREFIXES.refresh + randomBytes(16).toString('base64url');
}

export function newRefreshToken(family: string): string {
  return family + newKey();
}

/** Null for what is no refresh token. */
export function familyOf(refreshToken: string): string | null {
  if (!REFRESH_SHAPE.test(refreshToken)) return null;
  return refreshToken.slice(0, PREFIXES.refresh.length + FAMILY_CHARACTERS);
}

/**
 * What is kept of a secret. Looking a hash up gives nothing away by its timing: whoever does not know
 * the secret cannot choose its hash, and the secret is too long to be guessed, so no salt is needed.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function isToken(text: string): boolean {
  return /^gs_[\w-]{43}$/.test(text);
}
