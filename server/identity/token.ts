import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'gs_';
const SHAPE = /^gs_[A-Za-z0-9_-]{43}$/;

/** 32 random bytes as base64url. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

export function newToken(): string {
  return PREFIX + newKey();
}

/**
 * What is kept of a token. Looking a hash up gives nothing away by its timing: whoever does not know
 * the token cannot choose its hash, and the token is too long to be guessed, so no salt is needed.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function isToken(text: string): boolean {
  return SHAPE.test(text);
}
