import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notationOf, readCount } from '#server/imports/counts.ts';
import { dayIn, dayOrderOf, readDateCell } from '#server/imports/report-dates.ts';
import { DAY_MS, formatInstant } from '#shared/policy/instant.ts';

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR', 'de-CH', 'de-AT'];

describe('numbers', () => {
  test('whatever a locale writes is read back, over a whole file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.array(fc.nat({ max: 99_999_999 }), { minLength: 1, maxLength: 20 }),
        (locale, values) => {
          const cells = values.map((value) => value.toLocaleString(locale));
          const notation = notationOf(cells, cells);
          expect(cells.map((cell) => readCount(cell, notation))).toEqual(
            values.map((value) => ({ ok: true, value })),
          );
        },
      ),
    );
  });

  test('a rate beside the counts says what its mark means', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en-US', 'de-DE'),
        fc.integer({ min: 1000, max: 999_999 }),
        fc.integer({ min: 1, max: 98 }),
        (locale, value, tenths) => {
          const rate = (tenths + 0.5).toLocaleString(locale, { minimumFractionDigits: 1 });
          const count = value.toLocaleString(locale, { useGrouping: 'always' });
          const notation = notationOf([`${rate} %`, count], [count]);
          expect(readCount(count, notation)).toEqual({ ok: true, value });
          // The other mark would make it a decimal, which is no count.
          const wrong = locale === 'en-US' ? '1.234' : '1,234';
          expect(readCount(wrong, notation)).toMatchObject({ ok: false });
        },
      ),
    );
  });

  test.each([
    ['1,234', ['1,234'], 1234],
    ['1.234', ['1.234'], 1234],
    ['1.234.567', ['1.234.567'], 1_234_567],
    ['1 234', ['1 234'], 1234],
    ['1\u202F234', ['1\u202F234'], 1234],
    ['1\u00A0234', [], 1234],
    ['1’234', [], 1234],
    ['1,234.0', ['1,234.0'], 1234],
    ['1.234,00', ['1.234,00'], 1234],
    ['12.0', ['12.0'], 12],
    ['0', [], 0],
    // Both ways in one file: only what proves itself is read.
    ['1,234', ['1,234', '1.234'], 'number_ambiguous'],
    ['1,234,567', ['1,234,567', '1.234.567'], 1_234_567],
    ['1.234', ['1.234', '12.5 %'], 'number_ambiguous'],
    ['1.000', ['1.000', '1,234,567'], 'number_ambiguous'],
    ['12.5', ['12.5'], 'number_not_whole'],
    ['-3', [], 'number_invalid'],
    ['1,23,456', [], 'number_invalid'],
    ['12 3', [], 'number_invalid'],
    ['many', [], 'number_invalid'],
    ['9'.repeat(20), [], 'number_invalid'],
  ])('%j among %j is %s', (cell, file, expected) => {
    const read = readCount(cell, notationOf(file, file));
    if (typeof expected === 'number') expect(read).toEqual({ ok: true, value: expected });
    else expect(read).toMatchObject({ ok: false, fault: { code: expected } });
  });
});

const anyDay = fc
  .integer({ min: 0, max: 36_000 })
  .map((days) => Date.UTC(2000, 0, 1) + days * DAY_MS);
const styles: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { year: 'numeric', month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  },
  { year: 'numeric', month: '2-digit', day: '2-digit' },
  { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' },
];

describe('dates', () => {
  test('whatever a locale writes is read back, where one date of the file shows the order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.constantFrom(...styles),
        anyDay,
        (locale, style, day) => {
          const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
          const [cell, telling] = [day, Date.UTC(2024, 4, 23)].map((at) =>
            readDateCell(format.format(at)),
          );
          if (!cell || !telling) throw new Error(format.format(day));
          const order = dayOrderOf([
            { start: telling, end: telling },
            { start: cell, end: cell },
          ]);
          expect(dayIn(cell, order)).toBe(day);
          expect(cell.timeMs ?? 0).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026/11/23', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23T10:15:00.000Z', '2026-11-23T10:15:00.000Z'],
    ['2026-11-23 10:15:30', '2026-11-23T10:15:30.000Z'],
    ['2026-11-23 10:15:30 UTC', '2026-11-23T10:15:30.000Z'],
    ['2026-11-23T10:15:30+00:00', '2026-11-23T10:15:30.000Z'],
    ['11/23/2026 10:15 PM', '2026-11-23T22:15:00.000Z'],
    ['11/23/26 12:00 am', '2026-11-23T00:00:00.000Z'],
    ['23.11.2026, 10:15 Uhr', '2026-11-23T10:15:00.000Z'],
    ['05.11.2026', '2026-11-05T00:00:00.000Z'],
    ['05/05/2026', '2026-05-05T00:00:00.000Z'],
    ['23-Nov-26', '2026-11-23T00:00:00.000Z'],
    ['Mon, Nov 23, 2026', '2026-11-23T00:00:00.000Z'],
    ['23. März 2026', '2026-03-23T00:00:00.000Z'],
    ['lunes, 23 de noviembre de 2026', '2026-11-23T00:00:00.000Z'],
    ['mardi 1er décembre 2026 à 08:00', '2026-12-01T08:00:00.000Z'],
    ['23 févr. 2026', '2026-02-23T00:00:00.000Z'],
  ])('%j is %s', (text, expected) => {
    const cell = readDateCell(text);
    const day = cell === null ? null : dayIn(cell, 'unknown');
    expect(day === null ? null : formatInstant(day + (cell?.timeMs ?? 0))).toBe(expected);
  });

  test.each([
    '',
    '2026-02-30',
    '31.02.2026',
    '2026-11-23T10:15:00+02:00',
    '23',
    '13/13/2026',
    '25:00',
    '2026-11-23 25:00',
    '13:00 PM 1/1/2026',
    'Brumaire 2, 2026',
    'Nov 2026',
    '1/1/1899',
  ])('%j is no date', (text) => {
    expect(readDateCell(text)).toBeNull();
  });
});
