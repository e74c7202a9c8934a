import { isDeepStrictEqual } from 'node:util';
import { composed, type Offered } from '#server/ledger/raw-event.ts';
import type { Seat, SeatChange } from '#server/standing/store.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { formatInstant, formatInstantOrNull, type Instant } from '#shared/policy/instant.ts';
import { replayEvents, type Replayed } from '#shared/policy/replay.ts';
import type { Terms } from '#shared/policy/terms.ts';

const replayed = (events: readonly LedgerEvent[], terms: Terms, until: Instant): Replayed =>
  replayEvents(events, { terms, until, acknowledgeAfterDays: null });

/** What a seat's opening may stand for: the events that are kept beside it, and where they begin. */
export type Past = Readonly<{
  seat: string;
  events: readonly LedgerEvent[];
  terms: Terms;
  /** Where the opening stands: what was recorded before it goes. */
  before: Instant;
  sentThrough: Instant;
}>;

export type Opening = Readonly<{
  offered: Offered;
  keptEvents: readonly string[];
  kept: LedgerEvent[];
}>;

/**
 * The opening that stands for what a seat's ledger tells of the time before, or null where there is
 * nothing before, or a moment that an opening cannot say: a period that has ended and is not judged
 * yet. Who holds the seat, and its mode, are told by the last events that said so.
 */
export function openingFor(past: Past, id: string): Opening | null {
  const { seat, events, terms, before, sentThrough } = past;
  const earlier = events.filter(({ recordedAt }) => recordedAt < before);
  const stands = replayed(earlier, terms, before - 1).standings.find((each) => each.seat === seat);
  if (stands === undefined) return null;
  const { standing, everWarned, countsFrom, periodEndsAt, notice } = stands.state;
  if (periodEndsAt !== null && periodEndsAt <= before) return null;
  const offered = composed({
    id,
    type: 'seat.opened',
    at: formatInstant(before),
    seat,
    standing,
    everWarned,
    countsFrom: formatInstantOrNull(countsFrom),
    periodEndsAt: formatInstantOrNull(periodEndsAt),
    notice: notice?.type ?? null,
  });
  const last = (type: LedgerEvent['type']) => earlier.findLast((event) => event.type === type);
  const told = [last('seat.transferred'), last('mode.changed')];
  const keptEvents = told.flatMap((event) => (event === undefined ? [] : [event.id]));
  const gone = new Set(
    earlier.flatMap((event) =>
      event.type === 'inmail.sent' && event.at <= sentThrough ? [event.inmail] : [],
    ),
  );
  const carried = (event: LedgerEvent): LedgerEvent => ({
    ...event,
    recordedAt: Math.max(event.recordedAt, before),
  });
  const kept = events.flatMap((event) => {
    if (event.type === 'inmail.sent' || event.type === 'inmail.responded') {
      return gone.has(event.inmail) ? [] : [carried(event)];
    }
    const isKept =
      event.recordedAt >= before || event.type === 'terms.changed' || keptEvents.includes(event.id);
    return isKept ? [event] : [];
  });
  return { offered, keptEvents, kept: [{ ...offered.event, recordedAt: before }, ...kept] };
}

/** How a seat stands, and what has changed since the opening. */
export type Held = Readonly<{ seat: Seat; changes: readonly SeatChange[]; until: Instant }>;

export type Opened = {
  /** The line of the history that the opening itself prints, where it prints one. */
  line: SeatChange | null;
  /** The seat as the database has to hold it from here on. */
  seat: Seat;
};

/**
 * Replays what would be left, and answers only where it comes to just what is held: the standing,
 * its period, its next check, and every change since. A notice that is still open from before is
 * told as issued with the opening.
 */
export function provenOpening({ kept }: Opening, past: Past, held: Held): Opened | null {
  const { changes, standings } = replayed(kept, past.terms, held.until);
  const [first] = changes;
  const isLine = first?.cause === 'opened' && first.at === past.before;
  const since = isLine ? changes.slice(1) : changes;
  if (!isDeepStrictEqual(since, held.changes)) return null;
  const stands = standings.find((each) => each.seat === past.seat);
  if (stands === undefined || stands.nextCheckAt !== held.seat.nextCheckAt) return null;
  const { notice } = held.seat.state;
  const isOpenSince = notice !== null && notice.issuedAt < past.before;
  const told = isOpenSince ? { ...notice, issuedAt: past.before } : notice;
  const state = { ...held.seat.state, notice: told };
  if (!isDeepStrictEqual({ ...stands.state }, { ...state })) return null;
  return { line: isLine && first !== undefined ? first : null, seat: { ...held.seat, state } };
}
