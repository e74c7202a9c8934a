import type { Speech } from '#extension/features/notice-content.ts';
import { freshnessOf } from '#extension/features/card-text.ts';
import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import {
  acceptanceRateBps,
  answeredOf,
  isBreach,
  responseRateBps,
  type Tally,
} from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Series } from '#shared/wire/series.ts';
import type { UsagePeriod } from '#shared/wire/usage.ts';
import type { ChartPoint, ReportContent, Rows } from '#shared/words/report-content.ts';

type Point = Pick<
  Series['points'][number],
  'at' | 'tally' | 'responseRateBps' | 'thresholdBps' | 'minimumVolume'
>;

/** What stands where there is no rate. */
const NONE = '–';

function figuresOf({ tally }: Reading, { numbers, words }: Speech): ReportContent['figures'] {
  const { report, standing } = words;
  const { count } = numbers;
  const rate = (label: string, bps: number | null, part: number) => ({
    label,
    value: bps === null ? NONE : numbers.rate(bps),
    note:
      bps === null
        ? standing.noInMails
        : report.of({ part: count(part), total: count(tally.total) }),
  });
  const plain = (label: string, value: number) => ({ label, value: count(value), note: null });
  return [
    rate(report.responseRate, responseRateBps(tally), answeredOf(tally)),
    rate(report.acceptanceRate, acceptanceRateBps(tally), tally.accepted),
    plain(report.accepted, tally.accepted),
    plain(report.declined, tally.declined),
    plain(report.waiting, tally.pending),
    plain(report.total, tally.total),
  ];
}

/** The days that are past, and how it is now. */
function pointsOf({ points }: Series, { asOf, tally, terms }: Reading): Point[] {
  const { thresholdBps, minimumVolume } = terms;
  const responseRateBpsNow = responseRateBps(tally);
  const now = { at: asOf, tally, responseRateBps: responseRateBpsNow, thresholdBps, minimumVolume };
  return [...points.filter(({ at }) => at < asOf), now];
}

function answered(tally: Tally, { numbers }: Speech): string {
  return numbers.count(answeredOf(tally));
}

function tableOf(points: readonly Point[], speech: Speech): Rows {
  const { numbers, words } = speech;
  const { chart, responseRate, total } = words.report;
  return {
    columns: [chart.day, responseRate, chart.answered, total, chart.lineTerm],
    rows: points.toReversed().map(({ at, tally, responseRateBps: bps, thresholdBps }, index) => [
      // The day that is not over, told from its own midnight.
      index === 0 ? `${numbers.day(at)}, ${numbers.time(at)}` : numbers.day(at),
      bps === null ? NONE : numbers.rate(bps),
      answered(tally, speech),
      numbers.count(tally.total),
      numbers.term(thresholdBps),
    ]),
  };
}

function chartOf(
  series: Series,
  reading: Reading,
  speech: Speech,
): { chart: ReportContent['chart']; noChart: string } {
  const { numbers, words } = speech;
  const { chart } = words.report;
  const points = pointsOf(series, reading);
  const rates = points.flatMap(({ responseRateBps: bps }) => bps ?? []);
  const [first] = points;
  if (rates.length === 0 || first === undefined) {
    return { chart: null, noChart: chart.none(numbers.count(series.points.length)) };
  }
  const { terms } = reading;
  const below = points.filter(({ tally, ...at }) => isBreach(tally, at)).length;
  const [from, to] = [numbers.day(first.at), numbers.day(reading.asOf)];
  const drawn = points.map((point): ChartPoint => ({
    rateBps: point.responseRateBps,
    lineBps: point.thresholdBps,
    total: point.tally.total,
    isJudged: point.tally.total >= point.minimumVolume,
  }));
  const isFaint = drawn.some(({ rateBps, isJudged }) => rateBps !== null && !isJudged);
  return {
    noChart: '',
    chart: {
      title: chart.title,
      says: chart.says({
        from,
        to,
        lowest: numbers.rate(Math.min(...rates)),
        highest: numbers.rate(Math.max(...rates)),
        minimum: numbers.count(terms.minimumVolume),
        below: numbers.count(below),
      }),
      points: drawn,
      from,
      to,
      line: chart.line(numbers.term(terms.thresholdBps)),
      legend: [words.report.responseRate, chart.volume, ...(isFaint ? [chart.unjudged] : [])],
      note: chart.point(numbers.count(series.windowDays)),
      tableTitle: chart.table,
      table: tableOf(points, speech),
    },
  };
}

function signed(value: number, written: (absolute: number) => string): string {
  if (value === 0) return written(0);
  return `${value > 0 ? '+' : '−'}${written(Math.abs(value))}`;
}

function usageTable({ report, ledger, difference }: UsagePeriod, speech: Speech): Rows {
  const { numbers, words } = speech;
  const { linkedin, accepted, declined, responseRate } = words.report;
  const { count } = numbers;
  const rate = (bps: number | null) => (bps === null ? NONE : numbers.rate(bps));
  const row = (label: string, key: 'sent' | 'accepted' | 'declined') => [
    label,
    count(report[key]),
    count(ledger[key]),
    signed(difference[key], count),
  ];
  const byRate = difference.responseRateBps;
  return {
    columns: ['', linkedin.theirs, linkedin.ours, linkedin.difference],
    rows: [
      row(linkedin.sent, 'sent'),
      row(accepted, 'accepted'),
      row(declined, 'declined'),
      [
        responseRate,
        rate(report.responseRateBps),
        rate(ledger.responseRateBps),
        byRate === null
          ? NONE
          : linkedin.points(signed(byRate, (bps) => numbers.rate(bps).replace(/\s%$/, ''))),
      ],
    ],
  };
}

function linkedinOf(stored: StoredReport | null, speech: Speech): ReportContent['linkedin'] {
  const { numbers, words } = speech;
  const { linkedin } = words.report;
  const said = { title: linkedin.title, why: linkedin.why };
  const [period] = stored === null ? [] : stored.usage.periods;
  if (period === undefined) {
    return {
      ...said,
      period: null,
      table: null,
      sentences: stored === null ? [] : [linkedin.none],
      reasons: linkedin.always,
    };
  }
  const causes = period.causes.map(({ cause }) => linkedin.causes[cause]);
  return {
    ...said,
    period: linkedin.period({
      from: numbers.utcDay(period.startsAt),
      // The end is the first instant that is no longer of the period.
      to: numbers.utcDay(period.endsAt - DAY_MS),
      imported: numbers.instant(period.importedAt),
    }),
    table: usageTable(period, speech),
    sentences: [linkedin.judgesNobody],
    reasons: [...new Set(causes), ...linkedin.always],
  };
}

/** What the panel over a report says; `stored` is null until the days have been fetched. */
export function reportContent(
  view: View,
  reading: Reading,
  stored: StoredReport | null,
  speech: Speech,
): ReportContent {
  const { numbers, words } = speech;
  const { report, standing } = words;
  const ours = stored?.series.seat === reading.seat.id ? stored : null;
  const { chart, noChart } =
    ours === null
      ? { chart: null, noChart: report.chart.loading }
      : chartOf(ours.series, reading, speech);
  return {
    shown: view.shown,
    title: report.title,
    word: standingWordOf(view, numbers, standing),
    freshness: freshnessOf(view, reading, standing, numbers),
    show: report.show,
    hide: report.hide,
    figures: figuresOf(reading, speech),
    window: report.window(numbers.count(reading.terms.windowDays)),
    chart,
    noChart,
    linkedin: linkedinOf(ours, speech),
  };
}
