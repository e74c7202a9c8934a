import type { Database } from '#server/db/database.ts';
import {
  LEDGER_PAGES,
  readExtent,
  readRemains,
  type KeptSince,
  type RecordedEvent,
  type Told,
} from '#server/ledger/export-store.ts';
import type { RawEvent } from '#server/ledger/raw-event.ts';
import { FOLD_RANK, isEventType } from '#shared/policy/events.ts';
import { formatInstant, type Instant } from '#shared/policy/instant.ts';

const ROWS_A_PAGE = 5000;
/** Of those whose beginning was removed at one instant. */
const SEATS_A_TIME = 200;

/** While a ledger was read a retention removed some of it: read it again. */
export class LedgerRetained extends Error {
  override readonly name = 'LedgerRetained';
}

function rankOf({ raw }: RecordedEvent): number {
  const { type } = raw;
  return isEventType(type) ? FOLD_RANK[type] : 0;
}

/** Events in the order of the fold, each with the instant at which it was recorded. */
export function exportOf(recorded: readonly RecordedEvent[]): RawEvent[] {
  return recorded
    .toSorted((one, other) => one.recordedAt - other.recordedAt || rankOf(one) - rankOf(other))
    .map(({ raw, recordedAt }) => ({ ...raw, recordedAt: formatInstant(recordedAt) }));
}

/** One kind of rows, in the order in which they are told; what is left of before is left out. */
class Rows {
  readonly #read: (after: number) => Promise<Told[]>;
  /** Those that were read and not taken yet, in order. */
  #ahead: Told[] = [];
  #next = 0;
  #after = 0;
  /** Up to here, exclusive, all have been read. */
  #floor = -Infinity;

  constructor(read: (after: number) => Promise<Told[]>) {
    this.#read = read;
  }

  async #peek(): Promise<Told | undefined> {
    for (;;) {
      const row = this.#ahead[this.#next];
      if (this.#floor === Infinity || (row !== undefined && row.recordedAt < this.#floor))
        return row;
      const page = await this.#read(this.#after);
      this.#after = page.at(-1)?.seq ?? this.#after;
      this.#floor = page.reduce(
        (highest, { floor }) => Math.max(highest, floor),
        page.length === 0 ? Infinity : this.#floor,
      );
      this.#ahead = [...this.#ahead.slice(this.#next), ...page.filter((one) => !one.isRemains)];
      this.#ahead.sort((one, other) => one.recordedAt - other.recordedAt);
      this.#next = 0;
    }
  }

  async nextAt(): Promise<Instant> {
    return (await this.#peek())?.recordedAt ?? Infinity;
  }

  /** Those of one instant, which is the next. */
  async take(at: Instant): Promise<Told[]> {
    const taken: Told[] = [];
    for (let row = await this.#peek(); row?.recordedAt === at; row = await this.#peek()) {
      taken.push(row);
      this.#next += 1;
    }
    return taken;
  }
}

/** Of seats whose beginning was removed, those of each instant that they are kept since. */
function seatsKeptSince(keptSince: KeptSince): Map<Instant, string[]> {
  return Map.groupBy(keptSince.keys(), (seat) => keptSince.get(seat) ?? 0);
}

function isSame(one: KeptSince, other: KeptSince): boolean {
  return one.size === other.size && [...one].every(([seat, at]) => other.get(seat) === at);
}

/**
 * A contract's whole ledger as objects of the interchange format, each with the instant at which it
 * was recorded, instant by instant and so a replay takes it as it comes: it comes to exactly the
 * standings that the server held when this began. Those of one instant are in the order of the fold,
 * but for what is left of before a retention, which goes before them. Nothing for a contract that is not there.
 * @throws LedgerRetained
 */
export async function* streamLedger(
  database: Database,
  contractId: string,
  rowsAPage: number = ROWS_A_PAGE,
): AsyncGenerator<RawEvent[], void> {
  const { last, keptSince } = await database.read((reader) => readExtent(reader, contractId));
  const remains = seatsKeptSince(keptSince);
  const kinds = LEDGER_PAGES.map((readPage, kind) => {
    const place = { contractId, last: last[kind] ?? 0, count: rowsAPage, keptSince };
    return new Rows((after) => database.read((reader) => readPage(reader, { ...place, after })));
  });
  for (;;) {
    const nexts = await Promise.all(kinds.map((rows) => rows.nextAt()));
    const at = Math.min(...nexts, ...remains.keys());
    if (at === Infinity) break;
    const seats = remains.get(at) ?? [];
    remains.delete(at);
    for (let from = 0; from < seats.length; from += SEATS_A_TIME) {
      const some = seats.slice(from, from + SEATS_A_TIME);
      yield exportOf(await database.read((reader) => readRemains(reader, contractId, some, at)));
    }
    const taken = await Promise.all(kinds.map((rows) => rows.take(at)));
    yield exportOf(taken.flat());
  }
  const now = await database.read((reader) => readExtent(reader, contractId));
  if (!isSame(keptSince, now.keptSince)) {
    throw new LedgerRetained(
      'While the ledger was read, what was too old was removed from it: try again.',
    );
  }
}

/** As `streamLedger`, all at once. */
export async function exportLedger(
  database: Database,
  contractId: string,
  rowsAPage?: number,
): Promise<RawEvent[]> {
  const instants: RawEvent[][] = [];
  for await (const events of streamLedger(database, contractId, rowsAPage)) instants.push(events);
  return instants.flat();
}
