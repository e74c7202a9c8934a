import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';

test('export writes the ledger to standard output or a file, whole or not at all', async () => {
  const server = await TestServer.start();
  const of = await setUp(server);
  await server.events(of.feed, sends('a', START, { count: 800, accepted: 10 }));
  await server.moveTo(START + DAY_MS);
  const cli = (...args: string[]) =>
    run('server/cli.ts', ['export', ...args], { env: { DATABASE_URL: server.databaseUrl } });
  const contract = `--contract=${of.contract}`;
  const expected = (await exportLedger(server.running.ledger.database, of.contract))
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
  const printed = await cli(contract);
  expect(printed).toEqual({ status: 0, stdout: expected, stderr: '' });
  const events = expected.split('\n').length - 1;
  const counted = await cli(contract, '--json');
  expect(counted.stdout).toBe(expected);
  expect(JSON.parse(counted.stderr)).toEqual({ contract: of.contract, events, out: null });
  const out = join(server.folder, 'ledger.ndjson');
  const written = await cli(contract, '--out', out);
  expect(written).toEqual({ status: 0, stdout: `Wrote ${events} events to ${out}.\n`, stderr: '' });
  expect(readFileSync(out, 'utf8')).toBe(expected);
  expect(statSync(out).mode & 0o077).toBe(0);
  const json = await cli(contract, '--out', out, '--json');
  expect(JSON.parse(json.stdout)).toEqual({ contract: of.contract, events, out });
  const nowhere = await cli(contract, '--out', join(server.folder, 'no', 'where'));
  expect([nowhere.status, nowhere.stdout]).toEqual([1, '']);
  expect(nowhere.stderr).toMatch(/^good-standing: ENOENT/);
  const unknown = await cli('--contract=nothing');
  expect([unknown.status, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toBe('good-standing: There is no contract "nothing".\n');
  // What is written replays.
  const replayed = await run('server/cli.ts', ['replay', out, '--until', iso(server.clock.now)]);
  expect([replayed.status, replayed.stdout]).toEqual([0, expect.stringContaining('warning_due')]);
});

test('the commands in the page about imports work', async () => {
  const server = await TestServer.start(START);
  await setUp(server, { source: 'import' });
  const inFolder = (name: string): string => join(server.folder, name);
  const history = sends('a', START, { count: 3 }).map((event) => JSON.stringify(event));
  writeFileSync(inFolder('history.ndjson'), history.join('\n'));
  const header =
    'Seat id,InMails sent,InMails accepted,InMails declined,Start date,End date\nseat-1';
  writeFileSync(inFolder('report.csv'), `${header},3,0,0,2026-01-04,2026-01-10`);
  writeFileSync(inFolder('team.csv'), 'Holder,Team\nNora Lindqvist,North');
  const page = readFileSync(new URL('../../docs/imports.md', import.meta.url), 'utf8');
  const lines = [...page.matchAll(/npm run good-standing -- (.+)/g)].map(([, line = '']) => line);
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    const args = line.split(' ').map((arg) => (/\.(csv|ndjson)$/.test(arg) ? inFolder(arg) : arg));
    const ran = await run('server/cli.ts', args, { env: { DATABASE_URL: server.databaseUrl } });
    expect([line, ran.status, ran.stderr]).toEqual([line, 0, '']);
  }
});
