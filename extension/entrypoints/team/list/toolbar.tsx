import type { RefObject } from 'preact';
import {
  FILTER_NAMES,
  NOT_NARROWED,
  type FilterName,
  type Narrowing,
} from '#extension/entrypoints/team/list/narrow.ts';
import { Mark } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = {
  numbers: Numbers;
  narrowing: Narrowing;
  change: (to: Narrowing) => void;
  counts: Partial<Record<FilterName, number>>;
  all: number;
  teams: readonly string[];
  searchRef: RefObject<HTMLInputElement | null>;
};

const MARKS: Partial<Record<FilterName, Shown>> = {
  below: 'below',
  warned: 'warned',
  paused: 'paused',
  close: 'close',
  notJudged: 'collecting',
  onTrack: 'on_track',
};

/** Finding a seat, and narrowing the list: each filter says how many it leaves. */
export function Toolbar(props: Props) {
  const { numbers, narrowing, change, teams, searchRef } = props;
  const words = teamWords[numbers.language];
  return (
    <div class="toolbar">
      <div class="finding">
        <input
          ref={searchRef}
          type="search"
          value={narrowing.typed}
          aria-label={words.search}
          placeholder={words.search}
          aria-keyshortcuts="/"
          onInput={(event) => change({ ...narrowing, typed: event.currentTarget.value })}
        />
        {teams.length > 0 && (
          <select
            aria-label={words.team}
            value={narrowing.team ?? ''}
            onChange={(event) => change({ ...narrowing, team: event.currentTarget.value || null })}
          >
            <option value="">{words.allTeams}</option>
            {teams.map((team) => (
              <option key={team} value={team}>
                {team}
              </option>
            ))}
          </select>
        )}
      </div>
      <Filters {...props} />
    </div>
  );
}

function Filters({ numbers, narrowing, change, counts, all }: Props) {
  const words = teamWords[numbers.language].filters;
  const offered = FILTER_NAMES.filter(
    (name) => (counts[name] ?? 0) > 0 || narrowing.filter === name,
  );
  return (
    <div class="filters" role="group" aria-label={words.label}>
      <button
        type="button"
        class="filter"
        aria-pressed={narrowing.filter === null}
        onClick={() =>
          change({
            ...NOT_NARROWED,
            column: narrowing.column,
            isDescending: narrowing.isDescending,
          })
        }
      >
        {words.all} <span class="count">{numbers.count(all)}</span>
      </button>
      {offered.map((name) => {
        const mark = MARKS[name];
        const isOn = narrowing.filter === name;
        return (
          <button
            key={name}
            type="button"
            class={name === 'longUnread' ? 'filter filter-first' : 'filter'}
            aria-pressed={isOn}
            onClick={() => change({ ...narrowing, filter: isOn ? null : name })}
          >
            {mark !== undefined && <Mark shown={mark} />}
            {words[name]} <span class="count">{numbers.count(counts[name] ?? 0)}</span>
          </button>
        );
      })}
    </div>
  );
}
