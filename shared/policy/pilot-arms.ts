import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';

/** A seat, and each mode it was in since when; in order. */
export type SeatModes = Readonly<{
  seat: string;
  modes: readonly { mode: Mode; since: Instant }[];
}>;

/** Answers count that come within so many days; InMails that had less time are left out. */
export const RIPE_DAYS = 7;
/** No period is longer: what was half a year ago says little about today. */
const LONGEST_DAYS = 180;

/** Which InMails are compared: `from <= sentAt < until`. */
export type Period = Readonly<{ from: Instant; until: Instant }>;

export type ArmSeat = Readonly<{
  seat: string;
  /** When it entered the pilot; of a seat left in observe, when half of the others had. */
  enteredAt: Instant;
  /** When it left the pilot, or now. */
  until: Instant;
  before: Period;
  after: Period;
}>;

export type Arms = Readonly<{
  treated: readonly ArmSeat[];
  observed: readonly ArmSeat[];
  /** When half of the treated seats had entered; null while none has. */
  enteredAt: Instant | null;
}>;

/** Of modes that begin at one instant the last is the one that held. */
function heldModes({ modes }: SeatModes): SeatModes['modes'] {
  return modes.filter(({ since }, index) => modes[index + 1]?.since !== since);
}

function armSeat(seat: string, enteredAt: Instant, until: Instant, asOf: Instant): ArmSeat {
  const ripe = asOf - daysToMs(RIPE_DAYS);
  const latest = enteredAt + daysToMs(LONGEST_DAYS);
  const afterUntil = Math.max(enteredAt, Math.min(until, ripe, latest));
  return {
    seat,
    enteredAt,
    until,
    // As long before as there is after, so that seasons and habits weigh alike.
    before: { from: enteredAt - (afterUntil - enteredAt), until: enteredAt },
    after: { from: enteredAt, until: afterUntil },
  };
}

function median(instants: readonly Instant[]): Instant | null {
  return instants.toSorted((one, other) => one - other)[(instants.length - 1) >>> 1] ?? null;
}

/**
 * Who is in the pilot and who is left in observe, and which time of each is compared. A seat is
 * treated once `inform` or `enforce` has shown it anything, from then until it goes back.
 */
export function armsOf(seats: readonly SeatModes[], asOf: Instant): Arms {
  const treated: ArmSeat[] = [];
  const left: string[] = [];
  for (const each of seats) {
    const held = heldModes(each);
    const entered = held.findIndex(({ mode }) => mode !== 'observe');
    const [first] = held.slice(Math.max(0, entered));
    if (entered < 0 || first === undefined) {
      left.push(each.seat);
      continue;
    }
    const back = held.slice(entered).find(({ mode }) => mode === 'observe');
    treated.push(armSeat(each.seat, first.since, back?.since ?? asOf, asOf));
  }
  const enteredAt = median(treated.map((seat) => seat.enteredAt));
  const observed =
    enteredAt === null ? [] : left.map((seat) => armSeat(seat, enteredAt, asOf, asOf));
  return { treated, observed, enteredAt };
}
