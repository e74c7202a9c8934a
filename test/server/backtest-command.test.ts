import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createContract } from '#server/contracts/contracts.ts';
import { addSeat } from '#server/contracts/seats.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, temporaryFolder, TestServer } from '#test/server/harness.ts';
import { run, type Ran } from '#test/server/processes.ts';

function fileOf(lines: readonly object[], name = 'ledger.ndjson'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

const backtest = (...args: string[]): Promise<Ran> => run('server/cli.ts', ['backtest', ...args]);

const day = (days: number): number => START + days * DAY_MS;

/** Seat 1 stays below, seat 2 recovers, seat 3 is good, and the history ends on day 40. */
const history: readonly Record<string, string>[] = [
  ...sends('a', START, { seat: 'seat-1', count: 100, accepted: 9 }),
  ...sends('b', START, { seat: 'seat-2', count: 100, accepted: 9 }),
  ...sends('c', START, { seat: 'seat-3', count: 100, accepted: 30 }),
  ...sends('d', day(14), { seat: 'seat-1', count: 100, accepted: 9 }),
  ...sends('e', day(14), { seat: 'seat-2', count: 100, accepted: 40 }),
  { id: 'end', type: 'seat.transferred', at: iso(day(40)), seat: 'seat-3', to: 'holder' },
];

type Line = Record<string, unknown> & { terms: Record<string, unknown> };
const linesOf = ({ stdout }: Ran): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line));

