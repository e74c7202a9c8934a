import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { importUsage, type UsageImport } from '#server/imports/import-usage.ts';
import { readUsageReport } from '#server/imports/usage-rows.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { compareUsage } from '#shared/policy/usage-difference.ts';
import { usageSchema } from '#shared/wire/usage.ts';
import { sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { changesIn } from '#test/server/standings.ts';
import { run } from '#test/server/processes.ts';

const HEADER =
  'Seat holder name,Seat id,Profiles viewed,InMails sent,InMails accepted,InMails declined,Start date,End date';
/** A report of the week in which the tests' clock starts, on Monday the 5th. */
const report = (...rows: string[]): string => [HEADER, ...rows].join('\n');
const week = (who: string, figures: string): string =>
  `${who},"1,204",${figures},2026-01-04 00:00:00,2026-01-10 23:59:59`;

function take(
  server: TestServer,
  { contract }: SetUp,
  text: string,
  isDryRun = false,
): Promise<UsageImport> {
  const read = readUsageReport(new TextEncoder().encode(text));
  return importUsage(server.running.ledger, contract, read, {
    isDryRun,
    onProgress: () => undefined,
  });
}

const usageOf = (server: TestServer, token: string, seat = 'seat-1') =>
  server.call(usageSchema, 'GET', `/v1/seats/${seat}/usage`, { token });

const countsOf = ({ added, replaced, unchanged, refused }: UsageImport) => [
  added,
  replaced,
  unchanged,
  refused.map(({ line, code, field }) => [line, code, field]),
];

describe('a usage report', () => {
  test('is kept once for each seat and period', async () => {
    const server = await TestServer.start(START + 20 * DAY_MS);
    const of = await setUp(server, { seats: 2 });
    const text = report(week('Holder 1,', '100,10,3'), week('Holder 2,', '50,5,1'));
    expect(countsOf(await take(server, of, text, true))).toEqual([2, 0, 0, []]);
    expect((await usageOf(server, of.lead)).periods).toEqual([]);
    expect(countsOf(await take(server, of, text))).toEqual([2, 0, 0, []]);
    const kept = await usageOf(server, of.lead);
    server.sleepTo(server.clock.now + DAY_MS);
    expect(countsOf(await take(server, of, text))).toEqual([0, 0, 2, []]);
    expect(await usageOf(server, of.lead)).toEqual(kept);
    const later = report(week('Holder 1,', '101,11,3'), week('Holder 2,', '50,5,1'));
    expect(countsOf(await take(server, of, later))).toEqual([0, 1, 1, []]);
    const { periods } = await usageOf(server, of.lead);
    expect(periods).toMatchObject([{ report: { sent: 101 }, importedAt: server.clock.now }]);
  });

  test("finds a seat by its id, then by a holder's name that is one seat's alone", async () => {
    const server = await TestServer.start(START + 20 * DAY_MS);
    const of = await setUp(server, { seats: 2 });
    const { ledger } = server.running;
    for (const id of ['a', 'b']) await addSeat(ledger, of.contract, { id, holder: 'Zoë  Twin' });
    const text = report(
      week('Somebody,seat-2', '1,0,0'),
      week('Holder 1,80412', '2,0,0'),
      week('Zoë Twin,', '3,0,0'),
      week('Zoë Twin,b', '4,0,0'),
      week('Nobody,80413', '5,0,0'),
      week('Holder 2,', '1,0,0'),
      week('Holder 2,', '9,0,0'),
      `Holder 1,,1,1,0,0,2026-02-01,2026-02-07`,
    );
    const imported = await take(server, of, text);
    expect(countsOf(imported)).toEqual([
      3,
      0,
      1,
      [
        [4, 'seat_ambiguous', 'holder'],
        [6, 'seat_unknown', 'holder'],
        [8, 'period_conflict', ''],
        [9, 'from_the_future', 'start'],
      ],
    ]);
    expect(imported.compared.map(({ seat, report }) => [seat, report.sent])).toEqual([
      ['seat-2', 1],
      ['seat-1', 2],
      ['b', 4],
    ]);
  });

  test('is shown beside the figures of the same UTC period', async () => {
    const server = await TestServer.start(START + 20 * DAY_MS);
    const of = await setUp(server, { seats: 2 });
    const [starts, ends] = [Date.UTC(2026, 0, 4), Date.UTC(2026, 0, 11)];
    const inWeek = sends('in', starts, { count: 10, accepted: 2, declined: 1 });
    const last = sends('last', ends - 1, { count: 2 });
    const outside = [...sends('out', ends, { count: 5 }), ...sends('before', starts - 1)];
    const others = sends('other', starts, { seat: 'seat-2', count: 4 });
    const mails = sends('mail', starts).map((event) => ({ ...event, channel: 'email' }));
    const events = [...inWeek, ...last, ...outside, ...others, ...mails];
    expect((await server.events(of.feed, events)).conflicts).toEqual([]);
    await take(server, of, report(week('Holder 1,', '14,3,1')));
    const importedAt = server.clock.now;
    // An answer that came after the report says nothing about it.
    server.sleepTo(importedAt + HOUR_MS);
    const late = { id: 'late', type: 'inmail.responded', inmail: 'in-9', outcome: 'accepted' };
    await server.events(of.feed, [{ ...late, at: new Date(server.clock.now).toISOString() }]);
    const { seat, periods } = await usageOf(server, of.recruiters[0] ?? '');
    expect([seat, periods]).toEqual([
      'seat-1',
      [
        {
          startsAt: starts,
          endsAt: ends,
          importedAt,
          report: { sent: 14, accepted: 3, declined: 1, responseRateBps: 2857 },
          ledger: { sent: 12, accepted: 2, declined: 1, responseRateBps: 2500 },
          difference: { sent: 2, accepted: 1, declined: 0, responseRateBps: 357 },
          causes: [
            { count: 'sent', cause: 'ledger_incomplete' },
            { count: 'accepted', cause: 'ledger_incomplete' },
          ],
        },
      ],
    ]);
  });

  test('judges nobody', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 60, accepted: 20 }));
    await server.moveTo(START + 7 * DAY_MS);
    const { database } = server.running.ledger;
    const held = async () => [
      await server.reading(of.lead),
      await exportLedger(database, of.contract),
      await changesIn(server, of.contract),
    ];
    const before = await held();
    // Far below the line on far more than the minimum, if it counted.
    await take(server, of, report(week('Holder 1,', '"5,000",1,0')));
    expect(await held()).toEqual(before);
    await server.moveTo(START + 9 * DAY_MS);
    const reading = await server.reading(of.lead);
    expect(reading).toMatchObject({ standing: 'good', everWarned: false, tally: { total: 60 } });
    expect(await changesIn(server, of.contract)).toEqual([]);
  });

  test('is for the lead and the own recruiter', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 2 });
    const other = await setUp(server, { name: 'Other' });
    const path = '/v1/seats/seat-2/usage';
    for (const token of [of.recruiters[0] ?? '', of.feed]) {
      const { status, code } = await server.problem('GET', path, { token });
      expect([status, code]).toEqual([403, 'not_allowed']);
    }
    expect(await usageOf(server, of.recruiters[1] ?? '', 'seat-2')).toMatchObject({ periods: [] });
    expect((await server.problem('GET', path)).code).toBe('token_missing');
    const unknown = await server.problem('GET', path, { token: other.lead });
    expect([unknown.status, unknown.code]).toEqual([404, 'seat_unknown']);
  });
});

