/** A terminal breaks no line for us, and who searches the text types plain spaces. */
const NO_BREAK = /[\u00a0\u202f]/g;

/** Columns under their heads: the first to the left, as it names the row, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const [heads = []] = rows;
  const widths = heads.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}`).join('\n');
}

export function indented(sentences: readonly string[]): string {
  return sentences.map((sentence) => `  ${sentence}`).join('\n');
}

/** Parts with an empty line between. */
export function plainText(parts: readonly string[]): string {
  return parts.join('\n\n').replaceAll(NO_BREAK, ' ');
}
