import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, temporaryFolder, TestServer } from '#test/server/harness.ts';
import { run, type Ran } from '#test/server/processes.ts';

const CHECK = START + 15 * HOUR_MS;

function fileOf(lines: readonly (object | string)[]): string {
  const path = join(temporaryFolder(), 'ledger.ndjson');
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, texts.map((text) => `${text}\n`).join(''));
  return path;
}

const replay = (...args: string[]): Promise<Ran> => run('server/cli.ts', ['replay', ...args]);

/** A hundred sends with twelve answers, and something on the days after. */
const history: readonly object[] = [
  ...sends('a', START, { count: 100, accepted: 8, declined: 4 }),
  {
    id: 'ack',
    type: 'notice.acknowledged',
    at: iso(CHECK + HOUR_MS),
    seat: 'seat-1',
    notice: 'warning',
  },
  { id: 'end', type: 'mode.changed', at: iso(CHECK + 16 * DAY_MS), seat: 'seat-1', mode: 'inform' },
];

const warned = JSON.stringify({
  at: iso(CHECK),
  seat: 'seat-1',
  cause: 'check',
  from: 'good',
  to: 'warning_due',
  notice: 'warning',
  tally: { accepted: 8, declined: 4, pending: 88, total: 100 },
  periodEndsAt: null,
});

describe('replay, as a process', () => {
  test('prints every change, in order or not, from a file or from standard input', async () => {
    const inOrder = fileOf(history);
    const first = await replay(inOrder);
    expect([first.status, first.stderr]).toEqual([0, '']);
    const lines = first.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(warned);
    expect(await replay(fileOf(history.toReversed()))).toEqual(first);
    const input = history.map((event) => `${JSON.stringify(event)}\n`).join('\n');
    expect(await run('server/cli.ts', ['replay', '-'], { input })).toEqual(first);
  });

  test('ends at the first malformed line, with its number and no output', async () => {
    const missing = { id: 'x', type: 'inmail.sent', at: iso(START), seat: '', inmail: 'm' };
    for (const bad of [
      '{"id":',
      '[]',
      '7',
      { ...missing },
      { id: 'x', type: 'y', at: iso(START) },
    ]) {
      const { status, stdout, stderr } = await replay(fileOf([...history, '', bad]));
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(new RegExp(`\\b${history.length + 2}\\b`));
    }
  });

  test('tells of the conflicts before a malformed line, in order or not', async () => {
    const [send = {}] = history;
    const other = { ...send, mode: 'one_to_one' };
    for (const lines of [history, history.toReversed()]) {
      const { status, stdout, stderr } = await replay(fileOf([...lines, other, '{']));
      expect([status, stdout]).toEqual([2, '']);
      const numbers = [history.length + 1, history.length + 2];
      expect(stderr.match(/line \d+/g)).toEqual(numbers.map((number) => `line ${number}`));
    }
  });

  test('reports conflicts with their lines, and goes on', async () => {
    const [send = {}] = history;
    const other = { ...send, mode: 'one_to_one' };
    const again = { ...send, id: 'again' };
    const { status, stdout, stderr } = await replay(fileOf([send, ...history, other, again]));
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe(warned);
    const lines = [history.length + 2, history.length + 3];
    expect(stderr.match(/^line \d+/gm)).toEqual(lines.map((line) => `line ${line}`));
  });

  test('folds up to an instant, and prints the standings there', async () => {
    const file = fileOf(history);
    expect((await replay(file, '--until', iso(CHECK - 1))).stdout).toBe('');
    expect((await replay(file, '--until', iso(CHECK))).stdout).toBe(`${warned}\n`);
    const { stdout } = await replay(file, '--standings', '--until', iso(CHECK));
    expect(JSON.parse(stdout)).toEqual({
      seat: 'seat-1',
      standing: 'warning_due',
      everWarned: true,
      periodEndsAt: null,
      nextCheckAt: null,
      notice: 'warning',
      tally: { accepted: 8, declined: 4, pending: 88, total: 100 },
      responseRateBps: 1200,
    });
  });

  test('a file that is not there, and options that do not fit, are faults', async () => {
    const loose = fileOf([{ windowDays: 0 }]);
    for (const args of [
      [],
      ['/nowhere/at.all'],
      ['--until', 'noon', '-'],
      ['--profile', 'x', '-'],
      ['--terms', loose, '-'],
      ['--acknowledge-after', '-1', '-'],
      ['--standing', '-'],
    ]) {
      const { status, stdout, stderr } = await replay(...args);
      expect([status, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).not.toBe('');
    }
  });

  test('reads a file in order as a stream: of the past it keeps ids alone', async () => {
    const EVENTS = 100_000;
    const EVERY_MS = DAY_MS / 200;
    const file = fileOf(
      Array.from({ length: EVENTS }, (_, index) => ({
        id: `e${index}`,
        type: 'inmail.sent',
        at: iso(START + index * EVERY_MS),
        seat: `seat-${index % 40}`,
        inmail: `m${index}`,
        mode: 'one_to_one',
      })),
    );
    // A heap that holds some weeks of them, and by far not all.
    const env = { NODE_OPTIONS: '--max-old-space-size=24' };
    const { status, stdout } = await run('server/cli.ts', ['replay', '--standings', file], { env });
    expect(status).toBe(0);
    const standings = stdout.trimEnd().split('\n');
    expect(standings).toHaveLength(40);
    // Five a day for each seat, of fourteen days.
    for (const standing of standings)
      expect(JSON.parse(standing)).toMatchObject({ tally: { total: 70 } });
  });

  test('tells of the export of a contract what the server says', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    await server.events(of.feed, sends('a', START, { count: 100, accepted: 12 }));
    await server.moveTo(CHECK + 1);
    const exported = await exportLedger(server.running.ledger.database, of.contract);
    const until = ['--until', iso(server.clock.now)];
    const { stdout } = await replay(fileOf(exported), '--standings', ...until);
    const reading = await server.reading(of.lead);
    expect(JSON.parse(stdout)).toMatchObject({
      standing: reading.standing,
      notice: 'warning',
      tally: reading.tally,
      responseRateBps: 1200,
    });
  });
});
