import { readFileSync, statSync } from 'node:fs';
import { UnreadableFile, type RefusedRow } from '#server/imports/refused-row.ts';
import { LedgerFile, NotUtf8 } from '#server/commands/ledger-file.ts';
import { complain, operate } from '#server/commands/operator.ts';

/** A report of every seat over two years is a few megabytes. */
const LARGEST_CSV_BYTES = 64 * 1024 * 1024;

export type ImportOptions = {
  contract: string;
  dryRun?: true | undefined;
  json?: true | undefined;
  database?: string | undefined;
  by?: string | undefined;
};

/** `operate` for an import: a file that cannot be read as such ends with exit status 2. */
export async function operateImport(
  options: ImportOptions,
  work: Parameters<typeof operate>[1],
): Promise<void> {
  try {
    await operate(options, work);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    complain(options.json === true, error.code, error.message);
    process.exitCode = 2;
  }
}

function unreadable(error: unknown): never {
  if (error instanceof NotUtf8) {
    throw new UnreadableFile('not_utf8', `Line ${error.line} is not UTF-8.`);
  }
  const isOfSystem = error instanceof Error && 'syscall' in error;
  if (!isOfSystem) throw error;
  throw new UnreadableFile('file_unreadable', error.message);
}

/** Opens a ledger and looks through it once, so that nothing is taken of a file that is not text. */
export function openLedgerFile(path: string): { file: LedgerFile; lines: number } {
  try {
    const file = path === '-' ? LedgerFile.ofStandardInput() : LedgerFile.open(path);
    let lines = 0;
    try {
      for (const _ of file.lines()) lines += 1;
    } catch (error) {
      file.close();
      throw error;
    }
    return { file, lines };
  } catch (error) {
    return unreadable(error);
  }
}

/** A whole CSV file, as how it is written shows only in all of it. */
export function readCsvFile(path: string): Uint8Array {
  try {
    if (path !== '-' && statSync(path).size > LARGEST_CSV_BYTES) {
      throw new UnreadableFile('file_too_large', 'A CSV file has at most 64 MB.');
    }
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    return unreadable(error);
  }
}

export function lineOfRefusal({ line, code, field, reason }: RefusedRow): string {
  return `line ${line}: ${code}${field === '' ? '' : ` (${field})`}: ${reason}`;
}

/** Says which rows were refused, on standard error, and by the exit status that some were. */
export function tellRefused(rows: readonly RefusedRow[], options: ImportOptions): void {
  if (rows.length === 0) return;
  process.exitCode = 1;
  if (options.json === true) return;
  for (const row of rows) console.error(lineOfRefusal(row));
}

export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "Would have" and "has", for a dry run and the run itself. */
export function headline({ dryRun }: ImportOptions, what: string): string {
  return dryRun === true ? `Dry run, nothing is written. ${what}` : what;
}
