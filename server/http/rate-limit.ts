import { Fault } from '#server/http/problems.ts';

/** So many at once, and one more each so often. */
export type Allowance = { burst: number; everySeconds: number };

const LARGEST = 20_000;

/** Lets each key do something only so often: a bucket of tokens, which fills again by itself. */
export class RateLimit {
  readonly #allowance: Allowance;
  readonly #elapsedMs: () => number;
  /** When each key's bucket will be full again; a key without an entry has a full one. */
  readonly #fullAt = new Map<string, number>();

  constructor(allowance: Allowance, elapsedMs: () => number) {
    this.#allowance = allowance;
    this.#elapsedMs = elapsedMs;
  }

  /** Takes one of the key's tokens. @returns 0, or for how many seconds there is none. */
  take(key: string): number {
    const { burst, everySeconds } = this.#allowance;
    const everyMs = everySeconds * 1000;
    const now = this.#elapsedMs();
    const fullAt = Math.max(now, this.#fullAt.get(key) ?? 0) + everyMs;
    const waitMs = fullAt - now - burst * everyMs;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    // The latest last, so that the first are those to forget.
    this.#fullAt.delete(key);
    this.#fullAt.set(key, fullAt);
    this.#forget(now);
    return 0;
  }

  /** @throws Fault `too_many_requests`, with when to try again. */
  require(key: string): void {
    const wait = this.take(key);
    if (wait > 0) throw new Fault('too_many_requests', undefined, undefined, wait);
  }

  #forget(now: number): void {
    if (this.#fullAt.size <= LARGEST) return;
    for (const [key, fullAt] of this.#fullAt) {
      if (fullAt > now && this.#fullAt.size <= LARGEST) break;
      this.#fullAt.delete(key);
    }
  }
}
