import type { Offered, RawEvent } from '#server/ledger/raw-event.ts';
import { refusal, type Refusal } from '#server/ledger/refusals.ts';
import { IdIndex } from '#shared/policy/id-index.ts';
import { hasSameContent } from '#shared/policy/same-content.ts';

export type FateAgain = { as: 'duplicate' } | { as: 'refused'; refusal: Refusal };

/**
 * What a dry run would have kept so far, as it writes nothing that a later batch could meet. Only
 * ids are remembered; an event is asked back from the file by its position.
 */
export class KeptBefore {
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

  /** What becomes of an event because of an earlier one; null where there is none. */
  fateOf({ event, raw }: Offered): FateAgain | null {
    const first = this.#events.find(event.id, (at) => this.#recall(at)['id'] === event.id);
    if (first !== null) {
      const isSame = hasSameContent({ ...raw }, { ...this.#recall(first) });
      return isSame
        ? { as: 'duplicate' }
        : { as: 'refused', refusal: refusal('id_conflict', 'id') };
    }
    if (event.type !== 'inmail.sent') return null;
    const { inmail } = event;
    const sent = this.#inmails.find(inmail, (at) => this.#recall(at)['inmail'] === inmail);
    return sent === null ? null : { as: 'refused', refusal: refusal('inmail_conflict', 'inmail') };
  }
}
