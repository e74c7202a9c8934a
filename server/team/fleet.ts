import { setImmediate as nextTurn } from 'node:timers/promises';
import { readContract, type Contract } from '#server/contracts/store.ts';
import type { Batcher, Reader } from '#server/db/database.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import { liveSeats, type LiveSeat } from '#server/standing/live-store.ts';
import {
  readLastRows,
  readNextChanges,
  readSeatsNow,
  readTouched,
  type ReadUpTo,
  type SeatNow,
} from '#server/team/fleet-store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { compareRisk, isLongUnread, riskOf, type Risk } from '#shared/policy/risk.ts';
import { shownOf, type Shown } from '#shared/policy/shown.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { SeatRow } from '#shared/wire/seats.ts';

/** A seat of the list, and where it stands in it. */
export type Listed = Readonly<{ row: SeatRow; risk: Risk; shown: Shown; isLongUnread: boolean }>;

/** Every seat of a contract at one instant, soonest at risk first. */
export type Listing = Readonly<{ contract: Contract; asOf: Instant; seats: readonly Listed[] }>;

/** What was counted for a seat, and until when it holds if nothing comes in. */
type Counted = Readonly<{
  now: SeatNow;
  tally: LiveSeat['tally'];
  evidence: LiveSeat['evidence'];
  /** Sends that only the overlay may have seen: with the watermark they are others. */
  seen: number;
  changesAt: Instant;
}>;

const SEATS_A_TURN = 200;
/** Looking through more rows than these for what has come in costs more than counting anew. */
const MOST_ROWS_SINCE = 100_000;
/** An answer that waits may be told its InMail, which leaves no new row behind. */
const WAITING_HOLDS_MS = 5 * 60_000;

/**
 * The seats of one contract with their tallies, kept between two looks at them. A tally is counted
 * again where something has come in for its seat, and where time alone changes it; at any other
 * instant it is the same as if it were counted then.
 */
export class Fleet {
  readonly #context: CheckContext;
  readonly #contractId: string;
  #counted = new Map<string, Counted>();
  #readUpTo: ReadUpTo = [];
  #lastAsOf: Instant = -Infinity;
  #lastSource = '';
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<Listing> | null = null;

  constructor(context: CheckContext, contractId: string) {
    this.#context = context;
    this.#contractId = contractId;
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
      const seats = [...this.#counted.values()].map((seat) => listed(seat, contract, asOf));
      seats.sort(compareListed);
      return { contract, asOf, seats };
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
    const seats = await readSeatsNow(reader, id);
    const before = isAnew ? new Map<string, Counted>() : this.#counted;
    const after = new Map<string, Counted>();
    const stale: SeatNow[] = [];
    for (const seat of seats) {
      const counted = touched.has(seat.id) ? undefined : before.get(seat.id);
      if (counted === undefined || !holds(counted, seat, asOf)) stale.push(seat);
      else after.set(seat.id, { ...counted, now: seat });
    }
    for (let from = 0; from < stale.length; from += SEATS_A_TURN) {
      // The database answers at once or not at all: others get their turn between.
      if (from > 0) await nextTurn();
      const some = stale.slice(from, from + SEATS_A_TURN);
      for (const counted of await countSeats(reader, contract, some, asOf)) {
        after.set(counted.now.id, counted);
      }
    }
    this.#counted = after;
    this.#readUpTo = readUpTo;
    this.#lastAsOf = asOf;
    this.#lastSource = sourceNow;
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function holds({ now, seen, changesAt }: Counted, seat: SeatNow, asOf: Instant): boolean {
  // Where the overlay's sends are counted as well, they are those after the watermark.
  const isMarkMoved = seat.completeUpTo !== now.completeUpTo && seen > 0;
  const isSame = seat.countsFrom === now.countsFrom && seat.inboxReadAt === now.inboxReadAt;
  return isSame && !isMarkMoved && asOf < changesAt;
}

async function countSeats(
  reader: Batcher & Reader,
  contract: Contract,
  seats: readonly SeatNow[],
  asOf: Instant,
): Promise<Counted[]> {
  const ids = seats.map(({ id }) => id);
  const { windowDays } = contract.terms;
  const live = await liveSeats(reader, contract, asOf, ids);
  const changes = await readNextChanges(reader, contract.id, ids, { windowDays, now: asOf });
  const byId = new Map(live.map((seat) => [seat.id, seat]));
  return seats.flatMap((now): Counted[] => {
    const seat = byId.get(now.id);
    if (seat === undefined) return [];
    const { tally, evidence, seen } = seat;
    const waits = evidence.unmatched > 0 ? asOf + WAITING_HOLDS_MS : Infinity;
    const changesAt = Math.min(changes.get(now.id) ?? Infinity, waits);
    return [{ now, tally, evidence, seen, changesAt }];
  });
}

function listed({ now, tally, evidence }: Counted, { terms }: Contract, asOf: Instant): Listed {
  const { id, holder, team, mode, standing, periodEndsAt, nextCheckAt, notice } = now;
  const reading = { mode, standing, tally, periodEndsAt, nextCheckAt, notice, terms };
  return {
    row: {
      seat: { id, holder },
      team,
      mode,
      standing,
      tally,
      responseRateBps: responseRateBps(tally),
      provisional: evidence.provisional,
      periodEndsAt,
      nextCheckAt,
      notice,
      lastSeenAt: now.lastSeenAt,
    },
    risk: riskOf(reading, asOf),
    shown: shownOf(reading, asOf),
    isLongUnread: isLongUnread(reading, asOf),
  };
}

/** By risk, and where that is the same by id, so that every page knows its place. */
export function compareListed(one: Place, other: Place): number {
  const byRisk = compareRisk(one.risk, other.risk);
  if (byRisk !== 0) return byRisk;
  const [id, otherId] = [one.row.seat.id, other.row.seat.id];
  return id < otherId ? -1 : Number(id > otherId);
}

/** What decides a seat's place in the list. */
export type Place = {
  readonly risk: Risk;
  readonly row: { readonly seat: { readonly id: string } };
};
