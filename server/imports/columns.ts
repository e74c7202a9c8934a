import { HEADER_AMONG, type CsvRow, type CsvRows } from '#server/imports/csv-table.ts';
import { UnreadableFile, type RowFault } from '#server/imports/refused-row.ts';

/** The names a column may have, each as `headerKey` leaves it; the first that is there is taken. */
export type ColumnNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** How a header was understood. */
export type Columns<Field extends string> = {
  /** Each field's own header, and where it is. */
  mapped: ReadonlyMap<Field, { header: string; index: number }>;
  /** Headers that mean nothing here; their cells are left aside. */
  unmapped: readonly string[];
  /** How many cells the header has. */
  width: number;
};

export type Table<Field extends string> = { columns: Columns<Field>; rows: CsvRows };

/** A header without case, accents, spaces and signs: `Seat holder name` is `seatholdername`. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function mapColumns<Field extends string>(
  header: readonly string[],
  names: ColumnNames<Field>,
  fields: readonly Field[],
): Columns<Field> {
  const keys = header.map(headerKey);
  const mapped = new Map<Field, { header: string; index: number }>();
  for (const field of fields) {
    const name = names[field].find((each) => keys.includes(each));
    if (name === undefined) continue;
    const index = keys.indexOf(name);
    mapped.set(field, { header: header[index] ?? '', index });
  }
  const taken = new Set([...mapped.values()].map(({ index }) => index));
  const unmapped = header.filter((name, index) => !taken.has(index) && name !== '');
  return { mapped, unmapped, width: header.length };
}

/**
 * Finds the header among the first rows: the one with most columns that are known.
 * @param isComplete whether a header has all that is needed.
 * @throws UnreadableFile `columns_missing`, with what was found instead.
 */
export function tableOf<Field extends string>(
  rows: CsvRows,
  names: ColumnNames<Field>,
  fields: readonly Field[],
  missingIn: (mapped: Columns<Field>['mapped']) => readonly string[],
): Table<Field> {
  const candidates = rows.slice(0, HEADER_AMONG).map(({ cells }, index) => ({
    index,
    cells,
    columns: mapColumns(cells, names, fields),
  }));
  const [first] = candidates;
  if (first === undefined) throw new UnreadableFile('empty', 'There is no row in it.');
  const best = candidates.reduce((one, other) =>
    other.columns.mapped.size > Math.max(1, one.columns.mapped.size) ? other : one,
  );
  const missing = missingIn(best.columns.mapped);
  if (missing.length > 0) {
    const found = best.cells.map((cell) => `"${cell}"`).join(', ');
    const lacks = missing.join(', ');
    throw new UnreadableFile('columns_missing', `It lacks: ${lacks}. Its columns are: ${found}.`);
  }
  return { columns: best.columns, rows: rows.slice(best.index + 1) };
}

/** A row's cell of a field; empty where the row or the file has none. */
export function cellOf<Field extends string>(
  { cells }: CsvRow,
  { mapped }: Columns<Field>,
  field: Field,
): string {
  const column = mapped.get(field);
  return column === undefined ? '' : (cells[column.index] ?? '');
}

/** A row with more cells than the header has shifted: none of them can be trusted. */
export function faultOfLength(row: CsvRow, width: number): RowFault<'too_many_cells'> | null {
  const filled = row.cells.findLastIndex((cell) => cell !== '') + 1;
  if (filled <= width) return null;
  const reason = `It has ${filled} cells and the header ${width}; a number with commas needs quotes.`;
  return { code: 'too_many_cells', field: '', reason };
}
