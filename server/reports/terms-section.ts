import { html } from 'hono/html';
import type { BacktestReport, ReportedTrial } from '#server/reports/backtest-report.ts';
import {
  daysText,
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
  type IntervalMark,
  type Tone,
} from '#server/reports/strips.ts';
import type { Met } from '#shared/policy/backtest.ts';
import { wilsonInterval } from '#shared/policy/wilson.ts';

/** A share as it is drawn; nothing where there is nothing to share. */
export function markOf(tone: Tone, [part, of]: readonly [number, number]): IntervalMark[] {
  const interval = wilsonInterval(part, of);
  return interval === null ? [] : [{ tone, bps: (part * 10_000) / of, interval }];
}

/** A count with its share under it. */
export function countedCell(met: Met, share: keyof typeof SHARES, speech: Speech): Cell {
  const [part, of] = SHARES[share](met);
  return {
    html: html`${speech.numbers.count(part)} <small>${shareText(part, of, speech)}</small>`,
  };
}

/** How terms are called, and of those that are told in detail that they are. */
function nameCell(trial: ReportedTrial, report: BacktestReport, speech: Speech): Cell {
  const label = labelOf(trial.tried, report, speech);
  if (trial !== report.lead) return { html: label, is: 'name' };
  return { html: html`${label} <small>${speech.words.inDetail}</small>`, is: 'name' };
}

/** The terms on trial beside each other; of one alone there is nothing to compare. */
export function termsSection(report: BacktestReport, speech: Speech): Html | '' {
  const { trials } = report;
  if (trials.length < 2) return '';
  const { words, numbers } = speech;
  const { heads } = words;
  const all = trials.map(({ backtested }) => backtested.all);
  const scale = shareScale(all.map(({ warned, seats }) => wilsonInterval(warned, seats)));
  const rows = trials.map((trial): Cell[] => {
    const { all } = trial.backtested;
    return [
      nameCell(trial, report, speech),
      {
        html: intervalStrip(
          [
            ...markOf('warned', SHARES.warned(all)),
            ...markOf('restricted', SHARES.restricted(all)),
          ],
          scale,
        ),
        is: 'strip',
      },
      { html: numbers.count(all.judged) },
      countedCell(all, 'warned', speech),
      countedCell(all, 'restricted', speech),
      { html: numbers.count(all.renewed) },
      { html: daysText(all.restrictedMs, speech) },
      { html: numbers.count(all.releasedRecovered) },
      { html: numbers.count(all.releasedTooFew) },
      countedCell(all, 'held', speech),
    ];
  });
  return html`<section>
    <h2>${words.compared}</h2>
    <p class="note">${words.comparedNote}</p>
    ${marksLegend([
      { tone: 'warned', says: heads.warned },
      { tone: 'restricted', says: heads.restricted },
    ])}
    ${table(
      words.compared,
      [
        { html: heads.terms, is: 'name' },
        { html: scaleLabels(scale, numbers.term), is: 'strip' },
        ...[
          heads.judged,
          heads.warned,
          heads.restricted,
          heads.renewed,
          heads.days,
          heads.recovered,
          heads.tooFew,
          heads.held,
        ].map((head): Cell => ({ html: head })),
      ],
      rows,
    )}
  </section>`;
}
