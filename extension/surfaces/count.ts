/** Digits of any script but ours: Arabic, Persian, Devanagari, full-width and so on. */
const OTHER_DIGITS = /(?!\d)\p{Nd}/gu;

/** A number with its separators: 1234, 1,234, 1.234, 1 234, 1’234, 12,34,567. */
const NUMBER = /\d+(?:[.,'’٬\u00a0\u202f ]\d+)*/g;
/** Whole numbers, plain or in groups of three (in India of two before the last three). */
const COUNT = /^(\d+|\d{1,3}(\D\d{2,3})*\D\d{3})$/;

/** In every script the digits stand in a row, from nought to nine. */
function digitOf(written: string): string {
  const code = written.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

function valueOf(written: string): number | null {
  return COUNT.test(written) ? Number(written.replaceAll(/\D/g, '')) : null;
}

/**
 * The one count that a text holds, in whatever language it is written.
 * @returns null when it holds none, several that differ, or a number that is no count, such as 1.5:
 *   a count is read or unknown, never guessed.
 */
export function readCount(text: string): number | null {
  const plain = text.replaceAll(OTHER_DIGITS, digitOf);
  const values = new Set((plain.match(NUMBER) ?? []).map(valueOf));
  const [only = null] = values;
  return values.size === 1 ? only : null;
}
