import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadContract, passInstant, type Contract } from '#server/contracts/store.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { takeStep, type SeatStep } from '#server/standing/seat-fold.ts';
import {
  firstDue,
  insertChanges,
  moveChecks,
  saveSeats,
  seatsDueAt,
  type Seat,
} from '#server/standing/store.ts';
import { talliesOf } from '#server/standing/tally-store.ts';
import { announce } from '#server/webhooks/announce.ts';
import { happeningsOf } from '#server/webhooks/happenings.ts';
import { nextCheckAt, windowOfCheck } from '#shared/policy/checks.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { checkSeat } from '#shared/policy/standing-steps.ts';
import { NEW_SEAT } from '#shared/policy/standing.ts';
import { EMPTY_TALLY } from '#shared/policy/tally.ts';

/** What makes checks on a database; `onChecksMade` is told how many once they are committed. */
export type CheckContext = Readonly<{
  database: Database;
  now: () => Instant;
  onChecksMade?: ((count: number) => void) | undefined;
}>;

/** Few enough that whoever waits for their turn does not notice. */
const SEATS_A_TURN = 500;

/**
 * Makes the checks that are due first, of so many seats at the most.
 * @returns how many were due before `before`.
 */
async function makeFirstChecks(
  tx: Transaction,
  contract: Contract,
  before: Instant,
  count = SEATS_A_TURN,
): Promise<number> {
  const { id, terms } = contract;
  const at = await firstDue(tx, id, before);
  if (at === null) return 0;
  const seats = await seatsDueAt(tx, id, at, count);
  const windows = seats.map((seat) => ({
    seat: seat.id,
    window: windowOfCheck(seat.state, at, terms),
  }));
  const tallies = await talliesOf(tx, id, windows, at);
  const check = (seat: Seat): SeatStep => {
    const tally = tallies.get(seat.id) ?? EMPTY_TALLY;
    return takeStep(seat, checkSeat(seat.state, at, tally, terms), at + 1, terms, true);
  };
  const steps = seats.map(check);
  const happenings = steps.flatMap((step, index) => {
    const before = seats[index];
    return before === undefined ? [] : happeningsOf(before, step, at, null);
  });
  const moved = steps.filter(({ changes }) => changes.length > 0).map(({ seat }) => seat);
  await saveSeats(tx, id, moved);
  const changes = steps.flatMap((step) => step.changes);
  await insertChanges(tx, id, changes, contract.termsVersion);
  await announce(tx, id, happenings, at);
  // A check changes every standing but a good one that stays good: those are all that is left.
  const stayed = steps.filter((step) => step.changes.length === 0).map(({ seat }) => seat.id);
  await moveChecks(tx, id, stayed, nextCheckAt(NEW_SEAT, at + 1, terms));
  await passInstant(tx, id, at);
  return seats.length;
}

/**
 * Makes every check of a contract that is due before `before`, in the order they are due.
 * @returns how many.
 */
export async function makeChecks(
  tx: Transaction,
  contract: Contract,
  before: Instant,
): Promise<number> {
  let count = 0;
  for (;;) {
    const made = await makeFirstChecks(tx, contract, before);
    if (made === 0) return count;
    count += made;
    // The engine never yields: those who only read get their turn here.
    await nextTurn();
  }
}

/**
 * Makes the checks that are due by now. A check at T comes after everything recorded at T, so that
 * it waits until T has passed. A transaction makes so few that nobody waits for long.
 */
export async function makeDueChecks(
  { database, now, onChecksMade }: CheckContext,
  contractId: string,
): Promise<void> {
  for (let isMore = await hasDueChecks(database, contractId, now()); isMore;) {
    const made = await database.write(async (tx) => {
      const contract = await loadContract(tx, contractId);
      return contract === null ? 0 : makeSomeChecks(tx, contract, now());
    });
    if (made > 0) onChecksMade?.(made);
    isMore = made === SEATS_A_TURN;
  }
}

/** After a long sleep few seats are due at each of many instants: they share a transaction. */
async function makeSomeChecks(tx: Transaction, contract: Contract, now: Instant): Promise<number> {
  let count = 0;
  while (count < SEATS_A_TURN) {
    const made = await makeFirstChecks(tx, contract, now, SEATS_A_TURN - count);
    if (made === 0) break;
    count += made;
  }
  return count;
}

async function hasDueChecks(database: Database, contractId: string, now: Instant) {
  return (await database.read((reader) => firstDue(reader, contractId, now))) !== null;
}
