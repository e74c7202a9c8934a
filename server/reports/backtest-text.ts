import type { BacktestReport } from '#server/reports/backtest-report.ts';
import {
  assumptionSentences,
  daysText,
  historySentence,
  intervalText,
  labelOf,
  leadSentences,
  outcomeSentences,
  SHARES,
  shareText,
  type Speech,
} from '#server/reports/backtest-sentences.ts';
import type { Met } from '#shared/policy/backtest.ts';

/** A terminal breaks no line for us, and who searches the text types plain spaces. */
const NO_BREAK = /[\u00a0\u202f]/g;

/** Columns under their heads: the first to the left, as it names the row, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string {
  const [heads = []] = rows;
  const widths = heads.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}`).join('\n');
}

const counted = (met: Met, share: keyof typeof SHARES, speech: Speech): string => {
  const [part, of] = SHARES[share](met);
  return `${speech.numbers.count(part)} (${shareText(part, of, speech)})`;
};

function termsTable(report: BacktestReport, speech: Speech): string {
  const { words, numbers } = speech;
  const { heads } = words;
  return columns([
    [
      heads.terms,
      heads.judged,
      heads.warned,
      heads.restricted,
      heads.renewed,
      heads.days,
      heads.recovered,
      heads.tooFew,
      heads.held,
    ],
    ...report.trials.map(({ tried, backtested: { all } }) => [
      labelOf(tried, report, speech),
      numbers.count(all.judged),
      counted(all, 'warned', speech),
      counted(all, 'restricted', speech),
      numbers.count(all.renewed),
      daysText(all.restrictedMs, speech),
      numbers.count(all.releasedRecovered),
      numbers.count(all.releasedTooFew),
      counted(all, 'held', speech),
    ]),
  ]);
}

const withInterval = (met: Met, share: keyof typeof SHARES, speech: Speech): string => {
  const [part, of] = SHARES[share](met);
  return `${counted(met, share, speech)} ${intervalText(part, of, speech)}`;
};

function segmentTables(report: BacktestReport, speech: Speech): string[] {
  const { words, numbers } = speech;
  const { heads } = words;
  return report.trials.flatMap(({ tried, backtested: { bySegment } }) => [
    `${words.segmentsMet} · ${labelOf(tried, report, speech)}`,
    columns([
      [
        heads.segment,
        heads.seats,
        heads.judged,
        heads.warned,
        heads.restricted,
        heads.renewed,
        heads.days,
        heads.held,
        heads.rate,
      ],
      ...bySegment.map((row) => [
        row.segment ?? words.noSegment,
        numbers.count(row.seats),
        numbers.count(row.judged),
        withInterval(row, 'warned', speech),
        withInterval(row, 'restricted', speech),
        numbers.count(row.renewed),
        daysText(row.restrictedMs, speech),
        withInterval(row, 'held', speech),
        withInterval(row, 'rate', speech),
      ]),
    ]),
  ]);
}

/** A backtest as text for a terminal. */
export function backtestText(
  report: BacktestReport,
  speech: Speech,
  { bySegment }: { bySegment: boolean },
): string {
  const { words } = speech;
  const list = (sentences: readonly string[]): string =>
    sentences.map((sentence) => `  ${sentence}`).join('\n');
  return [
    words.title,
    historySentence(report, speech),
    list([...leadSentences(report, speech), ...outcomeSentences(report, speech)]),
    termsTable(report, speech),
    ...(bySegment ? segmentTables(report, speech) : []),
    words.assumed,
    list(assumptionSentences(report, speech)),
    words.limits,
    list(words.limitsOf),
  ]
    .join('\n\n')
    .replaceAll(NO_BREAK, ' ');
}
