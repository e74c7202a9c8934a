import { describe, expect, test } from 'vitest';
import { headerKey } from '#server/imports/columns.ts';
import { UnreadableFile } from '#server/imports/refused-row.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { formatInstant } from '#shared/policy/instant.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const HEADER =
  'Seat holder name,Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date';

function rowsOf(text: string) {
  const { rows, refused } = readUsageReport(bytes(text));
  return {
    rows: rows.map(({ startsAt, endsAt, ...row }) => ({
      ...row,
      period: [startsAt, endsAt].map((at) => formatInstant(at).replace(':00.000Z', 'Z')),
    })),
    refused: refused.map(({ line, code, field }) => [line, code, field]),
  };
}

describe('a usage report', () => {
  test('is read with its quotes, commas and times', () => {
    const text = `\uFEFF${HEADER}\r\n"Lindqvist, ""N"" Nora",s1,"1,234",120,9,11/15/2026 00:00:00,11/21/2026 23:59:59\r\n`;
    expect(rowsOf(text)).toEqual({
      rows: [
        {
          line: 2,
          holder: 'Lindqvist, "N" Nora',
          seat: 's1',
          sent: 1234,
          accepted: 120,
          declined: 9,
          period: ['2026-11-15T00:00Z', '2026-11-22T00:00Z'],
        },
      ],
      refused: [],
    });
  });

  test.each([
    ['en', HEADER],
    [
      'other signs',
      'SEAT_HOLDER_NAME,Seat ID,InMails-sent,inmails accepted,"InMails declined ",Start Date,end date',
    ],
    [
      'de',
      'Name des Lizenzinhabers,Lizenz-ID,Gesendete InMails,Angenommene InMails,Abgelehnte InMails,Startdatum,Enddatum',
    ],
    [
      'es',
      'Nombre del titular de la licencia,ID de licencia,InMails enviados,InMails aceptados,InMails rechazados,Fecha de inicio,Fecha de fin',
    ],
    [
      'fr',
      'Nom du titulaire de la licence,ID de licence,InMails envoyés,InMails acceptés,InMails refusés,Date de début,Date de fin',
    ],
  ])('knows its columns: %s', (_name, header) => {
    const { rows, columns } = readUsageReport(
      bytes(`${header}\nAda,s1,10,2,1,2026-11-01,2026-11-07\n`),
    );
    expect(columns.unmapped).toEqual([]);
    expect(rows).toMatchObject([{ holder: 'Ada', seat: 's1', sent: 10, accepted: 2, declined: 1 }]);
  });

  test.each([
    [';', (text: string) => text],
    ['\t', (text: string) => text],
    [';', (text: string) => `sep=;\r\n${text}`],
    [';', (text: string) => `Usage report;;;;;;\n\n${text}`],
  ])('is read with %j between its cells, in any order of columns', (separator, wrap) => {
    const header = [
      'End date',
      'InMails declined',
      'Extra',
      ...HEADER.split(',').slice(0, 4),
      'Start date',
    ];
    const row = ['07.11.2026', '1', '1,5', 'Ada', 's1', '1.020', '2', '01.11.2026'];
    const text = wrap([header, row].map((cells) => cells.join(separator)).join('\r\n'));
    const { rows, columns } = readUsageReport(bytes(text));
    expect(rows).toMatchObject([{ sent: 1020, accepted: 2, declined: 1 }]);
    expect(rows[0]?.line).toBe(
      text.split('\r\n').length === 3 ? 3 : text.startsWith('Usage') ? 4 : 2,
    );
    expect(columns.unmapped).toEqual(['Extra']);
  });

  test('is read in the encodings that spreadsheets write', () => {
    const text = `\uFEFF${HEADER}\nJürgen,s1,10,2,1,2026-11-01,2026-11-07\n`;
    const utf16 = new Uint8Array(Buffer.from(text, 'utf16le'));
    expect(readUsageReport(utf16).rows).toMatchObject([{ holder: 'Jürgen' }]);
    const latin1 = new Uint8Array(Buffer.from(text.slice(1), 'latin1'));
    expect(() => readUsageReport(latin1)).toThrow('not_utf8');
  });

  test('refuses rows one by one, each with its line', () => {
    const lines = [
      HEADER,
      'Ada,s1,1,234,2,1,2026-11-01,2026-11-07', // an unquoted comma shifts the row
      'Ada,s1,10,,1,2026-11-01,2026-11-07',
      'Ada,s1,ten,2,1,2026-11-01,2026-11-07',
      ',,10,2,1,2026-11-01,2026-11-07',
      'Ada,s1,10,2,1,2026-11-31,2026-11-07',
      'Ada,s1,10,2,1,2026-11-08,2026-11-07',
      '"Ada\nLovelace",s1,10,2,1,2026-11-01,2026-11-07',
      'Ada,s1,10,2,1,2026-11-01,',
      'Ada,s1,12.5,2,1,2026-11-01,2026-11-07',
    ];
    const { rows, refused } = rowsOf(lines.join('\n'));
    expect(rows.map(({ line }) => line)).toEqual([8]);
    expect(refused).toEqual([
      [2, 'too_many_cells', ''],
      [3, 'field_missing', 'accepted'],
      [4, 'number_invalid', 'sent'],
      [5, 'field_missing', 'holder'],
      [6, 'date_invalid', 'start'],
      [7, 'period_backwards', 'end'],
      [10, 'field_missing', 'end'],
      [11, 'number_not_whole', 'sent'],
    ]);
  });

  test('decides the order of day and month over all dates, and guesses none', () => {
    const row = (start: string, end: string): string => `Ada,s1,10,2,1,${start},${end}`;
    const of = (...rows: string[]) => rowsOf([HEADER, ...rows].join('\n'));
    const ambiguous = row('11/01/2026', '11/07/2026');
    expect(of(ambiguous).refused).toEqual([[2, 'date_ambiguous', 'start']]);
    const american = of(ambiguous, row('11/15/2026', '11/21/2026'));
    expect(american.rows.map(({ period }) => period)).toEqual([
      ['2026-11-01T00:00Z', '2026-11-08T00:00Z'],
      ['2026-11-15T00:00Z', '2026-11-22T00:00Z'],
    ]);
    const european = of(ambiguous, row('15/11/2026', '21/11/2026'));
    expect(european.rows[0]?.period).toEqual(['2026-01-11T00:00Z', '2026-07-12T00:00Z']);
    // Only one way does every period end after it starts.
    expect(of(row('01/11/2026', '02/02/2026')).rows[0]?.period[0]).toBe('2026-01-11T00:00Z');
    const mixed = of(ambiguous, row('15/11/2026', '21/11/2026'), row('11/15/2026', '11/21/2026'));
    expect(mixed.refused).toEqual([[2, 'date_ambiguous', 'start']]);
    expect(mixed.rows).toHaveLength(2);
    const said = readUsageReport(bytes([HEADER, ambiguous].join('\n')), 'month_first');
    expect(said.rows).toHaveLength(1);
  });

  test.each([
    ['', 'empty'],
    [
      'Holder,InMails sent\nAda,3\n',
      'columns_missing: It lacks: InMails accepted, InMails declined, Start date, End date. Its columns are: "Holder", "InMails sent".',
    ],
    [`${HEADER}\n"Ada,s1,10\n`, 'csv_malformed: After line 1: a quote opens and is never closed.'],
  ])('%j is none', (text, why) => {
    expect(() => readUsageReport(bytes(text))).toThrow(UnreadableFile);
    expect(() => readUsageReport(bytes(text))).toThrow(why);
  });

  test('headers are compared without case, accents, spaces and signs', () => {
    expect(headerKey(' InMails envoyés ')).toBe(headerKey('inmails_envoyes'));
  });
});
