import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a page beside and then moves it, so that it is whole or not there; its owner alone may
 * read it, as it names seats. Says where it is, or why it is not and ends with 1.
 */
export function writeReport(path: string, page: string): void {
  const partial = `${path}.partial`;
  try {
    writeFileSync(partial, page, { mode: 0o600 });
    renameSync(partial, path);
    console.error(`Wrote ${path}.`);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    rmSync(partial, { force: true });
    console.error(`good-standing: ${error.message}`);
    process.exitCode = 1;
  }
}