describe('the likely cause of a difference', () => {
  const endsAt = START;
  const cases: [
    why: string,
    report: number[],
    ledger: number[],
    daysLater: number,
    causes: string[],
  ][] = [
    ['none', [100, 10, 3], [100, 10, 3], 30, []],
    ['sends not seen', [101, 10, 3], [100, 10, 3], 30, ['sent ledger_incomplete']],
    ['sends not seen, lag or not', [101, 10, 3], [100, 10, 3], 1, ['sent ledger_incomplete']],
    ['lag', [90, 9, 3], [100, 10, 3], 1, ['sent lag_48h', 'accepted lag_48h']],
    ['sends left out', [90, 10, 3], [100, 10, 3], 2, ['sent report_excludes_or_other_seat']],
    ['answers late', [100, 9, 3], [100, 10, 3], 1.9, ['accepted lag_48h']],
    [
      'answers too late',
      [100, 9, 2],
      [100, 10, 3],
      30,
      ['accepted attribution_30_days', 'declined attribution_30_days'],
    ],
    ['answers not seen', [100, 12, 3], [100, 10, 3], 30, ['accepted ledger_lacks_answers']],
    ['answers of other sends', [3, 4, 0], [3, 1, 0], 30, ['accepted answers_by_reply_date']],
    [
      'another outcome',
      [100, 11, 2],
      [100, 10, 3],
      30,
      ['accepted outcome_read_differently', 'declined outcome_read_differently'],
    ],
    [
      'sends and answers apart',
      [101, 9, 3],
      [100, 10, 3],
      30,
      ['sent ledger_incomplete', 'accepted attribution_30_days'],
    ],
    ['nothing sent', [0, 0, 0], [0, 0, 0], 30, []],
  ];
  const counted = ([sent = 0, accepted = 0, declined = 0]: number[]) => ({
    sent,
    accepted,
    declined,
  });

  test.each(cases)('%s', (_why, report, ledger, daysLater, causes) => {
    const at = { endsAt, importedAt: endsAt + daysLater * DAY_MS };
    const compared = compareUsage(counted(report), counted(ledger), at);
    expect(compared.causes.map(({ count, cause }) => `${count} ${cause}`)).toEqual(causes);
  });

  test('every count that differs has one, and no other', () => {
    const any = fc.record({ sent: fc.nat(50), accepted: fc.nat(9), declined: fc.nat(9) });
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 90 }), (report, ledger, days) => {
        const at = { endsAt, importedAt: endsAt + days * DAY_MS };
        const { difference, causes } = compareUsage(report, ledger, at);
        const differing = (['sent', 'accepted', 'declined'] as const).filter(
          (count) => report[count] !== ledger[count],
        );
        expect(causes.map(({ count }) => count)).toEqual(differing);
        expect(difference.sent).toBe(report.sent - ledger.sent);
        const isRated = report.sent > 0 && ledger.sent > 0;
        expect(difference.responseRateBps === null).toBe(!isRated);
      }),
    );
  });
});

