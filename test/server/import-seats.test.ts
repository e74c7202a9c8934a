import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import { importSeats, type SeatsImport } from '#server/imports/import-seats.ts';
import { readSeatList } from '#server/imports/seat-rows.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { seatListSchema } from '#shared/wire/seats.ts';
import { setUp, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { run } from '#test/server/processes.ts';
import { standingsOf } from '#test/server/standings.ts';

function take(
  server: TestServer,
  { contract }: SetUp,
  lines: readonly string[],
  isDryRun = false,
): Promise<SeatsImport> {
  const list = readSeatList(new TextEncoder().encode(lines.join('\n')));
  return importSeats(server.running.ledger, contract, list, {
    isDryRun,
    onProgress: () => undefined,
  });
}

async function teamsOf(server: TestServer, { contract }: SetUp): Promise<unknown[][]> {
  const client = createClient({ url: server.databaseUrl });
  const args = [contract];
  const sql = `select seat.id, holder, team.name as team from seat
    left join team on team.contract_id = seat.contract_id and team.id = seat.team
    where seat.contract_id = ? order by seat.id`;
  const { rows } = await client.execute({ sql, args });
  client.close();
  return rows.map(({ id, holder, team }) => [id, holder, team]);
}

describe('a list of seats', () => {
  const lines = [
    'Team;Seat holder;Seat-ID;Role;Cost centre',
    'North;Nora Lindqvist;;Recruiter;1',
    ';Ada Okafor;s7;;2',
    'South;Max Lead;;Lead;3',
    'South;Holder 1;;recruiter;4',
    'South;Somebody else;s7;recruiter;5',
    'South; Nora  Lindqvist;;recruiter;6',
    'South;Ada Okafor;s8;recruiter;7',
    'South;;s9;recruiter;8',
    'South;Bo;;pilot;9',
  ];

  test('adds those that are new, and says why not of the others', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const imported = await take(server, of, lines);
    expect(imported.added).toEqual([
      { line: 2, id: 'seat-2', holder: 'Nora Lindqvist', team: 'North' },
      { line: 3, id: 's7', holder: 'Ada Okafor', team: null },
    ]);
    expect(imported).toMatchObject({
      read: 9,
      alreadyThere: 3,
      leads: [{ line: 4, holder: 'Max Lead' }],
    });
    expect(imported.refused.map(({ line, code, field }) => [line, code, field])).toEqual([
      [8, 'holder_has_a_seat', 'seat'],
      [9, 'field_missing', 'holder'],
      [10, 'role_unknown', 'role'],
    ]);
    const { seats } = await server.call(seatListSchema, 'GET', '/v1/seats', { token: of.lead });
    const shown = seats.map(({ seat, mode, standing }) => `${seat.id} ${mode} ${standing}`);
    expect(shown.toSorted()).toEqual([
      's7 inform good',
      'seat-1 inform good',
      'seat-2 inform good',
    ]);
    expect(await teamsOf(server, of)).toEqual([
      ['s7', 'Ada Okafor', null],
      ['seat-1', 'Holder 1', null],
      ['seat-2', 'Nora Lindqvist', 'North'],
    ]);
    await server.moveTo(START + DAY_MS);
    const { held, replayed } = await standingsOf(server, of, 'inmail-2014');
    expect(held).toEqual(replayed);
  });

  test('the same list again changes nothing, and a dry run writes nothing', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const state = async () => [
      await exportLedger(server.running.ledger.database, of.contract),
      await teamsOf(server, of),
    ];
    const before = await state();
    const dry = await take(server, of, lines, true);
    expect(await state()).toEqual(before);
    const real = await take(server, of, lines);
    const named = ({ line, holder, team }: SeatsImport['added'][number]) => [line, holder, team];
    expect(dry.added.map(named)).toEqual(real.added.map(named));
    expect({ ...dry, added: [] }).toEqual({ ...real, added: [] });
    const after = await state();
    const again = await take(server, of, lines);
    expect([again.added, again.alreadyThere]).toEqual([[], 5]);
    expect(await state()).toEqual(after);
  });

  test('comes out the same in more than one write', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 0 });
    const rows = Array.from({ length: 450 }, (_, index) => `Holder ${index % 300},`);
    const many = ['Holder,Seat id', ...rows, 'Holder 7,seat-9', 'Holder 8,seat-9'];
    const dry = await take(server, of, many, true);
    const real = await take(server, of, many);
    expect([real.added.length, real.alreadyThere]).toEqual([300, 152]);
    expect(real.added.at(-1)).toMatchObject({ line: 452, id: 'seat-9', holder: 'Holder 7' });
    expect(dry.added.map(({ line }) => line)).toEqual(real.added.map(({ line }) => line));
    expect((await teamsOf(server, of)).length).toBe(300);
  });

  test('gives no number away that a row asks for', async () => {
    const server = await TestServer.start();
    const of = await setUp(server, { seats: 0 });
    const { added } = await take(server, of, ['Holder,Seat id', 'Ada,', 'Bo,seat-1']);
    expect(added.map(({ id, holder }) => [id, holder])).toEqual([
      ['seat-2', 'Ada'],
      ['seat-1', 'Bo'],
    ]);
  });

  test('is told by the command in words, JSON and exit status', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const path = join(server.folder, 'team.csv');
    const cli = (...args: string[]) =>
      run('server/cli.ts', ['import', 'seats', path, `--contract=${of.contract}`, ...args], {
        env: { DATABASE_URL: server.databaseUrl },
      });
    writeFileSync(path, 'Name;Team;Shoe size\nNora;North;41\nMia;;38\n');
    const dry = await cli('--dry-run');
    expect(dry).toMatchObject({ status: 0, stderr: '' });
    expect(dry.stdout).toContain('  a seat, held by Nora, team North\n');
    const { status, stdout } = await cli();
    expect(status).toBe(0);
    expect(stdout).toContain('  2 added, 0 there already, 0 leads without a seat, 0 refused\n');
    expect(stdout).toContain('  seat "seat-3", held by Mia\n  Columns left aside: Shoe size\n');
    const again: unknown = JSON.parse((await cli('--json')).stdout);
    expect(again).toMatchObject({ added: [], alreadyThere: 2, unmappedColumns: ['Shoe size'] });
    writeFileSync(path, 'Name;Role\nZoe;boss\n');
    const refused = await cli();
    expect([refused.status, refused.stderr]).toEqual([
      1,
      'line 2: role_unknown (role): "boss" is neither recruiter nor lead.\n',
    ]);
    writeFileSync(path, 'Team;Role\nNorth;lead\n');
    const none = await cli();
    expect([none.status, none.stderr]).toEqual([
      2,
      'good-standing: columns_missing: It lacks: Holder. Its columns are: "Team", "Role".\n',
    ]);
  });
});
