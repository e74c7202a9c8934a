import type { RowFault } from '#server/imports/refused-row.ts';

/**
 * What a file's numbers are written with. `1,234` alone may be a thousand or a decimal; the other
 * numbers of the same file say which. `mixed` is a file whose numbers contradict each other.
 */
export type Notation = 'comma_thousands' | 'dot_thousands' | 'mixed';

export type CountCode = 'number_invalid' | 'number_not_whole' | 'number_ambiguous';
export type CountOutcome =
  | { ok: true; value: number }
  | { ok: false; fault: Omit<RowFault<CountCode>, 'field'> };

const PLAIN = /^\d+$/;
/** Groups of three, divided by one and the same mark. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;
const GROUPED_TWICE = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/;
const GROUPED_WITH_DECIMALS = /^\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+$/;
/** One mark that no group of three follows. */
const DECIMAL = /^(?:\d+([.,])(?:\d{1,2}|\d{4,})|0([.,])\d+|\d{4,}([.,])\d+)$/;

/** Spaces of every width and apostrophes divide thousands wherever they do, and nothing else. */
function withoutSpaces(cell: string): string {
  return /^\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/u.test(cell)
    ? cell.replaceAll(/[\s'’]/gu, '')
    : cell;
}

function notationWhere(mark: string | undefined, divides: 'thousands' | 'decimals'): Notation {
  return (mark === ',') === (divides === 'thousands') ? 'comma_thousands' : 'dot_thousands';
}

/** What one cell proves by itself. */
function provenBy(cell: string): Notation | null {
  const text = withoutSpaces(cell.replace(/\s?%$/u, ''));
  const grouped = GROUPED_TWICE.exec(text) ?? GROUPED_WITH_DECIMALS.exec(text);
  if (grouped !== null && !text.startsWith('0')) return notationWhere(grouped[1], 'thousands');
  const decimal = DECIMAL.exec(text);
  if (decimal === null) return null;
  return notationWhere(decimal[1] ?? decimal[2] ?? decimal[3], 'decimals');
}

/**
 * Decides how a file writes its numbers.
 * @param all every cell that may be a number, whatever it counts.
 * @param counts those of them that are counts: where nothing else proves anything, `1,234` is a
 *   thousand, as nobody sends 1.234 InMails; but not in a file that has `1.234` as well.
 */
export function notationOf(all: Iterable<string>, counts: Iterable<string>): Notation {
  const proven = new Set<Notation>();
  for (const cell of all) {
    const proof = provenBy(cell.trim());
    if (proof !== null) proven.add(proof);
  }
  if (proven.size === 0) {
    for (const cell of counts) {
      const mark = GROUPED.exec(withoutSpaces(cell.trim()))?.[1];
      if (mark !== undefined) proven.add(notationWhere(mark, 'thousands'));
    }
  }
  const [only = 'comma_thousands'] = proven;
  return proven.size > 1 ? 'mixed' : only;
}

function refused(code: CountCode, reason: string): CountOutcome {
  return { ok: false, fault: { code, reason } };
}

/** Reads a whole number of 0 or more. */
export function readCount(cell: string, notation: Notation): CountOutcome {
  const text = withoutSpaces(cell.trim());
  if (PLAIN.test(text)) return safely(cell, text);
  const isNumber = GROUPED.test(text) || GROUPED_WITH_DECIMALS.test(text) || DECIMAL.test(text);
  if (!isNumber) return refused('number_invalid', `"${cell}" is not a number.`);
  const known = notation === 'mixed' ? provenBy(text) : notation;
  const [thousands, decimals] = known === 'comma_thousands' ? [',', '.'] : ['.', ','];
  if (known === null || GROUPED.exec(text)?.[1] === decimals) {
    const why = "the file's other numbers do not say which";
    return refused('number_ambiguous', `"${cell}" may be a thousand or a decimal: ${why}.`);
  }
  const [whole = '', fraction = '', ...more] = text.split(decimals);
  const isWhole = /^0*$/.test(fraction) && more.length === 0;
  if (!isWhole) return refused('number_not_whole', `"${cell}" is not a whole number here.`);
  return safely(cell, whole.replaceAll(thousands, ''));
}

function safely(cell: string, digits: string): CountOutcome {
  const value = Number(digits);
  return Number.isSafeInteger(value) && PLAIN.test(digits)
    ? { ok: true, value }
    : refused('number_invalid', `"${cell}" is not a number that can be kept.`);
}
