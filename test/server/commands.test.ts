import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identitySchema } from '#shared/wire/identity.ts';
import { run, type Ran } from '#test/server/processes.ts';
import { databaseUrlIn, temporaryFolder, TestServer } from '#test/server/harness.ts';

const cli = (url: string, ...args: string[]): Promise<Ran> =>
  run('server/cli.ts', args, { env: { DATABASE_URL: url } });

async function json(url: string, ...args: string[]): Promise<Record<string, unknown>> {
  const { status, stdout, stderr } = await cli(url, ...args, '--json');
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe("the operator's command", () => {
  test('sets a contract up beside a server that runs, and its tokens work at once', async () => {
    const server = await TestServer.start(Date.now());
    const url = server.databaseUrl;
    const contract = await json(url, 'contract', 'create', '--name', 'Fernhill Talent');
    expect(contract).toMatchObject({ id: 'fernhill-talent', mode: 'observe', source: 'overlay' });
    const of = ['--contract', 'fernhill-talent'];
    const seat = await json(url, 'seat', 'add', ...of, '--holder', 'Nora Lindqvist');
    expect(seat).toMatchObject({ id: 'seat-1', holder: 'Nora Lindqvist', mode: 'observe' });
    const nora = [...of, '--email', 'nora@example.com'];
    const invited = await json(url, 'invite', ...nora, '--seat', 'seat-1');
    const link = String(invited['link']);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8787\/invite\/gsi_[\w-]{43}$/);
    const person = server.person();
    await person.accept(new URL(link).pathname);
    const { accessToken: token } = await person.connect({ role: 'recruiter', seat: 'seat-1' });
    const me = await server.call(identitySchema, 'GET', '/v1/me', { token });
    expect(me).toMatchObject({ role: 'recruiter', seat: 'seat-1' });
    expect(await json(url, 'mode', 'inform', ...of)).toMatchObject({ changed: 1 });
    expect(await server.reading(token)).toMatchObject({ mode: 'inform' });
    await json(url, 'terms', 'thresholdBps=1500', 'minimumVolume=50', ...of);
    const { terms } = await server.reading(token);
    expect(terms).toMatchObject({ version: 2, thresholdBps: 1500, minimumVolume: 50 });
    const stored = readFileSync(join(server.folder, 'good-standing.db-wal'), 'latin1');
    for (const secret of [token, link.split('/').at(-1)]) expect(stored).not.toContain(secret);
  });

  test('says in words what it did, and shows a link or a key once', async () => {
    const url = databaseUrlIn(temporaryFolder());
    const created = await cli(url, 'contract', 'create', '--name', 'A & B', '--id', 'ab');
    expect(created.stdout).toMatch(/^Created contract "ab" \(A & B\), in observation\. Invite/);
    expect(created.stdout).toContain('invite --contract ab --admin --email <address>');
    const added = await cli(url, 'seat', 'add', '--contract', 'ab', '--holder', 'Ada', '--id', 's');
    expect(added.stdout).toBe('Added seat "s", held by Ada, mode observe.\n');
    await cli(url, 'seat', 'team', 's', 'North', '--contract', 'ab');
    for (const [whom, said] of [
      [['--seat', 's'], 'hold seat "s"'],
      [['--lead', '--team', 'North'], 'lead North'],
      [['--lead', '--all-teams'], 'lead all teams'],
      [['--admin'], 'be an admin'],
    ] as const) {
      const address = ['--email', 'ada@example.com'];
      const { stdout } = await cli(url, 'invite', '--contract', 'ab', ...address, ...whom);
      expect(stdout).toContain(`A link for ada@example.com to ${said}, shown this once.`);
      expect(stdout).toMatch(/\n\n {2}http:\/\/127\.0\.0\.1:8787\/invite\/gsi_[\w-]{43}\n/);
    }
    const { stdout } = await cli(url, 'invite', '--contract', 'ab', '--feed', '--name', 'ATS');
    expect(stdout).toMatch(/^Key "ATS" for a feed, shown this once\.[^\n]+\n\n {2}gs_[\w-]{43}\n/);
    const again = await cli(url, 'contract', 'create', '--name', 'A', '--id', 'ab');
    expect([again.status, again.stderr]).toEqual([
      1,
      'good-standing: There is a contract "ab" already.\n',
    ]);
    const next = await json(url, 'contract', 'create', '--name', 'AB');
    expect(next['id']).toBe('ab-2');
  });

  test.each([
    ['seat add --contract nothing --holder Ada', 'There is no contract "nothing".'],
    [
      'invite --contract ab --email a@b.example --seat nobody',
      'The contract has no seat "nobody".',
    ],
    ['invite --contract ab', 'Say whom to invite'],
    ['invite --contract ab --admin', 'Say whom to invite: --email'],
    ['invite --contract ab --admin --email ada', 'An e-mail address.'],
    ['invite --contract ab --lead --email a@b.example', 'Say which teams the lead looks after'],
    ['invite --contract ab --lead --team X --email a@b.example', 'The contract has no team "X".'],
    ['invite --contract ab --password --email a@b.example', 'Nobody signs in as a@b.example.'],
    ['seat team nobody North --contract ab', 'The contract has no seat "nobody".'],
    ['person end a@b.example --contract ab', 'Nobody signs in as a@b.example.'],
    ['device end 123 --contract ab', 'Nothing of the id "123" is connected.'],
    ['invite --contract ab --lead --feed', 'cannot be used with option'],
    ['mode enforce --contract ab', 'partial_evidence'],
    ['mode inform --contract ab --seats seat-9', 'seat_unknown'],
    ['explain seat-9 --contract ab', 'seat_unknown'],
    ['explain seat-9 --contract ab --at noon', 'An instant looks like'],
    ['contract source --contract nothing --source feed', 'There is no contract "nothing".'],
    ['contract source --contract ab --source fax', 'Allowed choices are overlay, feed, import'],
    ['contract source --contract ab', "required option '--source <source>' not specified"],
    ['mode inform --contract ab --share 101', 'A whole number from 0 to 100.'],
    ['mode away --contract ab', 'Allowed choices are observe, inform, enforce'],
    ['terms thresholdBps=1200 --contract ab', 'term_loosened'],
    ['terms windowDays=7 --contract ab', 'not a term that can be given here'],
    ['contract create', "required option '--name <name>' not specified"],
    ['contract create --name=', 'It is empty.'],
    ['contract list --database http://x.test', 'DATABASE_URL is the address'],
    ['contract forget', 'unknown command'],
    ['seat list --contract nothing', 'There is no contract "nothing".'],
    ['seat add --contract ab --holder Ada --database libsql://x', 'DATABASE_URL is the address'],
  ])('refuses: %s', async (line, why) => {
    const url = databaseUrlIn(temporaryFolder());
    await json(url, 'contract', 'create', '--name', 'AB');
    const { status, stdout, stderr } = await cli(url, ...line.split(' '));
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(why);
    expect(stderr).not.toContain('    at ');
  });

  test('accepts partial evidence when told to', async () => {
    const url = databaseUrlIn(temporaryFolder());
    await json(url, 'contract', 'create', '--name', 'AB');
    const flag = '--accept-partial-evidence';
    const changed = await json(url, 'mode', 'enforce', '--contract', 'ab', flag, '--share', '40');
    expect(changed).toMatchObject({ mode: 'enforce', sharePercent: 40 });
  });

  test('names contracts and seats', async () => {
    const url = databaseUrlIn(temporaryFolder());
    expect(await json(url, 'contract', 'list')).toEqual({ contracts: [] });
    await json(url, 'contract', 'create', '--name', 'AB');
    await json(url, 'seat', 'add', '--contract', 'ab', '--holder', 'Ada');
    expect(await json(url, 'contract', 'list')).toEqual({ contracts: [{ id: 'ab', name: 'AB' }] });
    expect(await json(url, 'seat', 'list', '--contract', 'ab')).toEqual({
      contract: 'ab',
      seats: [{ id: 'seat-1', holder: 'Ada', standing: 'good', mode: 'observe' }],
    });
  });

  test.each([
    ['mode enforce --contract ab', 'partial_evidence'],
    ['seat add --contract nothing --holder Ada', 'contract_unknown'],
    ['contract create', 'usage'],
    ['contract list --database http://x.test', 'database_address_invalid'],
  ])('says what went wrong as JSON: %s', async (line, code) => {
    const url = databaseUrlIn(temporaryFolder());
    await json(url, 'contract', 'create', '--name', 'AB');
    const { status, stdout, stderr } = await cli(url, ...line.split(' '), '--json');
    expect([status, stdout]).toEqual([1, '']);
    const [first = ''] = stderr.split('\n');
    expect(JSON.parse(first)).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  test.each([
    'contract create',
    'contract list',
    'seat list',
    'retention',
    'serve',
    'contract source',
    'contract remove',
    'explain',
    'seat add',
    'seat team',
    'invite',
    'device list',
    'device end',
    'person list',
    'person end',
    'person sign-ins',
    'mode',
    'terms',
  ])('teaches %s by examples', async (name) => {
    const { stdout } = await run('server/cli.ts', [...name.split(' '), '--help']);
    expect(stdout).toContain(`$ npm run good-standing -- ${name} `);
  });
});
