import { RateLimit } from '#server/http/rate-limit.ts';

/** How often things that can be guessed at, or cost something, may be done. */
export type Limits = Readonly<{
  /** Passwords, by network address. */
  signInByAddress: RateLimit;
  /** Passwords, by the account that they are tried on. */
  signInByAccount: RateLimit;
  /** User codes that a person types, and links of invitations. */
  codes: RateLimit;
  /** Devices that ask to be connected. */
  connects: RateLimit;
  /** Devices that fetch tokens: many may share one address. */
  tokens: RateLimit;
}>;

export function createLimits(elapsedMs: () => number): Limits {
  const limit = (burst: number, everySeconds: number): RateLimit =>
    new RateLimit({ burst, everySeconds }, elapsedMs);
  return {
    signInByAddress: limit(30, 10),
    signInByAccount: limit(8, 60),
    codes: limit(30, 10),
    connects: limit(60, 5),
    tokens: limit(600, 0.2),
  };
}
