import { useEffect, useMemo, useRef } from 'preact/hooks';
import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { ExportButton } from '#extension/entrypoints/team/export-button.tsx';
import { countFilters, narrow, NOT_NARROWED } from '#extension/entrypoints/team/list/narrow.ts';
import type { TeamList } from '#extension/entrypoints/team/list/load-seats.ts';
import { SeatTable } from '#extension/entrypoints/team/list/seat-table.tsx';
import { Toolbar } from '#extension/entrypoints/team/list/toolbar.tsx';
import type { UsedList } from '#extension/entrypoints/team/list/use-team-list.ts';
import { useNarrowing } from '#extension/entrypoints/team/list/use-narrowing.ts';
import { reviewsText } from '#extension/entrypoints/team/reviews/reviews-text.ts';
import { hashOf, type ListRoute } from '#extension/entrypoints/team/route.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { useNowAfter } from '#extension/state/use-now.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; contract: string; route: ListRoute; used: UsedList };

/** Every seat that the lead looks after, soonest at risk first. */
export function ListPage({ numbers, contract, route, used }: Props) {
  const words = popupWords[numbers.language];
  const { list, fault } = used;
  return (
    <>
      <header class="page-head">
        <h1>{words.seatsOf(contract)}</h1>
        <nav class="actions">
          <a class="button secondary" href={hashOf({ at: 'reviews' })}>
            {reviewsText(list?.about.counts.openReviews, numbers)}
          </a>
          <a class="button secondary" href={hashOf({ at: 'pilot' })}>
            {teamWords[numbers.language].pilot}
          </a>
          <ExportButton
            numbers={numbers}
            label={teamWords[numbers.language].exportCsv}
            name="seats.csv"
            ask={() => teamMessages.sendMessage('seatsCsv', undefined)}
          />
        </nav>
      </header>
      {list === null && fault !== null && <FaultSaying numbers={numbers} fault={fault} />}
      {(list === undefined || (list === null && fault === null)) && (
        <p class="note" role="status">
          {words.loading}
        </p>
      )}
      {list !== null && list !== undefined && (
        <Loaded numbers={numbers} route={route} list={list} isStale={fault !== null} />
      )}
    </>
  );
}

const MINUTE_MS = 60_000;

/** `/` goes to where a seat is found, from anywhere but where somebody types. */
function useFindKey() {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const find = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', find);
    return () => removeEventListener('keydown', find);
  }, []);
  return search;
}

type LoadedProps = { numbers: Numbers; list: TeamList; isStale: boolean };

function Loaded({ numbers, route, list, isStale }: LoadedProps & Pick<Props, 'route'>) {
  const words = teamWords[numbers.language];
  const [narrowing, change] = useNarrowing(route);
  const search = useFindKey();
  const { about, seats, isComplete, receivedAt } = list;
  const now = useNowAfter(about.asOf, receivedAt);
  const left = useMemo(() => narrow(seats, narrowing), [seats, narrowing]);
  const counts = useMemo(() => countFilters(seats, about.counts, isComplete), [list]);
  const teams = useMemo(() => teamsOf(list), [list]);
  if (about.counts.all === 0) {
    const { noSeats, noSeatsMeans } = popupWords[numbers.language];
    return <Saying title={noSeats} lines={[noSeatsMeans]} />;
  }
  return (
    <>
      <Toolbar
        numbers={numbers}
        narrowing={narrowing}
        change={change}
        counts={counts}
        all={about.counts.all}
        teams={teams}
        searchRef={search}
      />
      <ListState numbers={numbers} list={list} left={left.length} now={now} isStale={isStale} />
      {left.length === 0 && isComplete ? (
        <Saying title={words.noMatch} lines={[]}>
          <button type="button" class="secondary" onClick={() => change(NOT_NARROWED)}>
            {words.showAll}
          </button>
        </Saying>
      ) : (
        <SeatTable
          numbers={numbers}
          seats={left}
          terms={about.terms}
          narrowing={narrowing}
          change={change}
          now={Math.floor(now / MINUTE_MS) * MINUTE_MS}
        />
      )}
    </>
  );
}

function teamsOf({ seats }: TeamList): string[] {
  const teams = new Set<string>();
  for (const { row } of seats) if (row.team !== null) teams.add(row.team);
  return [...teams].sort((one, other) => one.localeCompare(other));
}

type StateProps = LoadedProps & { left: number; now: number };

/** How many there are, as of when, and what is still to come. */
function ListState({ numbers, list, left, now, isStale }: StateProps) {
  const words = teamWords[numbers.language];
  const { about, seats, isComplete } = list;
  const { count } = numbers;
  const asOf = standingWords[numbers.language].asOf(momentText(numbers, about.asOf, now));
  const { ago, offlineMeans } = popupWords[numbers.language];
  return (
    <div class="list-state">
      <p class="note" role="status">
        {isStale ? offlineMeans(ago(numbers.duration(now - about.asOf))) : null}
        {isStale ? ' ' : null}
        {words.found(left, count(left))}
        {' · '}
        {asOf}
        {!isComplete && ` · ${words.loadingRest(count(seats.length), count(about.counts.all))}`}
      </p>
      <p class="note keys">{words.keys}</p>
    </div>
  );
}
