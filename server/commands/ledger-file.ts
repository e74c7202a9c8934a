import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

export type LedgerLine = {
  /** 1 for the first. */
  number: number;
  /** Where the line begins, in bytes; `textAt` reads it again. */
  position: number;
  text: string;
};

/** Thrown for bytes that are not UTF-8. */
export class NotUtf8 extends Error {
  readonly line: number;
  constructor(line: number) {
    super('The line is not UTF-8.');
    this.line = line;
  }
}

/** A file of lines that is read as a stream, more than once if need be, and at any place again. */
export class LedgerFile {
  readonly #file: number;
  readonly #dispose: () => void;

  private constructor(file: number, dispose: () => void) {
    this.#file = file;
    this.#dispose = dispose;
  }

  static open(path: string): LedgerFile {
    const file = openSync(path, 'r');
    return new LedgerFile(file, () => closeSync(file));
  }

  /** Standard input can be read once only, so that it is laid down in a temporary file first. */
  static ofStandardInput(): LedgerFile {
    const folder = mkdtempSync(join(tmpdir(), 'good-standing-'));
    const file = openSync(join(folder, 'ledger.ndjson'), 'w+');
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read = readStandardInput(chunk); read > 0; read = readStandardInput(chunk)) {
      writeSync(file, chunk, 0, read);
    }
    return new LedgerFile(file, () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    });
  }

  close(): void {
    this.#dispose();
  }

  /** In bytes. */
  get size(): number {
    return fstatSync(this.#file).size;
  }

  /** Every line that is not blank, from the first. */
  *lines(): Generator<LedgerLine> {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    let restAt = 0;
    let number = 0;
    for (;;) {
      const read = readSync(this.#file, chunk, 0, CHUNK_BYTES, restAt + rest.length);
      if (read === 0) break;
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      let begin = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, begin)) {
        number += 1;
        const text = decode(bytes.subarray(begin, end), number);
        if (text.trim() !== '') yield { number, position: restAt + begin, text };
        begin = end + 1;
      }
      rest = bytes.subarray(begin);
      restAt += begin;
    }
    const text = decode(rest, number + 1);
    if (text.trim() !== '') yield { number: number + 1, position: restAt, text };
  }

  /** The line that begins at `position`. */
  textAt(position: number): string {
    const parts: Buffer[] = [];
    for (let at = position; ;) {
      const chunk = Buffer.allocUnsafe(1024);
      const read = readSync(this.#file, chunk, 0, chunk.length, at);
      const end = chunk.subarray(0, read).indexOf(NEWLINE);
      parts.push(chunk.subarray(0, end >= 0 ? end : read));
      if (end >= 0 || read === 0) return withoutMark(Buffer.concat(parts).toString('utf8'));
      at += read;
    }
  }
}

function readStandardInput(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return 0;
      // A pipe that has nothing yet; the next read waits or tries again.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer, line: number): string {
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) {
    try {
      strict.decode(bytes);
    } catch {
      throw new NotUtf8(line);
    }
  }
  return line === 1 ? withoutMark(text) : text;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
