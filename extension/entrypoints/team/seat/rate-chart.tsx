import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import { useMatches } from '#extension/entrypoints/team/list/use-matches.ts';
import { periodsOf, type Period } from '#extension/entrypoints/team/seat/periods.ts';
import { pointText } from '#extension/entrypoints/team/seat/point-text.ts';
import type { SeatHistory } from '#shared/wire/history.ts';
import type { Series } from '#shared/wire/series.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Props = { numbers: Numbers; series: Series; history: SeatHistory };

const HEIGHT = 220;

/** The rate over 90 days against the line, with the periods that ran; a table says the same. */
export function RateChart({ numbers, series, history }: Props) {
  const words = seatPageWords[numbers.language].chart;
  const box = useRef<HTMLDivElement>(null);
  const isDark = useMatches('(prefers-color-scheme: dark)');
  const isEmpty = series.points.every(({ tally }) => tally.total === 0);
  useEffect(() => {
    const element = box.current;
    if (element === null || isEmpty) return;
    const periods = periodsOf(history.changes, series.asOf);
    const chart = new uPlot(optionsOf(element, series, periods, numbers), dataOf(series), element);
    const fit = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    fit.observe(element);
    return () => {
      fit.disconnect();
      chart.destroy();
    };
  }, [series, history, isDark, isEmpty, numbers]);
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      {isEmpty ? (
        <p class="note">{words.none}</p>
      ) : (
        <>
          <Legend numbers={numbers} />
          <div ref={box} class="chart" aria-hidden="true" />
        </>
      )}
      {!isEmpty && <AsTable numbers={numbers} series={series} />}
    </section>
  );
}

function Legend({ numbers }: { numbers: Numbers }) {
  const words = seatPageWords[numbers.language].chart;
  return (
    <ul class="legend note" aria-hidden="true">
      <li class="legend-rate">{words.rate}</li>
      <li class="legend-line">{words.line}</li>
      <li class="legend-band gs-amber">{words.warningPeriod}</li>
      <li class="legend-band gs-red">{words.improvementPeriod}</li>
    </ul>
  );
}

/** Per cent, as the axis has it; null where there is nothing to draw. */
const percent = (bps: number | null): number | null => (bps === null ? null : bps / 100);

/** Days on which there was enough to judge, the others, and the line. */
function dataOf({ points }: Series): uPlot.AlignedData {
  const isJudged = points.map(({ tally, minimumVolume }) => tally.total >= minimumVolume);
  // A piece of the line is drawn by both its ends, so that the fainter one reaches to the other.
  const isFaint = points.map(
    (_, index) =>
      isJudged[index] !== true || isJudged[index - 1] === false || isJudged[index + 1] === false,
  );
  return [
    points.map(({ at }) => at / 1000),
    points.map(({ responseRateBps }, index) =>
      isFaint[index] === true ? percent(responseRateBps) : null,
    ),
    points.map(({ responseRateBps }, index) =>
      isJudged[index] === true ? percent(responseRateBps) : null,
    ),
    points.map(({ thresholdBps }) => percent(thresholdBps)),
  ];
}

function colourOf(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(name).trim();
}

function optionsOf(
  element: HTMLElement,
  { points }: Series,
  periods: readonly Period[],
  numbers: Numbers,
): uPlot.Options {
  const colour = (name: string): string => colourOf(element, name);
  const [ink, soft, line] = [colour('--ink'), colour('--ink-2'), colour('--line')];
  const thresholds = points.map(({ thresholdBps }) => thresholdBps / 100);
  const rates = points.map(({ responseRateBps }) => (responseRateBps ?? 0) / 100);
  const top = Math.min(100, Math.max(...thresholds.map((each) => each * 2), ...rates) * 1.1);
  const axis = {
    stroke: soft,
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 8 }, drag: { x: false, y: false } },
    scales: { y: { range: [0, top] } },
    axes: [
      {
        ...axis,
        values: (_, seconds) => seconds.map((each) => numbers.day(each * 1000)),
        space: 80,
        size: 28,
      },
      { ...axis, values: (_, values) => values.map((each) => `${each} %`), size: 48 },
    ],
    series: [
      {},
      { stroke: soft, width: 1, points: { show: false } },
      { stroke: ink, width: 2, points: { show: false } },
      { stroke: soft, width: 1, dash: [4, 4], points: { show: false } },
    ],
    hooks: { drawClear: [(chart) => drawPeriods(chart, periods, colour)] },
    plugins: [tooltip(points, numbers)],
  };
}

/** The warning and Improvement Periods as bands behind the rate. */
function drawPeriods(chart: uPlot, periods: readonly Period[], colour: (name: string) => string) {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.globalAlpha = 0.12;
  for (const { standing, from, until } of periods) {
    const left = Math.max(bbox.left, chart.valToPos(from / 1000, 'x', true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(until / 1000, 'x', true));
    if (right <= left) continue;
    ctx.fillStyle = colour(standing === 'improvement' ? '--red' : '--amber');
    ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

/** Says of the day under the pointer what it was, with its counts. */
function tooltip(points: Series['points'], numbers: Numbers): uPlot.Plugin {
  const told = document.createElement('div');
  told.className = 'tooltip';
  told.hidden = true;
  return {
    hooks: {
      init: (chart) => {
        chart.over.append(told);
      },
      setCursor: (chart) => {
        const { idx, left = 0 } = chart.cursor;
        const point = idx === null || idx === undefined ? undefined : points[idx];
        told.hidden = point === undefined || left < 0;
        if (point === undefined) return;
        told.textContent = pointText(point, numbers);
        const isRight = left > chart.over.clientWidth / 2;
        told.style.transform = `translateX(${isRight ? 'calc(-100% - 8px)' : '8px'})`;
        told.style.left = `${left}px`;
      },
    },
  };
}

type TableProps = { numbers: Numbers; series: Series };

function AsTable({ numbers, series }: TableProps) {
  const words = seatPageWords[numbers.language].chart;
  return (
    <details>
      <summary>{words.asTable}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.rate}</th>
              <th scope="col">{words.counts}</th>
              <th scope="col">{words.line}</th>
            </tr>
          </thead>
          <tbody>
            {series.points.toReversed().map(({ at, tally, responseRateBps, thresholdBps }) => (
              <tr key={at}>
                <td>{numbers.day(at)}</td>
                <td>{responseRateBps === null ? '–' : numbers.rate(responseRateBps)}</td>
                <td>{`${numbers.count(tally.accepted + tally.declined)}/${numbers.count(tally.total)}`}</td>
                <td>{numbers.term(thresholdBps)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
