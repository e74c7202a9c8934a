import type { Shown } from '#shared/policy/shown.ts';

/** One day of a rate. */
export type ChartPoint = Readonly<{
  /** In basis points; null with no InMails, where the line is broken. */
  rateBps: number | null;
  lineBps: number;
  total: number;
  /** Enough InMails to be judged; otherwise the line is faint. */
  isJudged: boolean;
}>;

/** A small table with a heading for each row. */
export type Rows = Readonly<{
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}>;

/** The panel over a report, every word of it ready to be read. */
export type ReportContent = Readonly<{
  shown: Shown;
  title: string;
  /** The standing, and how old the figures are. */
  word: string;
  freshness: string;
  show: string;
  hide: string;
  figures: readonly Readonly<{ label: string; value: string; note: string | null }>[];
  window: string;
  chart: Readonly<{
    title: string;
    says: string;
    points: readonly ChartPoint[];
    from: string;
    to: string;
    line: string;
    legend: readonly string[];
    note: string;
    tableTitle: string;
    table: Rows;
  }> | null;
  /** Said in the chart's place. */
  noChart: string;
  linkedin: Readonly<{
    title: string;
    period: string | null;
    table: Rows | null;
    sentences: readonly string[];
    why: string;
    reasons: readonly string[];
  }>;
}>;