describe('backtest, as a process', () => {
  test('prints a line for each terms tried, with exactly the fields that are promised', async () => {
    const file = fileOf(history);
    const both = 'inmail-2014,inmail-current';
    const ran = await backtest(file, '--json', '--acknowledge-after', '1', '--profile', both);
    expect(ran.status).toBe(0);
    const [first, second, ...more] = linesOf(ran);
    expect(more).toEqual([]);
    const promised = ['terms', 'seats', 'judged', 'warned', 'restricted', 'renewed'];
    expect(Object.keys(first ?? {})).toEqual([...promised, 'restrictedDays', 'bySegment']);
    expect(first).toMatchObject({
      seats: 3,
      judged: 3,
      warned: 2,
      restricted: 1,
      renewed: 0,
      restrictedDays: 14,
    });
    expect([first?.terms['checkEveryDays'], second?.terms['checkEveryDays']]).toEqual([1, 14]);
    // How reading was assumed is said, but not among the figures.
    expect(ran.stderr).toContain('taken as read 1 day after');
  });

  test('agrees with what replay prints, in order or not', async () => {
    const args = ['--acknowledge-after', '0.5'];
    const terms = join(temporaryFolder(), 'terms.json');
    writeFileSync(terms, '{"thresholdBps":4000,"minimumVolume":90}');
    const inOrder = fileOf(history);
    const { stdout } = await run('server/cli.ts', ['replay', inOrder, '--terms', terms, ...args]);
    const changes = stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, string> => JSON.parse(line));
    const seatsOf = (notice: string): number =>
      new Set(changes.filter((change) => change['notice'] === notice).map(({ seat }) => seat)).size;
    const figures = {
      warned: seatsOf('warning'),
      restricted: seatsOf('improvement_started'),
      renewed: seatsOf('improvement_renewed'),
    };
    expect(figures).toMatchObject({ warned: 3, restricted: 1 });
    for (const file of [inOrder, fileOf(history.toReversed())]) {
      const ran = await backtest(file, '--terms', terms, '--json', ...args);
      expect(linesOf(ran)).toMatchObject([{ seats: 3, judged: 3, ...figures }]);
    }
  });

  test('tries both ends of a grid and each step between, by segment in every line', async () => {
    const file = fileOf(history.map((event) => ({ ...event, segment: 'tech' })));
    const grid = ['--grid', 'thresholdBps=1000..1800:100', '--acknowledge-after', '1'];
    const lines = linesOf(await backtest(file, '--json', '--by', 'segment', ...grid));
    expect(lines.map(({ terms }) => terms['thresholdBps'])).toEqual([
      1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800,
    ]);
    for (const line of lines) {
      expect(line['bySegment']).toMatchObject([
        { segment: 'tech', seats: 3, restrictedShare: { bps: 3333, lowBps: 614, highBps: 7924 } },
      ]);
    }
  });

  test('crosses grids, and takes the printed terms back as a file', async () => {
    const file = fileOf(history);
    const grid = ['--grid', 'thresholdBps=1000..1200:100', '--grid', 'minimumVolume=100,200'];
    const lines = linesOf(await backtest(file, '--json', ...grid));
    expect(lines.map(({ terms }) => [terms['thresholdBps'], terms['minimumVolume']])).toEqual([
      [1000, 100],
      [1000, 200],
      [1100, 100],
      [1100, 200],
      [1200, 100],
      [1200, 200],
    ]);
    const [{ terms } = { terms: {} }] = lines;
    const path = join(temporaryFolder(), 'terms.json');
    writeFileSync(path, JSON.stringify(terms));
    expect(linesOf(await backtest(file, '--json', '--terms', path))).toEqual([lines[0]]);
  });

  test('says in words what came of it, and how acknowledgements were assumed', async () => {
    const file = fileOf(history);
    const { stdout } = await backtest(file, '--acknowledge-after', '2', '--by', 'segment');
    expect(stdout).toContain('2 of 3 seats would have been warned (66.6 %)');
    expect(stdout).toContain('taken as read 2 days after it was issued');
    expect(stdout).toContain('no segment');
    const without = (await backtest(file)).stdout;
    expect(without).toContain('0 of 3 would have had bulk InMail paused');
    expect(without).toContain('Add --acknowledge-after');
    const german = (await backtest(file, '--lang', 'de', '--acknowledge-after', '1')).stdout;
    expect(german).toContain('2 von 3 Seats verwarnt worden');
  });

  test('leads with the terms that a grid starts from, and marks them where terms are compared', async () => {
    const file = fileOf(history);
    const page = join(temporaryFolder(), 'report.html');
    const asked = ['--acknowledge-after', '1', '--html', page];
    const grid = ['--grid', 'thresholdBps=800..1800:500'];
    const { stdout } = await backtest(file, ...grid, ...asked);
    expect(stdout).toContain('If inmail-2014, line 13 % had held');
    expect(stdout).toContain('2 of 3 seats would have been warned');
    expect(stdout.split('\n').filter((line) => line.includes('in detail here'))).toEqual([
      expect.stringMatching(/^ +inmail-2014, line 13 % \(in detail here\) /),
    ]);
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('If inmail-2014, line 13\u00a0% had held');
    expect(html).toContain('Who would have been restricted when · inmail-2014, line 13\u00a0%');
    expect(html).toContain('Restricted at a time');
    expect(html.match(/[\d.]+\u00a0% <small>in detail here/g)).toEqual([
      '13\u00a0% <small>in detail here',
    ]);
    // Where they are not on trial it is the first.
    const without = await backtest(file, '--grid', 'thresholdBps=800,900');
    expect(without.stdout).toContain('If inmail-2014, line 8 % had held');
    const lines = linesOf(await backtest(file, ...grid, '--json'));
    expect(lines.map(({ terms }) => terms['thresholdBps'])).toEqual([800, 1300, 1800]);
  });

  test('refuses what does not fit by its name, and prints nothing', async () => {
    const file = fileOf(history);
    const cases: [args: string[], says: string][] = [
      [[file, '--grid', 'treshold=1000..1800:100'], 'treshold'],
      [[file, '--grid', 'thresholdBps=13 %'], 'thresholdBps'],
      [[file, '--grid', 'thresholdBps=1000..1800'], 'thresholdBps=1000..1800:100, say'],
      [[file, '--grid', 'graceDays=1', '--grid', 'graceDays=2'], 'graceDays'],
      [[file, '--grid', 'minimumVolume=0..500:1'], '501 terms are too many'],
      [[file, '--profile', 'inmail-2015'], 'inmail-2015'],
      [[file, '--profile', ','], 'Name one'],
      [[file, '--terms', '/nowhere/at.all'], 'no such file'],
      [[], 'name a file'],
      [[file, '--contract', 'x'], 'name a file'],
      [['/nowhere/at.all'], 'no such file'],
      [[fileOf([...history, { id: 'x' }])], `line ${history.length + 1}`],
    ];
    for (const [args, says] of cases) {
      const { status, stdout, stderr } = await backtest(...args);
      expect([stdout, status === 0]).toEqual(['', false]);
      expect(stderr).toContain(says);
    }
  });

  test('says of a history without events that it has none, as of one that cannot be read', async () => {
    const page = join(temporaryFolder(), 'report.html');
    for (const json of [[], ['--json']]) {
      const ran = await backtest(fileOf([]), '--html', page, ...json);
      const says = 'backtest: The history holds no events: there is nothing to try terms on.\n';
      expect(ran).toEqual({ status: 2, stdout: '', stderr: says });
    }
    expect(existsSync(page)).toBe(false);
  });

  test('refuses a page that cannot be written before it reads anything', async () => {
    const folder = temporaryFolder();
    const cases: [path: string, says: string][] = [
      [join(folder, 'none', 'x.html'), `There is no folder ${join(folder, 'none')}: make it`],
      [folder, 'It is a folder: name a file in it.'],
    ];
    for (const [path, says] of cases) {
      // The file is malformed, which nobody finds who does not read it.
      const ran = await backtest(fileOf([{ id: 'x' }]), '--html', path);
      expect([ran.status, ran.stdout]).toEqual([1, '']);
      expect(ran.stderr).toContain(says);
      expect(ran.stderr).not.toMatch(/line 1|ENOENT|partial/);
    }
  });

  test("reads a contract's ledger, under the terms that are in force there", async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 3, mode: 'observe' });
    for (const at of [START, day(14)]) {
      await server.moveTo(at);
      await server.events(
        of.feed,
        history.filter((event) => event['at'] === iso(at)),
      );
    }
    await server.moveTo(day(14) + HOUR_MS);
    await addSeat(server.running.ledger, of.contract, { holder: 'Late' });
    const asked = ['--contract', of.contract, '--database', server.databaseUrl, '--json'];
    const [line] = linesOf(await backtest(...asked));
    // In observation a warning is read at once, so that the second check comes on day 14.
    expect(line).toMatchObject({ seats: 4, judged: 3, warned: 2, terms: { thresholdBps: 1300 } });
    const { id } = await createContract(
      server.running.ledger,
      { name: 'Empty', profile: 'inmail-2014', source: 'feed', relationshipManager: null },
      () => 'empty',
    );
    const empty = await backtest('--contract', id, '--database', server.databaseUrl, '--json');
    expect([empty.status, empty.stdout]).toEqual([1, '']);
    expect(JSON.parse(empty.stderr)).toMatchObject({ error: { code: 'history_empty' } });
    const unknown = await backtest('--contract', 'nobody', '--database', server.databaseUrl);
    expect([unknown.status, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('There is no contract "nobody"'),
    ]);
  });
});
