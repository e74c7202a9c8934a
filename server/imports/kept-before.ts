import type { KnownBesides } from '#server/ledger/admit.ts';
import type { Offered, RawEvent } from '#server/ledger/raw-event.ts';
import { IdIndex } from '#shared/policy/id-index.ts';

/**
 * What a dry run would have kept so far, as it writes nothing that a later batch could meet. Only
 * ids are remembered; an event is asked back from the file by its position.
 */
export class KeptBefore implements KnownBesides {
  readonly #events = new IdIndex();
  readonly #inmails = new IdIndex();
  readonly #recall: (position: number) => RawEvent;

  constructor(recall: (position: number) => RawEvent) {
    this.#recall = recall;
  }

  keep({ event }: Offered, position: number): void {
    this.#events.add(event.id, position);
    if (event.type === 'inmail.sent') this.#inmails.add(event.inmail, position);
  }

  findEvent(id: string): RawEvent | null {
    const first = this.#events.find(id, (at) => this.#recall(at)['id'] === id);
    return first === null ? null : this.#recall(first);
  }

  hasInMail(inmail: string): boolean {
    return this.#inmails.find(inmail, (at) => this.#recall(at)['inmail'] === inmail) !== null;
  }
}
