import { dequal } from 'dequal/lite';
import type { WordView } from '#extension/features/standing-text.ts';
import { gateOf } from '#shared/policy/gate.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { isLongUnread } from '#shared/policy/risk.ts';
import { shownOf, type Shown } from '#shared/policy/shown.ts';
import type { SeatList, SeatRow } from '#shared/wire/seats.ts';

/** A seat of the list with what is looked at again and again: worked out once, as it arrives. */
export type Listed = Readonly<{
  row: SeatRow;
  shown: Shown;
  isLongUnread: boolean;
  isUnseen: boolean;
  /** What is typed is looked for in this. */
  text: string;
}>;

/** An extension that has not spoken for so long; a weekend is no reason to ask. */
export const UNSEEN_MS = 4 * DAY_MS;

type Of = Pick<SeatList, 'terms' | 'asOf' | 'counts'>;

/** Where no seat has an extension, none is missed. */
function isUnseen({ mode, lastSeenAt }: SeatRow, { counts, asOf }: Of): boolean {
  if (mode === 'observe' || counts.everSeen === 0) return false;
  return lastSeenAt === null || asOf - lastSeenAt >= UNSEEN_MS;
}

/**
 * What is shown of a seat to its lead: the same as to its holder, by the same function, as of the
 * list's own instant.
 */
export function listed(row: SeatRow, list: Of): Listed {
  const { seat, team } = row;
  const { terms, asOf } = list;
  return {
    row,
    shown: shownOf({ ...row, terms }, asOf),
    isLongUnread: isLongUnread(row, asOf),
    isUnseen: isUnseen(row, list),
    text: [seat.holder, seat.id, team ?? ''].join('\n').toLocaleLowerCase(),
  };
}

/**
 * The same of a seat that was shown before, which stays the very object where it says what it said:
 * thousands of new ones are felt as they are moved about in memory, and so are thousands of texts to
 * compare them by.
 */
export function listedAgain(row: SeatRow, list: Of, before: Listed | undefined): Listed {
  const now = listed(row, list);
  return before !== undefined && dequal(before, now) ? before : now;
}

export function wordViewOf({ row, shown }: Listed, terms: SeatList['terms']): WordView {
  const { standing, mode, periodEndsAt, tally } = row;
  const gate = gateOf(standing, mode, periodEndsAt);
  const unknownBecause = shown === 'unknown' ? 'check_due' : null;
  return { shown, unknownBecause, reading: { standing, gate, tally, terms } };
}
