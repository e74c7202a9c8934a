/** A line of a file that was not taken, and why; the rest of the file is. */
export type RefusedRow = {
  /** 1 for the first line of the file. */
  line: number;
  /** Stable; what a program goes by. */
  code: string;
  /** What it is about; empty for the line as a whole. */
  field: string;
  /** In words, for the operator. */
  reason: string;
};

/** The same, still without its line. */
export type RowFault<Code extends string = string> = { code: Code; field: string; reason: string };

/** Thrown for a file that cannot be read as what it should be; nothing of it is taken. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code: string;

  constructor(code: string, words: string) {
    super(`${code}: ${words}`);
    this.code = code;
  }
}

/** Told how far an import has come, in lines of the file or rows of the table. */
export type OnProgress = (done: number) => void;

export type TableImportOptions = { isDryRun: boolean; onProgress: OnProgress };
