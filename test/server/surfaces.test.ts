import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/policy/instant.ts';
import { surfaceHealthSchema, surfaceReceiptSchema } from '#shared/wire/surface-reports.ts';
import { iso, setUp, START, TestServer } from '#test/server/harness.ts';
import { run, type Ran } from '#test/server/processes.ts';

const OUTLINE = 'body.ember-application(main(section.results-container[data-view-name]))';

function missed(part: string, at = START, surface = 'search') {
  return { surface, part, at: iso(at), outline: OUTLINE };
}

async function report(server: TestServer, token: string, misses: unknown[], version = '0.1.0') {
  const body = { extensionVersion: version, misses };
  return server.call(surfaceReceiptSchema, 'POST', '/v1/surfaces/misses', { token, body });
}

test('a lead sees which part broke for how many seats, and an admin switches it off', async () => {
  const server = await TestServer.start();
  const { recruiters, lead, admin } = await setUp(server, { seats: 2 });
  const [one = '', two = ''] = recruiters;
  await report(server, one, [missed('area'), missed('counter')]);
  await report(server, two, [missed('area', START - DAY_MS)]);
  await report(server, two, [missed('area', START - DAY_MS)], '0.0.9');
  // Told again, it is the same seat's.
  await report(server, one, [missed('area')]);

  const read = () => server.call(surfaceHealthSchema, 'GET', '/v1/surfaces', { token: lead });
  const { misses, off } = await read();
  expect(
    misses.map(({ part, extensionVersion, seats }) => [part, extensionVersion, seats]),
  ).toEqual([
    ['area', '0.1.0', 2],
    ['area', '0.0.9', 1],
    ['counter', '0.1.0', 1],
  ]);
  expect(misses[0]).toMatchObject({ firstAt: START - DAY_MS, lastAt: START, outline: OUTLINE });
  expect(off).toEqual([]);

  const body = { surface: 'search', throughVersion: '0.1.0', isOff: true };
  const asLead = await server.problem('POST', '/v1/surfaces/switch', { token: lead, body });
  expect(asLead.code).toBe('not_allowed');
  expect((await server.reading(one)).surfacesOff).toEqual([]);
  await server.call(surfaceHealthSchema, 'POST', '/v1/surfaces/switch', { token: admin, body });
  const isOff = [{ surface: 'search', throughVersion: '0.1.0' }];
  expect((await server.reading(one)).surfacesOff).toEqual(isOff);
  expect((await read()).off).toMatchObject([{ ...isOff[0], recordedBy: { role: 'admin' } }]);

  const on = { ...body, isOff: false };
  await server.call(surfaceHealthSchema, 'POST', '/v1/surfaces/switch', { token: admin, body: on });
  expect((await server.reading(one)).surfacesOff).toEqual([]);
});

test('what was not missed for two weeks is not shown any more', async () => {
  const server = await TestServer.start();
  const { recruiters, lead } = await setUp(server);
  await report(server, recruiters[0] ?? '', [missed('area')]);
  await server.moveTo(START + 15 * DAY_MS);
  const { misses } = await server.call(surfaceHealthSchema, 'GET', '/v1/surfaces', { token: lead });
  expect(misses).toEqual([]);
});

test('an outline that holds more than names is refused, and nothing of it is kept', async () => {
  const server = await TestServer.start();
  const { recruiters, lead } = await setUp(server);
  for (const outline of ['div("Ada Lovelace")', 'a[href=/talent/profile/x]', 'p(Ada)', 'p(愛)']) {
    const body = { extensionVersion: '0.1.0', misses: [{ ...missed('area'), outline }] };
    const asked = { token: recruiters[0] ?? '', body };
    const problem = await server.problem('POST', '/v1/surfaces/misses', asked);
    expect(problem).toMatchObject({ code: 'field_invalid', field: 'misses.0.outline' });
  }
  const { misses } = await server.call(surfaceHealthSchema, 'GET', '/v1/surfaces', { token: lead });
  expect(misses).toEqual([]);
});

// Every command is a process of its own.
test(
  'the operator switches a surface off, and says where notices lead',
  { timeout: 180_000 },
  async () => {
    const server = await TestServer.start();
    const { recruiters, contract } = await setUp(server);
    const told = async (...args: string[]): Promise<Ran> => {
      const env = { DATABASE_URL: server.databaseUrl };
      return run('server/cli.ts', [...args, '--contract', contract], { env });
    };
    const off = await told('surface', 'off', 'inbox', '--by', 'Ada');
    expect(off.stdout).toMatch(
      /No part .* was missed.*\nSwitched off:\n {2}inbox, for every version/,
    );
    const wrong = await told('surface', 'off', 'inbox', '--through', 'latest');
    expect([wrong.status, wrong.stderr]).toEqual([
      1,
      'good-standing: throughVersion: A version looks like 1.2.3.\n',
    ]);
    const set = ['contract', 'set', '--training-link', 'Writing short=https://example.com/a?b=c'];
    expect((await told(...set)).stdout).toContain('lead to 1 pages');
    const { surfacesOff, trainingLinks } = await server.reading(recruiters[0] ?? '');
    expect(surfacesOff).toEqual([{ surface: 'inbox', throughVersion: null }]);
    expect(trainingLinks).toEqual([{ title: 'Writing short', url: 'https://example.com/a?b=c' }]);
    const script = ['contract', 'set', '--training-link', 'Run=javascript:alert(1)'];
    expect((await told(...script)).stderr).toContain('"Title=https://..."');
    expect((await told('contract', 'set', '--no-training-links')).stdout).toContain(
      'lead to 0 pages',
    );
  },
);
