import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { Shown } from '#shared/policy/shown.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { SeatCounts } from '#shared/wire/seats.ts';
import type { ColumnName, TeamWords } from '#shared/words/team-words.ts';

export type FilterName = Exclude<keyof TeamWords['filters'], 'label' | 'all'>;

const ofShown =
  (...shown: readonly Shown[]) =>
  (seat: Listed): boolean =>
    shown.includes(seat.shown);

/** In the order in which they are offered: who needs a lead first comes first. */
export const FILTERS: Readonly<Record<FilterName, (seat: Listed) => boolean>> = {
  longUnread: (seat) => seat.isLongUnread,
  below: ofShown('below'),
  warned: ofShown('warned'),
  paused: ofShown('paused'),
  close: ofShown('close'),
  notJudged: ofShown('collecting', 'collecting_low'),
  onTrack: ofShown('on_track'),
  unread: ({ row }) => row.notice !== null && row.mode !== 'observe',
  unseen: (seat) => seat.isUnseen,
  observed: ofShown('nothing'),
  unknown: ofShown('unknown'),
};

export const FILTER_NAMES: readonly FilterName[] = [
  'longUnread',
  'below',
  'warned',
  'paused',
  'close',
  'notJudged',
  'onTrack',
  'unread',
  'unseen',
  'observed',
  'unknown',
];

/** By what the list is narrowed and sorted; without a column as it came, soonest at risk first. */
export type Narrowing = Readonly<{
  typed: string;
  filter: FilterName | null;
  team: string | null;
  column: SortColumn | null;
  isDescending: boolean;
}>;

export const NOT_NARROWED: Narrowing = {
  typed: '',
  filter: null,
  team: null,
  column: null,
  isDescending: false,
};

/** Sorted by what comes first when it is pressed; null comes last in either direction. */
const SORT_KEYS = {
  seat: ({ row }: Listed) => row.seat.holder.toLocaleLowerCase(),
  rate: ({ row }: Listed) => responseRateBps(row.tally),
  volume: ({ row }: Listed) => row.tally.total,
  nextCheck: ({ row }: Listed) => row.nextCheckAt,
  daysLeft: ({ row }: Listed) => row.periodEndsAt,
} as const satisfies Partial<Record<ColumnName, (seat: Listed) => string | number | null>>;

export type SortColumn = keyof typeof SORT_KEYS;
/** Of these the largest is looked for first. */
export const DESCENDING_FIRST: ReadonlySet<SortColumn> = new Set(['volume']);

export function isSortColumn(column: ColumnName): column is SortColumn {
  return Object.hasOwn(SORT_KEYS, column);
}

function compareKeys(one: string | number | null, other: string | number | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

function sorted(seats: readonly Listed[], column: SortColumn, isDescending: boolean): Listed[] {
  const keyed = seats.map((seat) => ({ seat, key: SORT_KEYS[column](seat) }));
  keyed.sort((one, other) => {
    if (one.key === null || other.key === null) return compareKeys(one.key, other.key);
    return isDescending ? compareKeys(other.key, one.key) : compareKeys(one.key, other.key);
  });
  return keyed.map(({ seat }) => seat);
}

/** The seats that a narrowing leaves, in its order. */
export function narrow(seats: readonly Listed[], narrowing: Narrowing): readonly Listed[] {
  const { typed, filter, team, column, isDescending } = narrowing;
  const wanted = typed.trim().toLocaleLowerCase();
  const isLeft = (seat: Listed): boolean =>
    (wanted === '' || seat.text.includes(wanted)) &&
    (team === null || seat.row.team === team) &&
    (filter === null || FILTERS[filter](seat));
  const isWhole = wanted === '' && team === null && filter === null;
  const left = isWhole ? seats : seats.filter(isLeft);
  return column === null ? left : sorted(left, column, isDescending);
}

/** How many seats each filter leaves: all of them once all are here, before that what the server says. */
export function countFilters(
  seats: readonly Listed[],
  counts: SeatCounts,
  isComplete: boolean,
): Partial<Record<FilterName, number>> {
  if (isComplete) {
    return Object.fromEntries(
      FILTER_NAMES.map((name) => [name, seats.filter(FILTERS[name]).length]),
    );
  }
  const of = (...shown: Shown[]) => shown.reduce((sum, each) => sum + (counts.shown[each] ?? 0), 0);
  return {
    longUnread: counts.longUnread,
    below: of('below'),
    warned: of('warned'),
    paused: of('paused'),
    close: of('close'),
    notJudged: of('collecting', 'collecting_low'),
    onTrack: of('on_track'),
    observed: of('nothing'),
    unknown: of('unknown'),
  };
}
