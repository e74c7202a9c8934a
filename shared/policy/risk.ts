import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { shownOf, type Shown, type ShownReading } from '#shared/policy/shown.ts';
import { isBreach } from '#shared/policy/tally.ts';

/** A notice that nobody has read for so long comes before everything else. */
const UNREAD_LEADS_MS = 7 * DAY_MS;

/** Who needs a lead first; lower comes first. */
const URGENCY: Readonly<Record<Shown, number>> = {
  below: 1,
  warned: 2,
  paused: 3,
  close: 4,
  collecting_low: 5,
  on_track: 6,
  collecting: 7,
  unknown: 8,
  nothing: 9,
};

export type RiskReading = ShownReading & {
  readonly nextCheckAt: Instant | null;
  readonly notice: Readonly<{ issuedAt: Instant }> | null;
};

/** Where a seat stands in a lead's list: by the first number, then by the second. */
export type Risk = readonly [urgency: number, at: Instant];

/** True for a notice that has waited a week for its holder. In `observe` none is shown to anybody. */
export function isLongUnread(
  { mode, notice }: Pick<RiskReading, 'mode' | 'notice'>,
  now: Instant,
): boolean {
  return mode !== 'observe' && notice !== null && now - notice.issuedAt >= UNREAD_LEADS_MS;
}

/** From when on, with time alone, a seat's risk is another, or what is shown of it; else Infinity. */
export function riskChangesAt(
  { mode, standing, notice, periodEndsAt }: RiskReading,
  now: Instant,
): Instant {
  if (mode === 'observe') return Infinity;
  const unread = notice === null ? Infinity : notice.issuedAt + UNREAD_LEADS_MS;
  const over = standing === 'improvement' && periodEndsAt !== null ? periodEndsAt : Infinity;
  return Math.min(...[unread, over].filter((at) => at > now));
}

/**
 * Soonest at risk first: notices unread for a week, the oldest before the others; then seats that
 * the next check would warn or restrict, by when it falls; those in a warning, those restricted,
 * those close to the line, and the rest.
 */
export function riskOf(reading: RiskReading, now: Instant): Risk {
  if (reading.notice !== null && isLongUnread(reading, now)) return [0, reading.notice.issuedAt];
  const shown = shownOf(reading, now);
  // A warned seat that is below the line now is as much at risk as one not yet warned.
  const isAtRisk = shown === 'warned' && isBreach(reading.tally, reading.terms);
  return [
    isAtRisk ? URGENCY.below : URGENCY[shown],
    reading.nextCheckAt ?? Number.MAX_SAFE_INTEGER,
  ];
}

export function compareRisk(one: Risk, other: Risk): number {
  return one[0] - other[0] || one[1] - other[1];
}
