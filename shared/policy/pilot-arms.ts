import { DAY_MS, daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';

/** A seat, and each mode it was in since when; in order. */
export type SeatModes = Readonly<{
  seat: string;
  /** From here on all that it sent is known: when it was set up, or what of the ledger is kept whole. */
  knownFrom: Instant;
  /** False where modes that came before the first of these are not known any more. */
  isFromStart: boolean;
  modes: readonly { mode: Mode; since: Instant }[];
}>;

/** Answers count that come within so many days; InMails that had less time are left out. */
export const RIPE_DAYS = 7;
/** No period is longer: what was half a year ago says little about today. */
const LONGEST_DAYS = 180;

/** Which InMails are compared: `from <= sentAt < until`. */
export type Period = Readonly<{ from: Instant; until: Instant }>;

/**
 * How far back a seat is known before it entered: as long as there is after, less than that, or not
 * at all.
 */
export type Past = 'whole' | 'short' | 'none';

export type ArmSeat = Readonly<{
  seat: string;
  /** When it entered the pilot, at the latest; of a seat left in observe, when half of the others had. */
  enteredAt: Instant;
  /** False where it may have entered earlier, which is not known any more. */
  isStartKnown: boolean;
  /** When it left the pilot, or now. */
  until: Instant;
  past: Past;
  /** As long as `after`, for every seat. Both are empty where nothing before is known. */
  before: Period;
  after: Period;
}>;

export type Arms = Readonly<{
  treated: readonly ArmSeat[];
  observed: readonly ArmSeat[];
  /** Seats in observe now or once, of which it is not known any more whether they had been in the pilot. */
  unknown: readonly string[];
  /** When half of the treated seats whose start is known had entered; null while none has. */
  enteredAt: Instant | null;
}>;

/** Of modes that begin at one instant the last is the one that held. */
function heldModes({ modes }: SeatModes): SeatModes['modes'] {
  return modes.filter(({ since }, index) => modes[index + 1]?.since !== since);
}

type Stay = Pick<ArmSeat, 'seat' | 'enteredAt' | 'isStartKnown' | 'until'>;

/**
 * Before and after are equally long, so that habits weigh alike and counts can be read side by side:
 * where less is known before than there is after, the later days after are left out. To divide each
 * by its own length would keep them, and set half a year of seasons against two weeks.
 */
function armSeat(stay: Stay, knownFrom: Instant, asOf: Instant): ArmSeat {
  const { enteredAt, isStartKnown, until } = stay;
  const ripe = asOf - daysToMs(RIPE_DAYS);
  const latest = enteredAt + daysToMs(LONGEST_DAYS);
  const after = Math.max(0, Math.min(until, ripe, latest) - enteredAt);
  const past = isStartKnown ? enteredAt - knownFrom : 0;
  // A seat that was put in the pilot on the day that it was set up has no time before.
  const known = past < DAY_MS ? 0 : past;
  const length = Math.min(after, known);
  return {
    ...stay,
    past: known === 0 ? 'none' : known < after ? 'short' : 'whole',
    before: { from: enteredAt - length, until: enteredAt },
    after: { from: enteredAt, until: enteredAt + length },
  };
}

function median(instants: readonly Instant[]): Instant | null {
  return instants.toSorted((one, other) => one - other)[(instants.length - 1) >>> 1] ?? null;
}

/** When a seat entered and left the pilot, or null where it never was in it. */
function stayOf(seat: SeatModes, asOf: Instant): Stay | null {
  const held = heldModes(seat);
  const entered = held.findIndex(({ mode }) => mode !== 'observe');
  const first = held[entered];
  if (first === undefined) return null;
  const back = held.slice(entered).find(({ mode }) => mode === 'observe');
  return {
    seat: seat.seat,
    enteredAt: first.since,
    isStartKnown: seat.isFromStart,
    until: back?.since ?? asOf,
  };
}

/** It was put in observe, and what it was in before is not known any more. */
const isLost = (seat: SeatModes): boolean =>
  !seat.isFromStart && heldModes(seat)[0]?.mode === 'observe';

/**
 * Who is in the pilot and who is left in observe, and which time of each is compared. A seat is
 * treated once `inform` or `enforce` has shown it anything, from then until it goes back.
 */
export function armsOf(seats: readonly SeatModes[], asOf: Instant): Arms {
  const [told, lost] = [seats.filter((seat) => !isLost(seat)), seats.filter(isLost)];
  const stays = told.map((seat) => ({ seat, stay: stayOf(seat, asOf) }));
  const treated = stays.flatMap(({ seat, stay }) =>
    stay === null ? [] : [armSeat(stay, seat.knownFrom, asOf)],
  );
  const enteredAt = median(
    treated.filter(({ isStartKnown }) => isStartKnown).map((seat) => seat.enteredAt),
  );
  const isStartKnown = enteredAt !== null;
  // Where no start is known the time that surely was in the pilot stands in for it, and is compared
  // with nothing.
  const since = enteredAt ?? median(treated.map((seat) => seat.enteredAt));
  const observed = stays.flatMap(({ seat: { seat, knownFrom }, stay }) =>
    stay !== null || since === null
      ? []
      : [armSeat({ seat, enteredAt: since, isStartKnown, until: asOf }, knownFrom, asOf)],
  );
  return { treated, observed, unknown: lost.map(({ seat }) => seat), enteredAt };
}
