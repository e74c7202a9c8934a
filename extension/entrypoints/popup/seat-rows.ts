import { viewOf, type View } from '#extension/features/view.ts';
import type { KeptSeats } from '#extension/state/kept.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { compareRisk } from '#shared/policy/risk.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { SeatRow } from '#shared/wire/seats.ts';

export type ShownRow = { row: SeatRow; view: View };

/** The rows of a list in the order of who is at risk soonest, at an instant of the server's clock. */
export function rowsByRisk({ list }: KeptSeats, now: Instant): ShownRow[] {
  const { contract, terms } = list;
  const readings = list.seats.map((row): Reading & SeatRow => ({
    ...row,
    contract,
    terms,
    relationshipManager: null,
  }));
  readings.sort((one, other) => compareRisk(one, other, now));
  return readings.map((reading) => ({ row: reading, view: viewOfRow(reading, now) }));
}

/** What is shown of a seat to its lead: the same as to its holder, by the same function. */
function viewOfRow(reading: Reading, now: Instant): View {
  const stored = { reading, isCarriedForward: false };
  return viewOf({ stored, connection: 'live', now, contractName: null, isOrphan: false });
}

/** The rows whose holder or seat id contains what was typed, whatever its case. */
export function rowsMatching(rows: readonly ShownRow[], typed: string): readonly ShownRow[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return rows;
  return rows.filter(({ row: { seat } }) =>
    `${seat.holder}\n${seat.id}`.toLocaleLowerCase().includes(wanted),
  );
}
