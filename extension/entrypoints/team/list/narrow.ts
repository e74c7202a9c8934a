import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import type { Shown } from '#shared/policy/shown.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { SeatCounts } from '#shared/wire/seats.ts';
import type { ColumnName, TeamWords } from '#shared/words/team-words.ts';

export type FilterName = Exclude<keyof TeamWords['filters'], 'label' | 'all'>;

/** What is shown of the seats that these leave. */
const SHOWN_OF = {
  below: ['below'],
  warned: ['warned'],
  paused: ['paused'],
  close: ['close'],
  notJudged: ['collecting', 'collecting_low'],
  onTrack: ['on_track'],
  observed: ['nothing'],
  unknown: ['unknown'],
} as const satisfies Partial<Record<FilterName, readonly Shown[]>>;

type ShownName = keyof typeof SHOWN_OF;

function byShown<Value>(of: (shown: readonly Shown[]) => Value): Record<ShownName, Value> {
  return {
    below: of(SHOWN_OF.below),
    warned: of(SHOWN_OF.warned),
    paused: of(SHOWN_OF.paused),
    close: of(SHOWN_OF.close),
    notJudged: of(SHOWN_OF.notJudged),
    onTrack: of(SHOWN_OF.onTrack),
    observed: of(SHOWN_OF.observed),
    unknown: of(SHOWN_OF.unknown),
  };
}

/** Those that go by something else than what is shown. */
const OTHERS = {
  longUnread: (seat: Listed): boolean => seat.isLongUnread,
  unread: ({ row }: Listed): boolean => row.notice !== null && row.mode !== 'observe',
  unseen: (seat: Listed): boolean => seat.isUnseen,
} as const;

const FILTERS: Readonly<Record<FilterName, (seat: Listed) => boolean>> = {
  ...OTHERS,
  ...byShown((those) => (seat: Listed) => those.includes(seat.shown)),
};

/** In the order in which they are offered: who needs a lead first comes first. */
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

export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(FILTERS, name);
}

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
  if (!isComplete) return { longUnread: counts.longUnread, ...countShown(counts.shown) };
  const shown: Partial<Record<Shown, number>> = {};
  const others = { longUnread: 0, unread: 0, unseen: 0 };
  // One walk for them all: of ten thousand seats each more is felt.
  for (const seat of seats) {
    shown[seat.shown] = (shown[seat.shown] ?? 0) + 1;
    if (OTHERS.longUnread(seat)) others.longUnread += 1;
    if (OTHERS.unread(seat)) others.unread += 1;
    if (OTHERS.unseen(seat)) others.unseen += 1;
  }
  return { ...others, ...countShown(shown) };
}

const countShown = (shown: SeatCounts['shown']): Record<ShownName, number> =>
  byShown((those) => those.reduce((sum, each) => sum + (shown[each] ?? 0), 0));
