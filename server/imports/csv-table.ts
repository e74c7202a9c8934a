import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile } from '#server/imports/refused-row.ts';

export type CsvRow = {
  /** The line of the file on which the row begins. */
  line: number;
  cells: readonly string[];
};

/** Every row of a file, the header still among them. */
export type CsvRows = readonly CsvRow[];

const SEPARATORS = [',', ';', '\t'] as const;
const ENCODINGS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets write it. */
export function decodeText(bytes: Uint8Array): string {
  const [, encoding = 'utf-8'] =
    ENCODINGS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [];
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('not_utf8', 'It is not UTF-8. Save it as "CSV UTF-8", please.');
  }
}

function lineBreaksIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

function parseWith(text: string, delimiter: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let readTo = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { lines }) => {
        // It names the line on which the row ends.
        const inside = cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
        rows.push({ line: lines - inside, cells: cells.map((cell) => cell.trim()) });
        readTo = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote opens and is never closed' : error.message;
    throw new UnreadableFile('csv_malformed', `After line ${readTo}: ${why}.`);
  }
  return rows;
}

/** Spreadsheets may say in a first line of its own what separates the cells. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * Reads a CSV file. The separator is the one that `countKnown` recognises most columns by.
 * @throws UnreadableFile
 */
export function readCsv(
  bytes: Uint8Array,
  countKnown: (cells: readonly string[]) => number,
): CsvRows {
  const whole = decodeText(bytes);
  const [said = '', given] = SEPARATOR_LINE.exec(whole) ?? [];
  // The line stays as an empty one, so that every other keeps its number.
  const text = said === '' ? whole : `\n${whole.slice(said.length)}`;
  const head = text.split(/\r\n|\r|\n/, HEADER_AMONG).join('\n');
  const known = (separator: string): number =>
    Math.max(
      0,
      ...head.split('\n').map((line) => countKnown(line.split(separator).map(withoutQuotes))),
    );
  const byLikelihood = [...SEPARATORS].sort((one, other) => known(other) - known(one));
  return parseWith(text, given ?? byLikelihood[0] ?? ',').filter(({ cells }) =>
    cells.some((cell) => cell !== ''),
  );
}

/** Above the header a report may carry lines of its own, such as its title. */
export const HEADER_AMONG = 20;

function withoutQuotes(cell: string): string {
  return cell.trim().replaceAll(/^"|"$/g, '');
}
