import { useEffect } from 'preact/hooks';
import { ExportButton } from '#extension/entrypoints/team/export-button.tsx';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { Breakdowns } from '#extension/entrypoints/team/seat/breakdowns.tsx';
import { Holders } from '#extension/entrypoints/team/seat/holders.tsx';
import { LeavingPanel } from '#extension/entrypoints/team/seat/leaving-panel.tsx';
import { NowPanel } from '#extension/entrypoints/team/seat/now-panel.tsx';
import { RateChart } from '#extension/entrypoints/team/seat/rate-chart.tsx';
import { timelineOf } from '#extension/entrypoints/team/seat/timeline-text.ts';
import { Timeline } from '#extension/entrypoints/team/seat/timeline.tsx';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import type { SeatHistory } from '#shared/wire/history.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Series } from '#shared/wire/series.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';
import { teamWords } from '#shared/words/team.ts';

const DAYS = 90;

type Props = { numbers: Numbers; seat: string };

/** One seat: how it stands and why, how it came to that, and what comes next. */
export function SeatPage({ numbers, seat }: Props) {
  const words = seatPageWords[numbers.language];
  const reading = useAsked(seat, () => teamMessages.sendMessage('reading', { seat }));
  const history = useAsked(seat, () => teamMessages.sendMessage('history', { seat }));
  const series = useAsked(seat, () => teamMessages.sendMessage('series', { seat, days: DAYS }));
  const holder = reading.value?.seat.holder ?? seat;
  useEffect(() => {
    document.title = holder;
  }, [holder]);
  const isHere = reading.value !== null && history.value !== null;
  const fault = reading.fault ?? history.fault;
  return (
    <>
      <a class="back" href={hashOf({ at: 'list' })}>
        {words.back}
      </a>
      <header class="page-head">
        <div>
          <h1>{holder}</h1>
          {reading.value !== null && (
            <p class="note">{`${seat} · ${reading.value.contract.name}`}</p>
          )}
        </div>
        {isHere && (
          <div class="actions">
            <a class="button secondary" href={hashOf({ at: 'transfer', seat })}>
              {words.transfer}
            </a>
            <ExportButton
              numbers={numbers}
              label={words.csv}
              name={`${seat}-history.csv`}
              ask={() => teamMessages.sendMessage('historyCsv', { seat })}
            />
          </div>
        )}
      </header>
      {!isHere && fault === null && (
        <p class="note" role="status">
          {popupWords[numbers.language].loading}
        </p>
      )}
      {fault !== null && (
        <FaultSaying numbers={numbers} fault={fault}>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              reading.askAgain();
              history.askAgain();
              series.askAgain();
            }}
          >
            {teamWords[numbers.language].tryAgain}
          </button>
        </FaultSaying>
      )}
      {reading.value !== null && history.value !== null && (
        <Told
          numbers={numbers}
          reading={reading.value}
          history={history.value}
          series={series.value}
        />
      )}
    </>
  );
}

type ToldProps = {
  numbers: Numbers;
  reading: Reading;
  history: SeatHistory;
  series: Series | null;
};

function Told({ numbers, reading, history, series }: ToldProps) {
  const words = seatPageWords[numbers.language].history;
  const { id } = reading.seat;
  return (
    <>
      <NowPanel numbers={numbers} reading={reading} history={history} />
      {series !== null && <RateChart numbers={numbers} series={series} history={history} />}
      <div class="columns">
        <section class="panel">
          <h2>{words.title}</h2>
          <Timeline
            none={words.none}
            entries={timelineOf(history.changes, reading.notice, numbers)}
          />
        </section>
        <div class="column">
          <Breakdowns numbers={numbers} seat={id} windowDays={reading.terms.windowDays} />
          <LeavingPanel numbers={numbers} seat={id} />
          <Holders numbers={numbers} history={history} />
        </div>
      </div>
    </>
  );
}
