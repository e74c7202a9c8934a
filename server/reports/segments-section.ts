import { html } from 'hono/html';
import type { BacktestReport, ReportedTrial } from '#server/reports/backtest-report.ts';
import {
  daysText,
  intervalText,
  labelOf,
  SHARES,
  shareText,
  type Speech,
} from '#server/reports/backtest-sentences.ts';
import { table, type Cell } from '#server/reports/report-page.ts';
import {
  intervalStrip,
  marksLegend,
  scaleLabels,
  shareScale,
  type Html,
} from '#server/reports/strips.ts';
import { countedCell, markOf } from '#server/reports/terms-section.ts';
import type { MetInSegment } from '#shared/policy/backtest.ts';
import { wilsonInterval } from '#shared/policy/wilson.ts';

type Rows = readonly MetInSegment[];

const heads = (all: readonly string[]): Cell[] => all.map((head): Cell => ({ html: head }));

/** A share with its interval under it. */
function shareCell(row: MetInSegment, share: keyof typeof SHARES, speech: Speech): Cell {
  const [part, of] = SHARES[share](row);
  return {
    html: html`${shareText(part, of, speech)} <small>${intervalText(part, of, speech)}</small>`,
  };
}

/** A count of seats, with its share and that one's interval under it. */
function seatsCell(row: MetInSegment, share: 'warned' | 'restricted', speech: Speech): Cell {
  const [part, of] = SHARES[share](row);
  const text = `${shareText(part, of, speech)} (${intervalText(part, of, speech)})`;
  return { html: html`${speech.numbers.count(part)} <small>${text}</small>` };
}

/** How each segment answers, whatever the terms; against the line of the leading ones. */
function ratesTable(rows: Rows, thresholdBps: number, speech: Speech): Html {
  const { words, numbers } = speech;
  const intervals = rows.map(({ answered, inmails }) => wilsonInterval(answered, inmails));
  const scale = shareScale(intervals, thresholdBps);
  return table(
    words.segments,
    [
      { html: words.heads.segment, is: 'name' },
      { html: scaleLabels(scale, numbers.term), is: 'strip' },
      ...heads([words.heads.rate, words.heads.inmails]),
    ],
    rows.map((row) => [
      { html: row.segment ?? words.noSegment, is: 'name' },
      { html: intervalStrip(markOf('rate', SHARES.rate(row)), scale, thresholdBps), is: 'strip' },
      shareCell(row, 'rate', speech),
      { html: numbers.count(row.inmails) },
    ]),
  );
}

/** Whom terms would have met in each segment. */
function metTable(label: string, rows: Rows, speech: Speech): Html {
  const { words, numbers } = speech;
  const { heads: says } = words;
  const scale = shareScale(rows.map(({ warned, seats }) => wilsonInterval(warned, seats)));
  return table(
    label,
    [
      { html: says.segment, is: 'name' },
      { html: scaleLabels(scale, numbers.term), is: 'strip' },
      ...heads([says.seats, says.judged, says.warned, says.restricted]),
      ...heads([says.renewed, says.days, says.held]),
    ],
    rows.map((row) => [
      { html: row.segment ?? words.noSegment, is: 'name' },
      {
        html: intervalStrip(
          [
            ...markOf('warned', SHARES.warned(row)),
            ...markOf('restricted', SHARES.restricted(row)),
          ],
          scale,
        ),
        is: 'strip',
      },
      { html: numbers.count(row.seats) },
      { html: numbers.count(row.judged) },
      seatsCell(row, 'warned', speech),
      seatsCell(row, 'restricted', speech),
      { html: numbers.count(row.renewed) },
      { html: daysText(row.restrictedMs, speech) },
      countedCell(row, 'held', speech),
    ]),
  );
}

/** Response rates by segment, and whom the terms would have met there; the leading terms' at once. */
export function segmentsSection(report: BacktestReport, speech: Speech): Html | '' {
  const { lead, trials } = report;
  const { bySegment } = lead.backtested;
  // A history that names no segment has nothing to tell apart.
  if (bySegment.every(({ segment }) => segment === null)) return '';
  const others = trials.filter((trial) => trial !== lead);
  const { words, numbers } = speech;
  const { thresholdBps } = lead.tried.terms;
  const label = (trial: ReportedTrial): string =>
    `${words.segmentsMet} · ${labelOf(trial.tried, report, speech)}`;
  return html`<section>
    <h2>${words.segments}</h2>
    <p class="note">${words.segmentsNote(numbers.term(thresholdBps))}</p>
    ${ratesTable(bySegment, thresholdBps, speech)}
    <h3>${label(lead)}</h3>
    ${marksLegend([
      { tone: 'warned', says: words.heads.warned },
      { tone: 'restricted', says: words.heads.restricted },
    ])}
    ${metTable(label(lead), bySegment, speech)}
    ${others.map(
      (trial) =>
        html`<details>
          <summary>${label(trial)}</summary>
          ${metTable(label(trial), trial.backtested.bySegment, speech)}
        </details>`,
    )}
  </section>`;
}
