import { RateLimit } from '#server/http/rate-limit.ts';

/** How often things that can be guessed at, or cost something, may be done. */
export type Limits = Readonly<{
  /** Requests of any kind, by network address: whole offices may share one. */
  requestsByAddress: RateLimit;
  /** Requests with a token, by its device or feed. */
  requestsByToken: RateLimit;
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

/** How many requests a second are let in for long; half a minute's worth may come at once. */
export type RequestRates = Readonly<{ byAddress: number; byToken: number }>;

export const REQUEST_RATES: RequestRates = { byAddress: 200, byToken: 50 };
const BURST_SECONDS = 30;

export function createLimits(elapsedMs: () => number, rates: RequestRates): Limits {
  const limit = (burst: number, everySeconds: number): RateLimit =>
    new RateLimit({ burst, everySeconds }, elapsedMs);
  const perSecond = (rate: number): RateLimit => limit(rate * BURST_SECONDS, 1 / rate);
  return {
    requestsByAddress: perSecond(rates.byAddress),
    requestsByToken: perSecond(rates.byToken),
    signInByAddress: limit(30, 10),
    signInByAccount: limit(8, 60),
    codes: limit(30, 10),
    connects: limit(60, 5),
    tokens: limit(600, 0.2),
  };
}
