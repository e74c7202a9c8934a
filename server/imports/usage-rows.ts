import {
  cellOf,
  faultOfLength,
  mapColumns,
  tableOf,
  type Columns,
  type Table,
} from '#server/imports/columns.ts';
import { notationOf, readCount, type Notation } from '#server/imports/counts.ts';
import { readCsv, type CsvRow } from '#server/imports/csv-table.ts';
import type { RefusedRow, RowFault } from '#server/imports/refused-row.ts';
import {
  dayIn,
  dayOrderOf,
  periodOf,
  readDateCell,
  type DateCell,
  type DayOrder,
} from '#server/imports/report-dates.ts';
import {
  missingUsageColumns,
  USAGE_COLUMNS,
  USAGE_FIELDS,
  type UsageField,
} from '#server/imports/usage-columns.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** One line of a usage report: a seat's figures of one period. */
export type UsageRow = {
  line: number;
  /** As the report names them; empty where it does not. */
  holder: string;
  seat: string;
  startsAt: Instant;
  /** The first instant that the period no longer covers. */
  endsAt: Instant;
  sent: number;
  accepted: number;
  declined: number;
};

/** A report as it was read, with how it was understood. */
export type UsageReport = {
  rows: UsageRow[];
  refused: RefusedRow[];
  columns: Columns<UsageField>;
  notation: Notation;
  dayOrder: DayOrder;
};

type UsageTable = Table<UsageField>;
type Manner = { notation: Notation; dayOrder: DayOrder; areTimesKnown: boolean };
type RowOutcome = { ok: true; row: UsageRow } | { ok: false; fault: RowFault };

const COUNTS = ['sent', 'accepted', 'declined'] as const;

function notationIn({ rows, columns }: UsageTable): Notation {
  const texts = (['holder', 'seat', 'start', 'end'] as const).map(
    (field) => columns.mapped.get(field)?.index,
  );
  const numbers = rows.flatMap(({ cells }) => cells.filter((_, index) => !texts.includes(index)));
  const counts = rows.flatMap((row) => COUNTS.map((field) => cellOf(row, columns, field)));
  return notationOf(numbers, counts);
}

/** How the file's dates are written, all of them together. */
function datesIn({ rows, columns }: UsageTable, given: DayOrder | undefined) {
  const periods: { start: DateCell; end: DateCell }[] = [];
  for (const row of rows) {
    const start = readDateCell(cellOf(row, columns, 'start'));
    const end = readDateCell(cellOf(row, columns, 'end'));
    if (start !== null && end !== null) periods.push({ start, end });
  }
  const areTimesKnown = periods.some(
    ({ start, end }) => (start.timeMs ?? 0) > 0 || (end.timeMs ?? 0) > 0,
  );
  return { dayOrder: given ?? dayOrderOf(periods), areTimesKnown };
}

function refused(code: string, field: string, reason: string): { ok: false; fault: RowFault } {
  return { ok: false, fault: { code, field, reason } };
}

type DateOutcome =
  | { ok: true; value: { day: Instant; timeMs: number | null } }
  | { ok: false; fault: RowFault };

function readDate(text: string, field: 'start' | 'end', { dayOrder }: Manner): DateOutcome {
  if (text === '') return refused('field_missing', field, 'It has no date here.');
  const read = readDateCell(text);
  if (read === null) return refused('date_invalid', field, `"${text}" is not a date in UTC.`);
  const day = dayIn(read, dayOrder);
  if (day !== null) return { ok: true, value: { day, timeMs: read.timeMs } };
  const advice = 'Say so with --dates day_first or --dates month_first.';
  return refused('date_ambiguous', field, `"${text}" may be two days. ${advice}`);
}

function readRow(row: CsvRow, columns: Columns<UsageField>, manner: Manner): RowOutcome {
  const tooLong = faultOfLength(row, columns.width);
  if (tooLong !== null) return { ok: false, fault: tooLong };
  const [holder, seat] = [cellOf(row, columns, 'holder'), cellOf(row, columns, 'seat')];
  if (holder === '' && seat === '') return refused('field_missing', 'holder', 'It names no seat.');
  const figures = { sent: 0, accepted: 0, declined: 0 };
  for (const field of COUNTS) {
    const cell = cellOf(row, columns, field);
    if (cell === '') return refused('field_missing', field, 'It has no number here.');
    const count = readCount(cell, manner.notation);
    if (!count.ok) return refused(count.fault.code, field, count.fault.reason);
    figures[field] = count.value;
  }
  const start = readDate(cellOf(row, columns, 'start'), 'start', manner);
  if (!start.ok) return start;
  const end = readDate(cellOf(row, columns, 'end'), 'end', manner);
  if (!end.ok) return end;
  const period = periodOf(start.value, end.value, manner.areTimesKnown);
  if (period.endsAt <= period.startsAt) {
    return refused('period_backwards', 'end', 'The period ends before it starts.');
  }
  return { ok: true, row: { line: row.line, holder, seat, ...period, ...figures } };
}

/**
 * Reads Recruiter's usage report. How its numbers and dates are written is decided over the whole
 * file, and a row that stays ambiguous is refused, never guessed.
 * @param dayOrder where the operator says it.
 * @throws UnreadableFile
 */
export function readUsageReport(bytes: Uint8Array, dayOrder?: DayOrder): UsageReport {
  const countKnown = (cells: readonly string[]): number =>
    mapColumns(cells, USAGE_COLUMNS, USAGE_FIELDS).mapped.size;
  const all = readCsv(bytes, countKnown);
  const table = tableOf(all, USAGE_COLUMNS, USAGE_FIELDS, missingUsageColumns);
  const { columns } = table;
  const manner: Manner = { notation: notationIn(table), ...datesIn(table, dayOrder) };
  const report: UsageReport = { rows: [], refused: [], columns, ...manner };
  for (const row of table.rows) {
    const outcome = readRow(row, columns, manner);
    if (outcome.ok) report.rows.push(outcome.row);
    else report.refused.push({ line: row.line, ...outcome.fault });
  }
  return report;
}
