import { loadContract, passInstant, readContract, type Contract } from '#server/contracts/store.ts';
import { THE_SERVER } from '#server/ledger/author.ts';
import type { LedgerContext } from '#server/ledger/ledger.ts';
import { exportOf } from '#server/ledger/export.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import { insertSeatEvents } from '#server/ledger/store.ts';
import { openingFor, provenOpening } from '#server/retention/opening.ts';
import {
  markOpened,
  readChangesSince,
  readSeatLedger,
  removeBesides,
  removeSeatHistory,
  seatsToRetain,
  type Reach,
} from '#server/retention/store.ts';
import { makeChecks } from '#server/standing/checks.ts';
import { loadSeats, saveSeats } from '#server/standing/store.ts';
import { DAY_MS, daysToMs, type Instant } from '#shared/policy/instant.ts';

/** What is removed on the day of `now`: what was recorded before it by so many days. */
export function reachOf({ id, terms, retentionDays }: Contract, now: Instant): Reach {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const before = today - daysToMs(retentionDays);
  return { contractId: id, before, sentThrough: before - daysToMs(terms.windowDays) };
}

/**
 * Writes an opening in place of what a seat's ledger tells of the time before, in one transaction,
 * and only where a replay of what is left comes to exactly what the server holds. A seat for which
 * it does not is left as it is, until a later day.
 * @returns whether it was done.
 */
export async function retainSeat(
  { database, now, newId }: Pick<LedgerContext, 'database' | 'now' | 'newId'>,
  contractId: string,
  seatId: string,
): Promise<boolean> {
  return database.write(async (tx) => {
    const contract = await loadContract(tx, contractId);
    if (contract === null) return false;
    const next = Math.max(now(), contract.lastRecordedAt + 1);
    await makeChecks(tx, contract, next);
    const seat = (await loadSeats(tx, contractId, [seatId])).get(seatId);
    if (seat === undefined) return false;
    let reach = reachOf(contract, now());
    let changes = await readChangesSince(tx, contractId, seatId, reach.before);
    // The opening's own line goes before all others; they are told apart by their instant.
    while (changes.some(({ at }) => at === reach.before)) {
      reach = { ...reach, before: reach.before - 1, sentThrough: reach.sentThrough - 1 };
      changes = await readChangesSince(tx, contractId, seatId, reach.before);
    }
    const { recorded, keptSince, terms } = await readSeatLedger(tx, contract, seatId);
    // Nothing before an opening is there to be stood for by another.
    if (keptSince !== null && keptSince >= reach.before) return false;
    const past = { seat: seatId, events: exportOf(recorded).map(keptEvent), terms, ...reach };
    const opening = openingFor(past, newId());
    if (opening === null) return false;
    const opened = provenOpening(opening, past, { seat, changes, until: next - 1 });
    if (opened === null) return false;
    await removeSeatHistory(tx, reach, seatId, opening.keptEvents);
    const { event, raw } = opening.offered;
    if (event.type !== 'seat.opened') throw new Error('An opening was composed otherwise.');
    const recordedThen = { event: { ...event, recordedAt: reach.before }, raw };
    await insertSeatEvents(tx, contractId, [recordedThen], THE_SERVER);
    await markOpened(tx, reach, seatId, opened.line);
    await saveSeats(tx, contractId, [opened.seat]);
    await passInstant(tx, contractId, reach.before);
    return true;
  });
}

/** How far a round has come, and what came of it. */
export type Round = { after: string; done: number; left: number; isOver: boolean };

export const NEW_ROUND: Round = { after: '', done: 0, left: 0, isOver: false };

/** Enough to get through a contract, and few enough that nobody waits long for a turn. */
const SEATS_LOOKED_AT = 200;

/**
 * Goes on with a round over the seats of a contract: what was recorded too long ago is removed of
 * those that come next, seat by seat; at its end what lies beside the ledger.
 */
export async function goOn(
  context: Pick<LedgerContext, 'database' | 'now' | 'newId'>,
  contractId: string,
  round: Round,
): Promise<Round> {
  const { database, now } = context;
  const contract = await database.read((reader) => readContract(reader, contractId));
  if (contract === null) return { ...round, isOver: true };
  const reach = reachOf(contract, now());
  const { seats, last } = await database.read((reader) =>
    seatsToRetain(reader, reach, round.after, SEATS_LOOKED_AT),
  );
  const next = { ...round, after: last ?? round.after, isOver: last === null };
  for (const seat of seats) {
    if (await retainSeat(context, contractId, seat)) next.done += 1;
    else next.left += 1;
  }
  if (!next.isOver) return next;
  await database.write((tx) => removeBesides(tx, reach));
  if (next.done > 0) await database.emptyLog();
  return next;
}
