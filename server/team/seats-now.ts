import type { Reader } from '#server/db/database.ts';
import { readChangedSeats, type SeatNow } from '#server/team/fleet-store.ts';

/** The seats of a contract, kept between two looks at them: only what has changed since is read. */
export class SeatsNow {
  readonly #contractId: string;
  readonly #byId = new Map<string, SeatNow>();
  #rows: readonly SeatNow[] = [];
  #upTo = -1;

  constructor(contractId: string) {
    this.#contractId = contractId;
  }

  /** @returns every seat; the same array as the last time where nothing changed. */
  async read(reader: Reader): Promise<readonly SeatNow[]> {
    const changed = await readChangedSeats(reader, this.#contractId, this.#upTo);
    if (changed.length === 0) return this.#rows;
    for (const seat of changed) {
      this.#byId.set(seat.id, seat);
      this.#upTo = Math.max(this.#upTo, seat.changed);
    }
    this.#rows = [...this.#byId.values()];
    return this.#rows;
  }
}
