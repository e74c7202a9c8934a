import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LedgerFile } from '#server/commands/ledger-file.ts';
import { importLedger, type LedgerImport } from '#server/imports/import-ledger.ts';
import type { RefusedRow } from '#server/imports/refused-row.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { changesIn } from '#test/server/standings.ts';
import { run } from '#test/server/processes.ts';
import { standingsOf } from '#test/server/standings.ts';

type Took = { summary: LedgerImport; refused: RefusedRow[] };

function fileOf(server: TestServer, lines: readonly (string | object)[]): string {
  const path = join(server.folder, 'history.ndjson');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${text.join('\n')}\n`);
  return path;
}

async function take(
  server: TestServer,
  { contract }: SetUp,
  lines: readonly (string | object)[],
  {
    isDryRun = false,
    completeUpTo = null,
  }: { isDryRun?: boolean; completeUpTo?: Instant | null } = {},
): Promise<Took> {
  const file = LedgerFile.open(fileOf(server, lines));
  const refused: RefusedRow[] = [];
  const outcome = await importLedger(
    server.running.ledger,
    contract,
    { lines: file.lines(), textAt: (position) => file.textAt(position) },
    { isDryRun, completeUpTo, onRefused: (row) => refused.push(row), onProgress: () => undefined },
  );
  file.close();
  if (!outcome.ok) throw new Error(outcome.code);
  return { summary: outcome.summary, refused };
}

const ledgerOf = (server: TestServer, { contract }: SetUp) =>
  exportLedger(server.running.ledger.database, contract);
const changesOf = (server: TestServer, { contract }: SetUp) => changesIn(server, contract);

describe('a ledger', () => {
  test('is taken in, each refused line with its number and reason', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const [send = {}, answer = {}] = sends('a', START, { accepted: 1 });
    const lines = [
      { ...send, recordedAt: iso(START - DAY_MS) },
      '',
      answer,
      'no JSON',
      '[1]',
      { ...send, id: 'other' },
      { ...send, mode: 'bulk' },
      { ...send, id: 'x', inmail: 'x', seat: 'seat-9' },
      { ...send, id: 'y', inmail: 'y', at: iso(START + DAY_MS) },
      { ...send, id: 'z', inmail: 'z', at: 'yesterday' },
      { id: 't', type: 'seat.transferred', at: iso(START), seat: 'seat-1', to: 'Ada' },
      { id: 'm', type: 'mode.changed', at: iso(START), seat: 'seat-1', mode: 'observe' },
      { id: 'k', type: 'notice.acknowledged', at: iso(START), seat: 'seat-1', notice: 'warning' },
      answer,
    ];
    const { summary, refused } = await take(server, of, lines);
    const expected = { read: 13, accepted: 2, duplicates: 1, refused: 10, recordedAtIgnored: 1 };
    expect(summary).toEqual(expected);
    expect(refused.map(({ line, code, field }) => [line, code, field])).toEqual([
      [4, 'malformed', ''],
      [5, 'malformed', ''],
      [6, 'inmail_conflict', 'inmail'],
      [7, 'id_conflict', 'id'],
      [8, 'seat_unknown', 'seat'],
      [9, 'from_the_future', 'at'],
      [10, 'malformed', 'at'],
      [11, 'not_allowed', 'type'],
      [12, 'not_allowed', 'type'],
      [13, 'not_allowed', 'type'],
    ]);
    expect(refused.every(({ reason }) => reason !== '')).toBe(true);
    const sent = (await ledgerOf(server, of)).find(({ id }) => id === send['id']);
    expect(sent?.['recordedAt']).toBe(iso(START + 2));
  });

  test('the same file again changes nothing, in more than one batch too', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const lines = sends('a', START - DAY_MS, { count: 1800, accepted: 500, declined: 100 });
    expect((await take(server, of, lines)).summary).toMatchObject({ accepted: 2400, refused: 0 });
    const ledger = await ledgerOf(server, of);
    server.sleepTo(START + HOUR_MS);
    expect((await take(server, of, lines)).summary).toMatchObject({
      accepted: 0,
      duplicates: 2400,
    });
    expect(await ledgerOf(server, of)).toEqual(ledger);
  });

  test('what was exported comes back as it was, what only the server writes aside', async () => {
    const server = await TestServer.start();
    const from = await setUp(server);
    await server.events(from.feed, sends('a', START, { count: 20, accepted: 3, declined: 2 }));
    const exported = await ledgerOf(server, from);
    const to = await setUp(server, { source: 'import' });
    const { summary, refused } = await take(server, to, exported);
    expect(summary).toMatchObject({ accepted: 25, refused: exported.length - 25 });
    expect(refused.every(({ code }) => code === 'not_allowed')).toBe(true);
    const inmails = (events: Awaited<ReturnType<typeof ledgerOf>>) =>
      events
        .filter(({ type }) => String(type).startsWith('inmail.'))
        .map(({ recordedAt: _ours, ...event }) => event);
    expect(inmails(await ledgerOf(server, to))).toEqual(inmails(exported));
  });

  test('says up to when it is complete, so that later sends of the overlay stay provisional', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const [token = ''] = of.recruiters;
    await server.events(token, sends('seen', START, { count: 3 }));
    const lines = sends('a', START - DAY_MS, { count: 5 });
    const completeUpTo = START - HOUR_MS;
    await take(server, of, lines, { completeUpTo, isDryRun: true });
    expect(await server.reading(token)).toMatchObject({ evidence: { completeUpTo: null } });
    await take(server, of, lines, { completeUpTo });
    expect(await server.reading(token)).toMatchObject({
      tally: { total: 8 },
      evidence: { completeUpTo, provisional: 3 },
    });
    await take(server, of, lines, { completeUpTo: START + 9 * DAY_MS });
    expect(await server.reading(token)).toMatchObject({ evidence: { completeUpTo: START } });
  });

  test.each(['overlay', 'feed'] as const)(
    'is refused whole where the source is %s',
    async (source) => {
      const server = await TestServer.start();
      const of = await setUp(server, { source });
      await expect(take(server, of, sends('a', START))).rejects.toThrow('not_the_source');
    },
  );

  test('a dry run says what the run itself will, and writes nothing', async () => {
    const server = await TestServer.start();
    // Names from small pools, so that lines meet each other in and across batches in every way.
    const line = fc.record({
      id: fc.nat({ max: 8 }),
      inmail: fc.nat({ max: 8 }),
      seat: fc.constantFrom('seat-1', 'seat-2', 'seat-2', 'seat-9'),
      at: fc.constantFrom(START, START - DAY_MS, START + DAY_MS),
      isSend: fc.boolean(),
    });
    const lines = fc.array(line, { minLength: 2, maxLength: 8 });
    const filling = sends('f', START, { count: 990 }).slice(0, 990);
    await fc.assert(
      fc.asyncProperty(lines, lines, fc.nat({ max: 12 }), async (first, later, left) => {
        const of = await setUp(server, { source: 'import', seats: 2 });
        const written = ({ id, inmail, seat, at, isSend }: (typeof first)[number]) => {
          const base = { id: `${id}`, at: iso(at), inmail: `${inmail}` };
          return isSend
            ? { ...base, type: 'inmail.sent', seat, mode: 'bulk' }
            : { ...base, type: 'inmail.responded', outcome: 'accepted' };
        };
        // A batch ends somewhere among the later ones, or among the first.
        const given = [...first.map(written), ...filling.slice(left), ...later.map(written)];
        const before = await ledgerOf(server, of);
        const dry = await take(server, of, given, { isDryRun: true });
        expect(await ledgerOf(server, of)).toEqual(before);
        const real = await take(server, of, given);
        expect(dry).toEqual(real);
      }),
      { numRuns: 12, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
    );
  });

  test('an id of its own batch goes before an InMail of an earlier one, in a dry run too', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const rest = { at: iso(START), type: 'inmail.sent', seat: 'seat-1', mode: 'bulk' };
    const send = (id: string, inmail: string) => ({ id, inmail, ...rest });
    const filling = sends('f', START, { count: 999 }).slice(0, 999);
    const given = [send('a', 'x'), ...filling, send('b', 'y'), send('b', 'x')];
    const dry = await take(server, of, given, { isDryRun: true });
    expect(dry.refused).toMatchObject([{ line: 1002, code: 'id_conflict' }]);
    expect(await take(server, of, given)).toEqual(dry);
  });
});

describe("history at a pilot's start", () => {
  test('is judged from then on, never backwards', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    await server.moveTo(START + 20 * DAY_MS);
    // Forty days of a rate far below the line, before the pilot and during it.
    const lines = Array.from({ length: 40 }, (_, day) =>
      sends(`d${day}`, START + (day - 20) * DAY_MS, { count: 20, accepted: 1 }),
    ).flat();
    await take(server, of, lines);
    const importedAt = server.clock.now;
    expect(await changesOf(server, of)).toEqual([]);
    const reading = await server.reading(of.lead);
    expect(reading).toMatchObject({ standing: 'good', everWarned: false, tally: { total: 260 } });
    await server.moveTo(START + 22 * DAY_MS);
    const changes = await changesOf(server, of);
    const nextCheck = Date.parse('2026-01-26T00:00:00Z');
    expect(nextCheck).toBeGreaterThan(importedAt);
    // The window of the first check after the import, and no other.
    expect(changes).toMatchObject([
      { at: nextCheck, cause: 'check', to: 'warning_due', tally: { total: 260, accepted: 13 } },
    ]);
    const { held, replayed } = await standingsOf(server, of, 'inmail-2014');
    expect(held).toEqual(replayed);
  });
});

describe('good-standing import ledger', () => {
  const cli = (server: TestServer, args: readonly string[], input = '') =>
    run('server/cli.ts', ['import', 'ledger', ...args], {
      env: { DATABASE_URL: server.databaseUrl },
      input,
    });

  test('says in words what came of it, by the exit status too', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const lines = sends('a', START, { count: 3, accepted: 1 });
    const [path, contract] = [fileOf(server, lines), `--contract=${of.contract}`];
    const dry = await cli(server, [path, contract, '--dry-run']);
    expect(dry).toEqual({
      status: 0,
      stdout: `Dry run, nothing is written. 4 lines read for contract "${of.contract}":\n  4 taken, 0 known already, 0 refused\n`,
      stderr: '',
    });
    const first = await cli(server, [path, contract]);
    expect(first.stdout).toContain('  4 taken, 0 known already, 0 refused\n');
    expect(await server.reading(of.lead)).toMatchObject({ tally: { total: 3, accepted: 1 } });
    const again = await cli(server, [path, contract, '--json']);
    const summary = { contract: of.contract, isDryRun: false, read: 4, duplicates: 4 };
    expect(JSON.parse(again.stdout)).toMatchObject({ ...summary, accepted: 0, refusedRows: [] });
    const piped = await cli(
      server,
      ['-', contract],
      `{}\n${JSON.stringify(sends('b', START)[0])}\n`,
    );
    expect([piped.status, piped.stderr]).toEqual([
      1,
      'line 1: malformed (type): "type" is required.\n',
    ]);
    const json = await cli(server, ['-', contract, '--json'], '{}\n');
    expect([json.status, json.stderr]).toEqual([1, '']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      refused: 1,
      refusedRows: [{ line: 1, code: 'malformed', field: 'type', reason: '"type" is required.' }],
    });
  });

  test('a file that is none ends with 2, and nothing of it is taken', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'import' });
    const contract = `--contract=${of.contract}`;
    const missing = await cli(server, [join(server.folder, 'nothing'), contract]);
    expect([missing.status, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toMatch(/^good-standing: file_unreadable: ENOENT/);
    const path = join(server.folder, 'binary');
    const good = JSON.stringify(sends('a', START)[0]);
    writeFileSync(path, Buffer.concat([Buffer.from(`${good}\n`), Buffer.from([0xff, 0xfe, 10])]));
    const binary = await cli(server, [path, contract]);
    expect([binary.status, binary.stderr]).toEqual([
      2,
      'good-standing: not_utf8: Line 2 is not UTF-8.\n',
    ]);
    expect(await server.reading(of.lead)).toMatchObject({ tally: { total: 0 } });
  });

  test('says what to do where another source keeps the ledger', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { source: 'feed' });
    const path = fileOf(server, sends('a', START));
    const { status, stderr } = await cli(server, [path, `--contract=${of.contract}`]);
    expect(status).toBe(1);
    expect(stderr).toContain('not_the_source');
    expect(stderr).toContain('contract create --source import');
    const unknown = await cli(server, [path, '--contract=nothing']);
    expect([unknown.status, unknown.stderr]).toEqual([
      1,
      'good-standing: There is no contract "nothing".\n',
    ]);
  });
});
