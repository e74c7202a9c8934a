import { setImmediate as nextTurn } from 'node:timers/promises';
import { readContract, type Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { readOpenReviewSeats } from '#server/reviews/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { countSeats, holds, type Counted } from '#server/team/counted.ts';
import {
  keptSpoken,
  keptTeamNames,
  readLastRows,
  readSpoken,
  readTeamNames,
  readTouched,
  type ReadUpTo,
  type SeatNow,
} from '#server/team/fleet-store.ts';
import { Sayings, type Listed } from '#server/team/said.ts';
import { SeatsNow } from '#server/team/seats-now.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** Every seat of a contract at one instant, soonest at risk first. */
export type Listing = Readonly<{
  contract: Contract;
  asOf: Instant;
  seats: readonly Listed[];
  /** The seats of which a review waits to be decided. */
  openReviews: readonly string[];
}>;

const SEATS_A_TURN = 200;
/** Looking through more rows than these for what has come in costs more than counting anew. */
const MOST_ROWS_SINCE = 100_000;

/**
 * The seats of one contract with their tallies, kept between two looks at them. A tally is counted
 * again where something has come in for its seat, and where time alone changes it; at any other
 * instant it is the same as if it were counted then.
 */
export class Fleet {
  readonly #context: CheckContext;
  readonly #contractId: string;
  readonly #seats: SeatsNow;
  readonly #spoken = keptSpoken();
  readonly #teams = keptTeamNames();
  readonly #sayings = new Sayings();
  #counted = new Map<string, Counted>();
  #rows: readonly SeatNow[] = [];
  /** Until then time alone changes no tally. */
  #countedUntil: Instant = -Infinity;
  #readUpTo: ReadUpTo = [];
  #lastAsOf: Instant = -Infinity;
  #lastSource = '';
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Listing> | null = null;

  constructor(context: CheckContext, contractId: string) {
    this.#context = context;
    this.#contractId = contractId;
    this.#seats = new SeatsNow(contractId);
  }

  /**
   * The list as it stands now. Whoever asks while it is being made gets the one after it, which has
   * seen everything that was written before they asked.
   * @throws ContractUnknown
   */
  look(): Promise<Listing> {
    if (this.#next === null) {
      const begin = (): Promise<Listing> => {
        this.#next = null;
        return this.#make();
      };
      const next = this.#running.then(begin, begin);
      this.#next = next;
      this.#running = next;
    }
    return this.#next;
  }

  async #make(): Promise<Listing> {
    const { database, now } = this.#context;
    await makeDueChecks(this.#context, this.#contractId);
    const asOf = now();
    return database.read(async (reader) => {
      const contract = await readContract(reader, this.#contractId);
      if (contract === null) {
        throw new ContractUnknown(this.#contractId);
      }
      await this.#count(reader, contract, asOf);
      const spoken = this.#spoken.read(await readSpoken(reader, contract.id));
      const teams = this.#teams.read(await readTeamNames(reader, contract.id));
      const { terms } = contract;
      const grounds = { counted: this.#counted, spoken, teams, terms };
      const seats = this.#sayings.inOrder(grounds, asOf);
      const openReviews = await readOpenReviewSeats(reader, contract.id);
      return { contract, asOf, seats, openReviews };
    });
  }

  async #count(reader: Batcher & Reader, contract: Contract, asOf: Instant): Promise<void> {
    const { id, source, overlayUntil } = contract;
    const sourceNow = `${source} ${overlayUntil}`;
    const readUpTo = await readLastRows(reader);
    const isSameSource = sourceNow === this.#lastSource;
    const rowsSince = sumOf(readUpTo) - sumOf(this.#readUpTo);
    const isAnew = asOf < this.#lastAsOf || !isSameSource || rowsSince > MOST_ROWS_SINCE;
    const touched = isAnew ? new Set() : await readTouched(reader, id, this.#readUpTo);
    const seats = await this.#seats.read(reader);
    const isSame = !isAnew && touched.size === 0 && seats === this.#rows;
    if (isSame && asOf < this.#countedUntil) {
      this.#readUpTo = readUpTo;
      this.#lastAsOf = asOf;
      return;
    }
    const before = isAnew ? new Map<string, Counted>() : this.#counted;
    const after = new Map<string, Counted>();
    const stale: SeatNow[] = [];
    for (const seat of seats) {
      const counted = touched.has(seat.id) ? undefined : before.get(seat.id);
      if (counted === undefined || !holds(counted, seat, asOf)) stale.push(seat);
      else after.set(seat.id, counted.now === seat ? counted : { ...counted, now: seat });
    }
    for (let from = 0; from < stale.length; from += SEATS_A_TURN) {
      // The database answers at once or not at all: others get their turn between.
      if (from > 0) await nextTurn();
      const some = stale.slice(from, from + SEATS_A_TURN);
      for (const counted of await countSeats(reader, contract, some, asOf)) {
        after.set(counted.now.id, counted);
      }
    }
    const all = [...after.values()];
    this.#countedUntil = all.reduce((first, { changesAt }) => Math.min(first, changesAt), Infinity);
    this.#counted = after;
    this.#rows = seats;
    this.#readUpTo = readUpTo;
    this.#lastAsOf = asOf;
    this.#lastSource = sourceNow;
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
