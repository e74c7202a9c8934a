import { isDeepStrictEqual } from 'node:util';
import type { Counted } from '#server/team/counted.ts';
import type { Spoken, TeamName } from '#server/team/fleet-store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import {
  compareRisk,
  isLongUnread,
  riskChangesAt,
  riskOf,
  type Risk,
} from '#shared/policy/risk.ts';
import { shownOf, type Shown } from '#shared/policy/shown.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { SeatRow } from '#shared/wire/seats.ts';

/** A seat of the list, and where it stands in it. */
export type Listed = Readonly<{ row: SeatRow; risk: Risk; shown: Shown; isLongUnread: boolean }>;

/** What decides a seat's place in the list. */
export type Place = {
  readonly risk: Risk;
  readonly row: { readonly seat: { readonly id: string } };
};

/** What is said of a seat, by what was counted for it, and until when it holds if that does. */
type Said = Readonly<{ counted: Counted; seenAt: Instant | null; listed: Listed; until: Instant }>;

/** All that is said goes by these, and by the time. */
export type Grounds = Readonly<{
  counted: ReadonlyMap<string, Counted>;
  spoken: readonly Spoken[];
  teams: readonly TeamName[];
  terms: Terms;
}>;

/** These are new objects where they changed, the terms at each look. */
function isSame(one: Grounds, other: Grounds): boolean {
  return one.counted === other.counted && one.spoken === other.spoken && isOfSameWorld(one, other);
}

/** What the rows of all seats go by. */
const isOfSameWorld = (one: Grounds, other: Grounds): boolean =>
  one.teams === other.teams && isDeepStrictEqual(one.terms, other.terms);

/**
 * What is said of each seat, in order, kept between two looks: it is said anew where what it goes by
 * changed, and where time alone changes it.
 */
export class Sayings {
  #said = new Map<string, Said>();
  #inOrder: readonly Listed[] = [];
  #until: Instant = -Infinity;
  #grounds: Grounds | null = null;

  inOrder(grounds: Grounds, asOf: Instant): readonly Listed[] {
    const of = this.#grounds;
    if (of !== null && asOf < this.#until && isSame(of, grounds)) return this.#inOrder;
    const isKept = of !== null && isOfSameWorld(of, grounds);
    const before = isKept ? this.#said : new Map<string, Said>();
    const seen = lastOf(grounds.spoken);
    const teams = new Map(grounds.teams);
    const after = new Map<string, Said>();
    for (const [id, counted] of grounds.counted) {
      const seenAt = seen.get(id) ?? null;
      const known = before.get(id);
      const holds = known?.counted === counted && known.seenAt === seenAt && asOf < known.until;
      const team = teams.get(counted.now.teamId ?? '') ?? null;
      after.set(id, holds ? known : say(counted, { seenAt, team }, grounds.terms, asOf));
    }
    const all = [...after.values()];
    this.#inOrder = all.map(({ listed }) => listed).sort(compareListed);
    this.#until = all.reduce((first, { until }) => Math.min(first, until), Infinity);
    this.#said = after;
    this.#grounds = grounds;
    return this.#inOrder;
  }
}

/** Of several browsers of a seat the one that spoke last. */
function lastOf(spoken: readonly Spoken[]): Map<string, Instant> {
  const last = new Map<string, Instant>();
  for (const [seat, at] of spoken) last.set(seat, Math.max(at, last.get(seat) ?? -Infinity));
  return last;
}

function say(
  counted: Counted,
  { seenAt, team }: { seenAt: Instant | null; team: string | null },
  terms: Terms,
  asOf: Instant,
): Said {
  const { now, tally, evidence } = counted;
  const { id, holder, mode, standing, periodEndsAt, nextCheckAt, notice } = now;
  const reading = { mode, standing, tally, periodEndsAt, nextCheckAt, notice, terms };
  const row = {
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
    lastSeenAt: seenAt,
  };
  const listed = {
    row,
    risk: riskOf(reading, asOf),
    shown: shownOf(reading, asOf),
    isLongUnread: isLongUnread(reading, asOf),
  };
  return { counted, seenAt, listed, until: riskChangesAt(reading, asOf) };
}

/** By risk, and where that is the same by id, so that every page knows its place. */
export function compareListed(one: Place, other: Place): number {
  const byRisk = compareRisk(one.risk, other.risk);
  if (byRisk !== 0) return byRisk;
  const [id, otherId] = [one.row.seat.id, other.row.seat.id];
  return id < otherId ? -1 : Number(id > otherId);
}