describe('good-standing import usage', () => {
  test('shows the columns, the refused rows and the differences', async () => {
    const server = await TestServer.start(START + 20 * DAY_MS);
    const of = await setUp(server);
    const path = join(server.folder, 'report.csv');
    const cli = (...args: string[]) =>
      run('server/cli.ts', ['import', 'usage', path, `--contract=${of.contract}`, ...args], {
        env: { DATABASE_URL: server.databaseUrl },
      });
    const text = report(week('Holder 1,', '40,8,2'), week('Nobody,', '1,0,0'));
    writeFileSync(path, text.replace(`${HEADER}\n`, ''));
    expect((await cli()).status).toBe(2);
    writeFileSync(path, text);
    const dry = await cli('--dry-run');
    expect(dry.status).toBe(1);
    expect(dry.stdout).toMatch(/^Dry run, nothing is written\. 2 rows read/);
    const { status, stdout, stderr } = await cli();
    expect(status).toBe(1);
    expect(stderr).toBe(
      'line 3: seat_unknown (holder): The contract has no seat "Nobody", nor one of that holder.\n',
    );
    for (const said of [
      '  1 added, 0 replaced, 0 known already, 1 refused\n',
      '  sent: "InMails sent"\n',
      '  Columns left aside: Profiles viewed\n',
      '  0 agree with the ledger, 1 differ\n',
      '  seat "seat-1", 2026-01-04T00:00Z to 2026-01-11T00:00Z\n',
      '    report  40 sent, 8 accepted, 2 declined (25.0 %)\n',
      '    ledger  0 sent, 0 accepted, 0 declined\n',
      '    ledger_incomplete: The ledger has not seen all InMails that were sent.\n',
    ]) {
      expect(stdout).toContain(said);
    }
    const json: unknown = JSON.parse((await cli('--json')).stdout);
    expect(json).toMatchObject({
      read: 2,
      unchanged: 1,
      refused: 1,
      unmappedColumns: ['Profiles viewed'],
      compared: [{ seat: 'seat-1', startsAt: '2026-01-04T00:00:00.000Z' }],
    });
  });

  test('asks how dates are written where the file does not show it', async () => {
    const server = await TestServer.start(START + 90 * DAY_MS);
    const of = await setUp(server);
    const path = join(server.folder, 'report.csv');
    writeFileSync(path, `${HEADER}\nHolder 1,,1,2,1,0,01/02/2026,01/03/2026\n`);
    const cli = (...args: string[]) =>
      run('server/cli.ts', ['import', 'usage', path, `--contract=${of.contract}`, ...args], {
        env: { DATABASE_URL: server.databaseUrl },
      });
    expect((await cli()).stderr).toContain('line 2: date_ambiguous (start): "01/02/2026"');
    expect((await cli('--dates', 'month_first')).status).toBe(0);
    const { periods } = await usageOf(server, of.lead);
    expect(periods.map(({ endsAt }) => endsAt)).toEqual([Date.UTC(2026, 0, 4)]);
  });
});
