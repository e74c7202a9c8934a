import { drawnWhere } from '#extension/entrypoints/team/list/drawn-where.ts';
import {
  DESCENDING_FIRST,
  isSortColumn,
  type Narrowing,
  type SortColumn,
} from '#extension/entrypoints/team/list/narrow.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { ColumnName } from '#shared/words/team-words.ts';
import { teamWords } from '#shared/words/team.ts';

const COLUMNS: readonly (readonly [name: ColumnName, cell: string])[] = [
  ['seat', 'seat'],
  ['rate', 'rate'],
  ['volume', 'volume'],
  ['standing', 'standing'],
  ['trend', 'trend'],
  ['nextCheck', 'check'],
  ['daysLeft', 'left'],
  ['needs', 'needs'],
];

type Props = { numbers: Numbers; narrowing: Narrowing; change: (to: Narrowing) => void };

/** Pressed once it sorts by a column, again the other way, and once more as it came: by risk. */
function pressed(narrowing: Narrowing, column: SortColumn): Narrowing {
  const first = DESCENDING_FIRST.has(column);
  if (narrowing.column !== column) return { ...narrowing, column, isDescending: first };
  if (narrowing.isDescending === first) return { ...narrowing, isDescending: !first };
  return { ...narrowing, column: null, isDescending: false };
}

function draw({ numbers, narrowing, change }: Props) {
  const words = teamWords[numbers.language];
  return (
    <div role="row" aria-rowindex={1} class="head">
      {COLUMNS.map(([name, cell]) => {
        const label = words.columns[name];
        if (!isSortColumn(name)) {
          return (
            <div key={name} role="columnheader" class={`cell cell-${cell}`}>
              {label}
            </div>
          );
        }
        const isBy = narrowing.column === name;
        const direction = narrowing.isDescending ? 'descending' : 'ascending';
        return (
          <div
            key={name}
            role="columnheader"
            aria-sort={isBy ? direction : 'none'}
            class={`cell cell-${cell}`}
          >
            <button
              type="button"
              class="sort"
              title={words.sortBy(label)}
              onClick={() => change(pressed(narrowing, name))}
            >
              {label}
              <span class="arrow" aria-hidden="true">
                {isBy ? (narrowing.isDescending ? '↓' : '↑') : ''}
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** The same as before while only the rows move. */
export const TableHead = drawnWhere<Props>(
  (before, after) =>
    before.numbers !== after.numbers ||
    before.narrowing !== after.narrowing ||
    before.change !== after.change,
  draw,
);
