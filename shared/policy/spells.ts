import type { SeatChange } from '#shared/policy/seat-fold.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** How a warning or a spell of restriction ended: a check found a good rate, or too few InMails. */
export type CheckedEnd = 'recovered' | 'too_few';

/** A seat's time in the Improvement Period, renewals and all. */
export type Spell = {
  readonly seat: string;
  readonly from: Instant;
  /** Its end, or how far the history goes. */
  until: Instant;
  renewals: number;
  /** `otherwise`: by a restored standing, a change of mode, or a history that opens anew. */
  end: CheckedEnd | 'otherwise' | 'running';
};

type Judging = Pick<Terms, 'minimumVolume'>;

/** Released for too few InMails is never taken for a rate that recovered. */
export function endOfCheck(tally: Tally, { minimumVolume }: Judging): CheckedEnd {
  return tally.total < minimumVolume ? 'too_few' : 'recovered';
}

/** Lines of a check that an opening brought about late stand before it, and end nothing. */
function endOf({ from, tally }: SeatChange, terms: Judging): Spell['end'] {
  return tally === null || from !== 'improvement' ? 'otherwise' : endOfCheck(tally, terms);
}

/**
 * Who was restricted when, by a replay's lines in their order.
 * @param until how far the history goes: a spell that runs then is counted up to there.
 */
export function spellsOf(changes: readonly SeatChange[], until: Instant, terms: Judging): Spell[] {
  const spells: Spell[] = [];
  const running = new Map<string, Spell>();
  for (const change of changes) {
    const { seat, at, to, notice } = change;
    const spell = running.get(seat);
    const renewals = notice === 'improvement_renewed' ? 1 : 0;
    if (to === 'improvement' && spell === undefined) {
      const begun: Spell = { seat, from: at, until, renewals, end: 'running' };
      running.set(seat, begun);
      spells.push(begun);
    } else if (to === 'improvement' && spell !== undefined) {
      spell.renewals += renewals;
    } else if (spell !== undefined) {
      spell.until = at;
      spell.end = endOf(change, terms);
      running.delete(seat);
    }
  }
  return spells;
}

/** How many instants lie within a spell, its ends aside: at its end bulk is possible again. */
export function countWithin(instants: readonly Instant[], spells: readonly Spell[]): number {
  if (spells.length === 0) return 0;
  return instants.filter((at) => spells.some(({ from, until }) => from < at && at < until)).length;
}

/** How many were restricted from an instant on. */
export type Level = Readonly<{ at: Instant; value: number }>;

/** How many were restricted at a time: a level from each instant at which their number changed. */
export function levelsOf(spells: readonly Spell[]): Level[] {
  const moves = spells.flatMap(({ from, until }) => [
    { at: from, by: 1 },
    { at: until, by: -1 },
  ]);
  const byInstant = Map.groupBy(moves, ({ at }) => at);
  let value = 0;
  return [...byInstant]
    .sort(([one], [other]) => one - other)
    .map(([at, together]) => {
      value += together.reduce((sum, { by }) => sum + by, 0);
      return { at, value };
    });
}
