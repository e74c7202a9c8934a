import type { WordView } from '#extension/features/standing-text.ts';
import type { KeptSeats } from '#extension/state/kept.ts';
import { gateOf } from '#shared/policy/gate.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { compareRisk, riskOf } from '#shared/policy/risk.ts';
import { shownOf } from '#shared/policy/shown.ts';
import type { SeatList, SeatRow } from '#shared/wire/seats.ts';

export type ShownRow = { row: SeatRow; view: WordView };

/** The rows of a list in the order of who is at risk soonest, at an instant of the server's clock. */
export function rowsByRisk({ list }: KeptSeats, now: Instant): ShownRow[] {
  const { terms, seats } = list;
  return seats
    .map((row) => ({ row, risk: riskOf({ ...row, terms }, now) }))
    .sort((one, other) => compareRisk(one.risk, other.risk))
    .map(({ row }) => ({ row, view: viewOfRow(row, terms, now) }));
}

/** What is shown of a seat to its lead: the same as to its holder, by the same function. */
function viewOfRow(row: SeatRow, terms: SeatList['terms'], now: Instant): WordView {
  const { standing, mode, periodEndsAt, tally } = row;
  const shown = shownOf({ ...row, terms }, now);
  const gate = gateOf(standing, mode, periodEndsAt);
  const unknownBecause = shown === 'unknown' ? 'check_due' : null;
  return { shown, unknownBecause, reading: { standing, gate, tally, terms } };
}

/** The rows whose holder or seat id contains what was typed, whatever its case. */
export function rowsMatching(rows: readonly ShownRow[], typed: string): readonly ShownRow[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  return rows.filter(({ row: { seat } }) =>
    `${seat.holder}\n${seat.id}`.toLocaleLowerCase().includes(wanted),
  );
}
