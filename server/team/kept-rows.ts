/** @param text lines, of which each ends where the next begins. */
export const linesIn = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/**
 * Reads a long list of which the database makes one text, a line of JSON for each row: a row whose
 * line was there the last time is the same object, and costs no more than to look for its line.
 */
export class KeptRows<Row> {
  readonly #parse: (json: unknown) => Row;
  #text = '';
  #byLine = new Map<string, Row>();
  #rows: readonly Row[] = [];

  constructor(parse: (json: unknown) => Row) {
    this.#parse = parse;
  }

  /** @returns every row; the same array as the last time where nothing changed. */
  read(text: string): readonly Row[] {
    if (text === this.#text) return this.#rows;
    const byLine = new Map(
      linesIn(text).map((line) => [line, this.#byLine.get(line) ?? this.#parse(JSON.parse(line))]),
    );
    this.#rows = [...byLine.values()];
    this.#byLine = byLine;
    this.#text = text;
    return this.#rows;
  }
}
