/** A composer comes late, but not this late: an older press did not open it. */
const OPENS_WITHIN_MS = 30_000;

/**
 * Remembers which press opened which composer. A press belongs to the first composer that is asked
 * about after it and to no other, so that one for thirty is never taken for the next one, to one.
 * A page may as well keep its composer and turn it to others: what opened it before the last press
 * that opens one says nothing any more.
 */
export class OpenerMemory<Opener> {
  #pressed: { opener: Opener; at: number } | null = null;
  /** How many presses there were that open a composer. */
  #presses = 0;
  readonly #ofComposer = new WeakMap<HTMLElement, { opener: Opener | null; presses: number }>();

  /**
   * @param opener null for a press that opens none.
   * @param at in milliseconds, by the same clock as `now` in `of`.
   */
  pressed(opener: Opener | null, at: number): void {
    this.#pressed = opener === null ? null : { opener, at };
    if (opener !== null) this.#presses += 1;
  }

  /** What opened the composer; null when that was not seen, or is not sure any more. */
  of(composer: HTMLElement, now: number): Opener | null {
    const known = this.#ofComposer.get(composer);
    if (known !== undefined) return known.presses === this.#presses ? known.opener : null;
    const pressed = this.#pressed;
    this.#pressed = null;
    const opener = pressed !== null && now - pressed.at < OPENS_WITHIN_MS ? pressed.opener : null;
    this.#ofComposer.set(composer, { opener, presses: this.#presses });
    return opener;
  }
}
