import type { Recipient } from '../../wire.ts';

/** Who is ticked, whether or not their row is on the page. */
export class Selection {
  readonly #chosen = new Map<string, Recipient>();
  readonly #listeners: (() => void)[] = [];

  get size(): number {
    return this.#chosen.size;
  }

  get recipients(): Recipient[] {
    return [...this.#chosen.values()];
  }

  has(memberId: string): boolean {
    return this.#chosen.has(memberId);
  }

  set(recipients: readonly Recipient[], on: boolean): void {
    for (const { memberId, name } of recipients) {
      if (on) this.#chosen.set(memberId, { memberId, name });
      else this.#chosen.delete(memberId);
    }
    this.#tell();
  }

  clear(): void {
    this.#chosen.clear();
    this.#tell();
  }

  /** Calls now and after every change. */
  watch(listener: () => void): void {
    this.#listeners.push(listener);
    listener();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
