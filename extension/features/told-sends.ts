import type { Tell } from '#extension/features/tell.ts';
import type { LeftSend } from '#extension/state/left-sends.ts';

export type Sent = Omit<LeftSend, 'contract' | 'seat'>;

/** Tells of sends, and leaves those that the worker has not confirmed where the page goes away. */
export class ToldSends {
  readonly #unheard = new Map<string, Sent>();
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** It is told again for a while; after that only the page would know, and it may be gone. */
  tell(send: Sent): void {
    this.#unheard.set(send.id, send);
    const heard = () => this.#unheard.delete(send.id);
    this.#tell.send(send).then(heard, () => undefined);
  }

  leave(whose: Pick<LeftSend, 'contract' | 'seat'>): void {
    for (const send of this.#unheard.values()) {
      this.#tell.left({ ...send, ...whose }).catch(() => undefined);
    }
  }
}
