import { stringify } from 'csv-stringify/sync';
import { formatInstantOrNull, type Instant } from '#shared/policy/instant.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { HistoryChange, SeatHistory } from '#shared/wire/history.ts';
import type { SeatRow } from '#shared/wire/seats.ts';

type Cell = string | number | null;
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

const instant = (at: Instant | null): Cell => formatInstantOrNull(at);
/** Rounded down, as everywhere: 12.87 % is never 12.9. */
const percent = (bps: number | null): Cell => (bps === null ? null : Math.floor(bps) / 100);

/**
 * What spreadsheets open as it is: UTF-8 with its mark, and no cell that they would take for a
 * formula, as names of people and seats come from anywhere.
 */
export function csvOf<Row>(rows: readonly Row[], columns: Columns<Row>): string {
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  return stringify([Object.keys(columns), ...cells], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const tallyColumns = <Row>(tallyOf: (row: Row) => Tally | null): Columns<Row> => ({
  accepted: (row) => tallyOf(row)?.accepted ?? null,
  declined: (row) => tallyOf(row)?.declined ?? null,
  pending: (row) => tallyOf(row)?.pending ?? null,
  total: (row) => tallyOf(row)?.total ?? null,
});

const SEAT_COLUMNS: Columns<SeatRow & { asOf: Instant }> = {
  seat: ({ seat }) => seat.id,
  holder: ({ seat }) => seat.holder,
  team: ({ team }) => team,
  mode: ({ mode }) => mode,
  standing: ({ standing }) => standing,
  response_rate_percent: ({ responseRateBps }) => percent(responseRateBps),
  ...tallyColumns(({ tally }) => tally),
  provisional: ({ provisional }) => provisional,
  period_ends_at: ({ periodEndsAt }) => instant(periodEndsAt),
  next_check_at: ({ nextCheckAt }) => instant(nextCheckAt),
  open_notice: ({ notice }) => notice?.type ?? null,
  notice_issued_at: ({ notice }) => instant(notice?.issuedAt ?? null),
  extension_last_seen_at: ({ lastSeenAt }) => instant(lastSeenAt),
  as_of: ({ asOf }) => instant(asOf),
};

/** A lead's list, in its order. */
export function csvOfSeats(rows: readonly SeatRow[], asOf: Instant): string {
  return csvOf(
    rows.map((row) => ({ ...row, asOf })),
    SEAT_COLUMNS,
  );
}

const CHANGE_COLUMNS: Columns<HistoryChange & { seat: string }> = {
  seat: ({ seat }) => seat,
  holder: ({ holder }) => holder,
  at: ({ at }) => instant(at),
  cause: ({ cause }) => cause,
  from: ({ from }) => from,
  to: ({ to }) => to,
  release: ({ release }) => release,
  reason: ({ reason }) => reason,
  response_rate_percent: ({ responseRateBps }) => percent(responseRateBps),
  ...tallyColumns(({ tally }) => tally),
  threshold_percent: ({ terms }) => percent(terms.thresholdBps),
  minimum_volume: ({ terms }) => terms.minimumVolume,
  terms_version: ({ terms }) => terms.version,
  period_ends_at: ({ periodEndsAt }) => instant(periodEndsAt),
  notice: ({ notice }) => notice,
  acknowledged_at: ({ acknowledged }) => instant(acknowledged?.at ?? null),
  acknowledged_by: ({ acknowledged }) => acknowledged?.by ?? null,
};

/** A seat's history, the latest first. */
export function csvOfHistory({ seat, changes }: SeatHistory): string {
  return csvOf(
    changes.map((change) => ({ ...change, seat: seat.id })),
    CHANGE_COLUMNS,
  );
}
