import type { LedgerEvent } from '#shared/policy/events.ts';
import { IdIndex } from '#shared/policy/id-index.ts';
import type { InputFault } from '#shared/policy/outcome.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';
import { hasSameContent } from '#shared/policy/same-content.ts';

type Raw = Record<string, unknown>;

/** What became of an event that was offered to the ledger. */
export type Taken =
  | { as: 'kept'; event: LedgerEvent }
  | { as: 'duplicate' }
  | { as: 'conflict'; code: 'id_conflict' | 'inmail_conflict'; event: LedgerEvent }
  | { as: 'malformed'; fault: InputFault };

/**
 * Keeps each event once by its id, and each InMail once by its own. Only ids are remembered; the
 * event that came first is asked back from where it was read, by its position.
 */
export class Intake {
  readonly #events = new IdIndex();
  readonly #inmails = new IdIndex();
  readonly #recall: (position: number) => Raw;

  constructor(recall: (position: number) => Raw) {
    this.#recall = recall;
  }

  /** Whether a send of this InMail was kept. */
  readonly isSent = (inmail: string): boolean =>
    this.#inmails.find(inmail, (position) => this.#recall(position)['inmail'] === inmail) !== null;

  take(raw: unknown, position: number): Taken {
    const parsed = parseEvent(raw);
    if (!parsed.ok) return { as: 'malformed', fault: parsed.fault };
    const event = parsed.value;
    const first = this.#events.find(event.id, (found) => this.#recall(found)['id'] === event.id);
    if (first !== null) return this.#again(raw, first, event);
    if (event.type === 'inmail.sent') {
      if (this.isSent(event.inmail)) return { as: 'conflict', code: 'inmail_conflict', event };
      this.#inmails.add(event.inmail, position);
    }
    this.#events.add(event.id, position);
    return { as: 'kept', event };
  }

  #again(raw: unknown, first: number, event: LedgerEvent): Taken {
    // What was parsed is an object; the check is for the compiler.
    const isSame =
      typeof raw === 'object' && raw !== null && hasSameContent({ ...raw }, this.#recall(first));
    return isSame ? { as: 'duplicate' } : { as: 'conflict', code: 'id_conflict', event };
  }
}
