import {
  cellOf,
  faultOfLength,
  headerKey,
  mapColumns,
  tableOf,
  type ColumnNames,
  type Columns,
} from '#server/imports/columns.ts';
import { readCsv, type CsvRow } from '#server/imports/csv-table.ts';
import { holderKey } from '#server/imports/holder-key.ts';
import type { RefusedRow, RowFault } from '#server/imports/refused-row.ts';
import { isStorable } from '#server/ledger/storable.ts';

/** Whom a list of seats names; a lead watches over seats and needs none. */
export type ListedRole = 'recruiter' | 'lead';

export type SeatListRow = {
  line: number;
  holder: string;
  team: string | null;
  role: ListedRole;
  id: string | null;
};

export type SeatListFile = {
  rows: SeatListRow[];
  refused: RefusedRow[];
  columns: Columns<SeatField>;
};

const SEAT_FIELDS = ['holder', 'team', 'role', 'seat'] as const;
export type SeatField = (typeof SEAT_FIELDS)[number];

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

const SEAT_COLUMNS: ColumnNames<SeatField> = {
  holder: names(`
    holder seatholder seatholdername recruiter recruitername name fullname
    inhaber lizenzinhaber platzinhaber titular nombre titulaire nom`),
  team: names('team teamname group gruppe equipo grupo equipe groupe'),
  role: names('role rolle rol funktion funcion fonction'),
  seat: names(`
    seatid seat id platzid sitzid lizenzid iddeasiento iddelicencia iddelicence idsiege`),
};

const ROLE_NAMES: Readonly<Record<ListedRole, readonly string[]>> = {
  recruiter: ['', ...names('recruiter recruiterin reclutador reclutadora recruteur recruteuse')],
  lead: names('lead teamlead teamleader teamleitung teamleiter teamleiterin responsable'),
};
const ROLES: readonly ListedRole[] = ['recruiter', 'lead'];

function roleOf(cell: string): ListedRole | undefined {
  return ROLES.find((role) => ROLE_NAMES[role].includes(headerKey(cell)));
}

type RowOutcome = { ok: true; row: SeatListRow } | { ok: false; fault: RowFault };

function readRow(row: CsvRow, columns: Columns<SeatField>): RowOutcome {
  const tooLong = faultOfLength(row, columns.width);
  if (tooLong !== null) return { ok: false, fault: tooLong };
  const holder = holderKey(cellOf(row, columns, 'holder'));
  if (holder === '') {
    return {
      ok: false,
      fault: { code: 'field_missing', field: 'holder', reason: 'It names nobody.' },
    };
  }
  const named = cellOf(row, columns, 'role');
  const role = roleOf(named);
  if (role === undefined) {
    const reason = `"${named}" is neither recruiter nor lead.`;
    return { ok: false, fault: { code: 'role_unknown', field: 'role', reason } };
  }
  const [team, id] = [cellOf(row, columns, 'team'), cellOf(row, columns, 'seat')];
  if (!isStorable([holder, team, id])) {
    const reason = 'It holds characters that cannot be kept.';
    return { ok: false, fault: { code: 'field_invalid', field: '', reason } };
  }
  const optional = { team: team === '' ? null : team, id: id === '' ? null : id };
  return { ok: true, row: { line: row.line, holder, role, ...optional } };
}

/**
 * Reads a list of seats: a holder on each row, and a team, a role and an id where they are given.
 * @throws UnreadableFile
 */
export function readSeatList(bytes: Uint8Array): SeatListFile {
  const countKnown = (cells: readonly string[]): number =>
    mapColumns(cells, SEAT_COLUMNS, SEAT_FIELDS).mapped.size;
  const { columns, rows } = tableOf(
    readCsv(bytes, countKnown),
    SEAT_COLUMNS,
    SEAT_FIELDS,
    (mapped) => (mapped.has('holder') ? [] : ['Holder']),
  );
  const file: SeatListFile = { rows: [], refused: [], columns };
  for (const row of rows) {
    const outcome = readRow(row, columns);
    if (outcome.ok) file.rows.push(outcome.row);
    else file.refused.push({ line: row.line, ...outcome.fault });
  }
  return file;
}
