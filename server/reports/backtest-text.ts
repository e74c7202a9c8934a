import type { BacktestReport, ReportedTrial } from '#server/reports/backtest-report.ts';
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
import { columns, indented, plainText } from '#server/reports/text-columns.ts';
import type { Met } from '#shared/policy/backtest.ts';

const counted = (met: Met, share: keyof typeof SHARES, speech: Speech): string => {
  const [part, of] = SHARES[share](met);
  return `${speech.numbers.count(part)} (${shareText(part, of, speech)})`;
};

/** Of several terms, those that are told in detail say so. */
function nameOf(trial: ReportedTrial, report: BacktestReport, speech: Speech): string {
  const label = labelOf(trial.tried, report, speech);
  const isMarked = trial === report.lead && report.trials.length > 1;
  return isMarked ? `${label} (${speech.words.inDetail})` : label;
}

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
    ...report.trials.map((trial) => {
      const { all } = trial.backtested;
      return [
        nameOf(trial, report, speech),
        numbers.count(all.judged),
        counted(all, 'warned', speech),
        counted(all, 'restricted', speech),
        numbers.count(all.renewed),
        daysText(all.restrictedMs, speech),
        numbers.count(all.releasedRecovered),
        numbers.count(all.releasedTooFew),
        counted(all, 'held', speech),
      ];
    }),
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
  return plainText([
    words.title,
    historySentence(report, speech),
    indented([...leadSentences(report, speech), ...outcomeSentences(report, speech)]),
    termsTable(report, speech),
    ...(bySegment ? segmentTables(report, speech) : []),
    words.assumed,
    indented(assumptionSentences(report, speech)),
    words.limits,
    indented(words.limitsOf),
  ]);
}
