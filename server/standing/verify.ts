import { isDeepStrictEqual } from 'node:util';
import { exportOf } from '#server/ledger/export.ts';
import type { Books } from '#server/standing/history-store.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { formatInstant } from '#shared/policy/instant.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';
import { replayEvents } from '#shared/policy/replay.ts';

/** Where the database and a replay of its ledger part. */
export type Difference = { seat: string; what: string; database: unknown; replayed: unknown };

export type Verified =
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

const changeAt = ({ seat, at, ...fields }: Books['changes'][number]): Placed => ({
  seat,
  what: `change at ${formatInstant(at)}`,
  fields,
});

/** Replays a contract's ledger and compares what comes of it with what the database holds. */
export function verifyBooks({ terms, lastRecordedAt, recorded, seats, changes }: Books): Verified {
  const isCheckDue = seats.some(
    ({ nextCheckAt }) => nextCheckAt !== null && nextCheckAt <= lastRecordedAt,
  );
  if (isCheckDue) return { ok: false, code: 'check_due' };
  const events = exportOf(recorded).map((raw): LedgerEvent => {
    const parsed = parseEvent(raw);
    if (!parsed.ok) throw new Error(`The ledger cannot be read: ${parsed.fault.detail}`);
    return parsed.value;
  });
  const replayed = replayEvents(events, {
    terms,
    until: lastRecordedAt,
    acknowledgeAfterDays: null,
  });
  const difference =
    firstDifference(changes.map(changeAt), replayed.changes.map(changeAt)) ??
    firstDifference(
      seats.map(({ id, state, nextCheckAt }) => ({
        seat: id,
        what: 'standing',
        fields: { ...state, nextCheckAt },
      })),
      replayed.standings.map(({ seat, state, nextCheckAt }) => ({
        seat,
        what: 'standing',
        fields: { ...state, nextCheckAt },
      })),
    );
  if (difference !== undefined) return { ok: false, code: 'different', difference };
  return { ok: true, events: events.length, changes: changes.length, seats: seats.length };
}
