import { DAY_MS, daysToMs, type Instant } from '#shared/policy/instant.ts';
import { tallyOf, type Tally } from '#shared/policy/tally.ts';

/** Which InMails leave a window, day by day, and all that were in it when that was told. */
export type Ahead = Readonly<{
  asOf: Instant;
  /** Without what no check counts yet. */
  tally: Tally;
  days: readonly Readonly<{ through: Instant; leaves: Tally }>[];
}>;

/** What of a reading says whether what lies ahead is told of the same InMails. */
export type ReadWindow = Readonly<{
  tally: Tally;
  terms: Readonly<{ windowDays: number }>;
  evidence: Readonly<{
    completeUpTo: Instant | null;
    provisional: number;
    provisionalAccepted: number;
    provisionalDeclined: number;
  }>;
}>;

/** A wait is young for its first two days at least: most answers that come, come soon. */
const YOUNG_DAYS = 2;

/** How many were sent after the two were told apart; null where they are not of the same InMails. */
function sentSince({ tally, evidence }: ReadWindow, ahead: Ahead): number | null {
  const { accepted, declined, total } = ahead.tally;
  const { provisional, provisionalAccepted, provisionalDeclined } = evidence;
  const isSame =
    tally.accepted === accepted + provisionalAccepted &&
    tally.declined === declined + provisionalDeclined;
  const more = tally.total - total - provisional;
  return isSame && more >= 0 ? more : null;
}

/** The InMails that wait, told apart by an instant: sent after it, or at it and before. */
export type Waiting = Readonly<{ since: Instant; fresh: number; older: number }>;

/**
 * How long the InMails that wait have waited. An InMail that leaves the window at the end of a day
 * was sent a window's length before, which tells their ages without a list of them.
 * @returns null where what lies ahead was told of other InMails than the reading.
 */
export function waitingOf(reading: ReadWindow, ahead: Ahead): Waiting | null {
  const more = sentSince(reading, ahead);
  const lengthMs = daysToMs(reading.terms.windowDays);
  const young = ahead.asOf - YOUNG_DAYS * DAY_MS;
  const old = ahead.days.filter(({ through }) => through - lengthMs <= young);
  const last = old.at(-1);
  if (more === null || last === undefined) return null;
  const since = last.through - lengthMs;
  const { provisional, completeUpTo } = reading.evidence;
  // Of what the source has not told yet only its watermark says how old it may be.
  if (provisional > 0 && (completeUpTo === null || completeUpTo < since)) return null;
  const older = old.reduce((sum, { leaves }) => sum + leaves.pending, 0);
  return { since, fresh: reading.tally.pending - older, older };
}

/** What leaves the window at its next end of a day at which anything does, and what is left then. */
export type NextToLeave = Readonly<{ through: Instant; leaves: Tally; left: Tally }>;

/**
 * @param now past the first of the days, what lies ahead has to be told anew.
 * @returns null where nothing leaves, or it was told of other InMails than the reading.
 */
export function nextToLeave(reading: ReadWindow, ahead: Ahead, now: Instant): NextToLeave | null {
  const [first] = ahead.days;
  const next = ahead.days.find(({ leaves }) => leaves.total > 0);
  if (first === undefined || next === undefined || first.through <= now) return null;
  if (sentSince(reading, ahead) === null) return null;
  const { tally } = reading;
  const { through, leaves } = next;
  const left = tallyOf(
    tally.accepted - leaves.accepted,
    tally.declined - leaves.declined,
    tally.pending - leaves.pending,
  );
  return { through, leaves, left };
}
