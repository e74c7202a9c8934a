import { isDeepStrictEqual } from 'node:util';
import { exportOf } from '#server/ledger/export.ts';
import { keptEvent } from '#server/ledger/raw-event.ts';
import type { Database } from '#server/db/database.ts';
import { listSeatIds, readSeatBooks, type SeatBooks } from '#server/standing/history-store.ts';
import type { SeatChange } from '#server/standing/store.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { replayEvents, type SeatStanding } from '#shared/policy/replay.ts';

/** Where the database and a replay of its ledger part. */
export type Difference = { seat: string; what: string; database: unknown; replayed: unknown };

export type Verified =
  /** `events` are those that are about one seat. */
  | { ok: true; events: number; changes: number; seats: number }
  | { ok: false; code: 'different'; difference: Difference }
  /** A check falls on the very instant of the last event, and has not been made yet. */
  | { ok: false; code: 'check_due' };

type Fields = Readonly<Record<string, unknown>>;

/** The first field, by the names that either holds, in which two records differ. */
function firstField(held: Fields, replayed: Fields): string | undefined {
  const names = new Set([...Object.keys(held), ...Object.keys(replayed)]);
  return [...names].find((name) => !isDeepStrictEqual(held[name], replayed[name]));
}

type Placed = { seat: string; what: string; fields: Fields };

function firstDifference(
  held: readonly Placed[],
  replayed: readonly Placed[],
): Difference | undefined {
  for (let index = 0; index < Math.max(held.length, replayed.length); index += 1) {
    const [one, other] = [held[index], replayed[index]];
    if (
      one === undefined ||
      other === undefined ||
      one.what !== other.what ||
      one.seat !== other.seat
    ) {
      // One side has a record that the other lacks: the shorter remainder shows which.
      const isLacking = one === undefined || (other !== undefined && held.length < replayed.length);
      const odd = isLacking ? other : one;
      if (odd === undefined) return undefined;
      const { seat, what, fields } = odd;
      return isLacking
        ? { seat, what, database: null, replayed: fields }
        : { seat, what, database: fields, replayed: null };
    }
    const name = firstField(one.fields, other.fields);
    if (name !== undefined) {
      const [database, again] = [one.fields[name], other.fields[name]];
      return { seat: one.seat, what: `${one.what}: ${name}`, database, replayed: again };
    }
  }
  return undefined;
}

const changeAt = ({ seat, at, ...fields }: SeatChange): Placed => ({
  seat,
  what: `change at ${formatInstant(at)}`,
  fields,
});

const standingOf = (
  { state, nextCheckAt }: Pick<SeatStanding, 'state' | 'nextCheckAt'>,
  seat: string,
): Placed => ({
  seat,
  what: 'standing',
  fields: { ...state, nextCheckAt },
});

/** Changes of terms, and of mode where no seat is named, are in the ledger of every seat. */
const isOfOneSeat = (event: LedgerEvent): boolean =>
  event.type === 'inmail.responded' || ('seat' in event && event.seat !== null);

/** Replays the ledger of one seat and compares what comes of it with what the database holds. */
export function verifySeat({
  terms,
  lastRecordedAt,
  recorded,
  seat,
  changes,
}: SeatBooks): Verified {
  const { nextCheckAt, id } = seat;
  if (nextCheckAt !== null && nextCheckAt <= lastRecordedAt)
    return { ok: false, code: 'check_due' };
  const events = exportOf(recorded).map(keptEvent);
  const replayed = replayEvents(events, {
    terms,
    until: lastRecordedAt,
    acknowledgeAfterDays: null,
  });
  const difference =
    firstDifference(changes.map(changeAt), replayed.changes.map(changeAt)) ??
    firstDifference(
      [standingOf(seat, id)],
      replayed.standings.map((standing) => standingOf(standing, standing.seat)),
    );
  if (difference !== undefined) return { ok: false, code: 'different', difference };
  const own = events.filter(isOfOneSeat);
  return { ok: true, events: own.length, changes: changes.length, seats: 1 };
}

/**
 * Verifies a contract seat by seat, each as it is at one moment, so that neither its size nor a
 * server that runs meanwhile is in the way. Ends at the first seat that is not as it should be.
 */
export async function verifyContract(
  database: Database,
  contractId: string,
  onSeat: (done: number) => void = () => undefined,
): Promise<Verified> {
  const seats = await database.read((reader) => listSeatIds(reader, contractId));
  const sum = { events: 0, changes: 0, seats: 0 };
  for (const [index, seat] of seats.entries()) {
    const books = await database.read((reader) => readSeatBooks(reader, contractId, seat));
    if (books === null) continue;
    const verified = verifySeat(books);
    if (!verified.ok) return verified;
    sum.events += verified.events;
    sum.changes += verified.changes;
    sum.seats += 1;
    onSeat(index + 1);
  }
  return { ok: true, ...sum };
}
