import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readEnv, trustedProxiesOf } from '#server/env.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { PAGES } from '#server/pages/pages.ts';
import { ROUTES } from '#server/routes.ts';
import { sends, setUp, START, TestServer } from '#test/server/harness.ts';

const READING = '/v1/seats/seat-1/reading';
const FAST = { headersMs: 300, requestMs: 600, answerMs: 30_000 };

describe('headers', () => {
  test('tell browsers of every answer to run, frame, guess and pass on nothing', async () => {
    const server = await TestServer.start();
    const paths = [...ROUTES, ...PAGES].map(({ method, path }) => [method, path] as const);
    for (const [method, pattern] of [...paths, ['GET', '/nothing'] as const]) {
      const path = pattern.replace(':seat', 'seat-1').replace(':token', 'gsi_x');
      const { headers } = await server.fetch(method, path);
      const got = (name: string) => `${path} ${headers.get(name)}`;
      expect(got('content-security-policy')).toMatch(
        / default-src 'none';.*frame-ancestors 'none'/,
      );
      expect(got('content-security-policy')).not.toMatch(/unsafe|https?:|\*|script-src/);
      expect(got('x-content-type-options')).toBe(`${path} nosniff`);
      expect(got('x-frame-options')).toBe(`${path} DENY`);
      expect(got('referrer-policy')).toMatch(/ (no-referrer|same-origin)$/);
      expect(got('cross-origin-resource-policy')).toBe(`${path} same-origin`);
      expect(got('strict-transport-security')).toBe(`${path} null`);
      expect(got('x-powered-by')).toBe(`${path} null`);
    }
  });

  test('keep what is somebody’s out of every cache', async () => {
    const server = await TestServer.start();
    const { admin, recruiters } = await setUp(server);
    const routes = ROUTES.filter(({ path }) => path.startsWith('/v1/'));
    for (const { method, path } of routes) {
      for (const token of [admin, recruiters[0] ?? '']) {
        const asked = await server.fetch(method, path.replace(':seat', 'seat-1'), { token });
        expect([path, asked.headers.get('cache-control')]).toEqual([path, 'private, no-store']);
      }
    }
    for (const path of ['/sign-in', '/devices', '/connect']) {
      const { headers } = await server.fetch('GET', path, {});
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });

  test('hold browsers to https: where people come by it', async () => {
    const identity = { publicUrl: 'https://standing.example.com' };
    const server = await TestServer.start(START, { identity });
    const { headers } = await server.fetch('GET', '/v1/me');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('who asks too often', () => {
  const ONE_BY_ADDRESS = { requestRates: { byAddress: 1, byToken: 1e6 } };
  const ONE_BY_TOKEN = { requestRates: { byAddress: 1e6, byToken: 1 } };

  /** @returns how many of so many were let in, and how long the first of the others was to wait. */
  async function countLetIn(
    ask: () => Promise<{ status: number; headers: Headers; body: unknown }>,
    times: number,
  ): Promise<{ letIn: number; wait: number | null }> {
    const answers = await Promise.all(Array.from({ length: times }, ask));
    const refused = answers.filter(({ status }) => status === 429);
    for (const { body } of refused) expect(body).toMatchObject({ code: 'too_many_requests' });
    const wait = refused[0]?.headers.get('retry-after') ?? null;
    return { letIn: times - refused.length, wait: wait === null ? null : Number(wait) };
  }

  test('with one token waits as long as is said, and nobody else does', async () => {
    const server = await TestServer.start(START, { identity: ONE_BY_TOKEN });
    const { admin, feed, lead } = await setUp(server);
    const ask = (token: string) => () => server.ask('GET', '/v1/me', { token });
    for (const token of [admin, lead]) await server.bearer(token);
    for (const token of [admin, feed]) {
      const { letIn, wait } = await countLetIn(ask(token), 60);
      expect([letIn >= 30, letIn < 45]).toEqual([true, true]);
      expect(wait).toBe(1);
    }
    expect((await ask(lead)()).status).toBe(200);
    await expect.poll(async () => (await ask(feed)()).status, { timeout: 20_000 }).toBe(200);
  });

  test('is one device, however often its token was refreshed', async () => {
    const server = await TestServer.start(START, { identity: ONE_BY_TOKEN });
    const { admin } = await setUp(server);
    const ask = (token: string) => () => server.ask('GET', '/v1/me', { token });
    const before = await server.bearer(admin);
    await countLetIn(ask(before), 60);
    server.sleepTo(START + 16 * 60_000);
    const after = await server.bearer(admin);
    expect(after).not.toBe(before);
    expect((await countLetIn(ask(after), 30)).letIn).toBeLessThan(20);
  });

  test('from one address waits, with whatever token or none; the supervisor never does', async () => {
    const server = await TestServer.start(START, { identity: ONE_BY_ADDRESS });
    const unknown = { token: `gs_${'A'.repeat(43)}` };
    const { letIn, wait } = await countLetIn(() => server.ask('GET', READING, unknown), 60);
    expect([letIn >= 30, letIn < 45, wait]).toEqual([true, true, 1]);
    expect((await server.problem('GET', '/nothing')).code).toBe('too_many_requests');
    expect((await server.fetch('GET', '/sign-in')).status).toBe(429);
    for (const path of ['/health', '/health/live', '/health/ready']) {
      expect((await server.ask('GET', path)).status).toBe(200);
    }
  });

  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

  test('cannot make up another address where no proxy is trusted', async () => {
    const server = await TestServer.start(START, { identity: ONE_BY_ADDRESS });
    let number = 0;
    const ask = () => server.ask('GET', READING, from(`203.0.113.${(number += 1)}`));
    expect((await countLetIn(ask, 60)).letIn).toBeLessThan(45);
  });

  test('is who the trusted proxy says, and not what stands before its word', async () => {
    const identity = { ...ONE_BY_ADDRESS, trustedProxies: ['127.0.0.1'] };
    const server = await TestServer.start(START, { identity });
    let number = 0;
    const made = () => server.ask('GET', READING, from(`10.0.0.${(number += 1)}, 203.0.113.7`));
    expect((await countLetIn(made, 60)).letIn).toBeLessThan(45);
    expect((await server.ask('GET', READING, from('203.0.113.8'))).status).toBe(401);
    // All of a network of IPv6 is one, however it is written.
    const six = () => server.ask('GET', READING, from(`2001:db8:1:2:${(number += 1)}::7`));
    expect((await countLetIn(six, 60)).letIn).toBeLessThan(45);
    expect((await server.ask('GET', READING, from('2001:db8:1:2::9'))).status).toBe(429);
    expect((await server.ask('GET', READING, from('2001:db8:1:3::9'))).status).toBe(401);
    // And addresses of IPv4 are many, also where a proxy writes them as IPv6.
    const four = () => server.ask('GET', READING, from(`::ffff:203.0.114.${(number += 1)}`));
    expect((await countLetIn(four, 60)).letIn).toBe(60);
  });

  test('is a network of IPv6 for codes too', async () => {
    const identity = { trustedProxies: ['127.0.0.1'] };
    const server = await TestServer.start(START, { identity });
    let number = 0;
    const body = { device: 'Chromium on Linux' };
    const code = () =>
      server.ask('POST', '/v1/connect/code', { body, ...from(`2001:db8:1:2:${(number += 1)}::7`) });
    expect((await countLetIn(code, 100)).letIn).toBeLessThan(100);
  });

  test('is counted as the operator says, and proxies are trusted as they say', () => {
    expect(readEnv({})).toMatchObject({
      ok: true,
      env: { REQUESTS_PER_SECOND_BY_ADDRESS: 200, REQUESTS_PER_SECOND_BY_TOKEN: 50 },
    });
    for (const wrong of ['0', '-1', '1.5', 'many', '1e9']) {
      const read = readEnv({ REQUESTS_PER_SECOND_BY_TOKEN: wrong });
      expect([wrong, read.ok]).toEqual([wrong, false]);
    }
    const PUBLIC_URL = 'https://standing.example.com';
    const trusted = (variables: NodeJS.ProcessEnv) => {
      const read = readEnv(variables);
      return read.ok ? trustedProxiesOf(read.env) : read.faults;
    };
    expect(trusted({})).toEqual([]);
    expect(trusted({ PUBLIC_URL })).toEqual(['127.0.0.0/8', '::1']);
    expect(trusted({ PUBLIC_URL, TRUSTED_PROXIES: '10.0.0.0/8, ::1' })).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });
});

describe('who takes too long', () => {
  test.each([
    ['over the head of a request', 'GET /health HTTP/1.1\r\nHost: a\r\n'],
    ['over its body', 'POST /v1/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{'],
  ])(
    '%s is let go',
    async (_what, begun) => {
      const server = await TestServer.start(START, { patience: FAST });
      const { feed } = await setUp(server);
      const text = begun.replace('Host: a', `Host: a\r\nAuthorization: Bearer ${feed}`);
      const said = await new Promise<string>((resolve, reject) => {
        let got = '';
        const socket = connect(server.running.port, '127.0.0.1', () => socket.write(text));
        socket.setEncoding('utf8').on('data', (piece: string) => (got += piece));
        socket.on('close', () => resolve(got)).on('error', reject);
      });
      expect(said).toMatch(/^HTTP\/1\.1 408 /);
    },
    20_000,
  );

  test('is the server itself: it says so, and what was sent is not doubled by sending it again', async () => {
    const patience = { headersMs: 15_000, requestMs: 60_000, answerMs: 500 };
    const server = await TestServer.start(START, { patience });
    const { feed, contract } = await setUp(server);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const writing = server.running.ledger.database.write(() => held);
    const body = { events: sends('late', START, { count: 3 }) };
    const problem = await server.ask('POST', '/v1/events', { token: feed, body });
    expect(problem).toMatchObject({ status: 503, body: { code: 'took_too_long' } });
    expect(problem.headers.get('retry-after')).toBe('1');
    letGo();
    await writing;
    expect(await server.events(feed, body.events)).toMatchObject({ accepted: 0, duplicates: 3 });
    const kept = await exportLedger(server.running.ledger.database, contract);
    expect(kept.filter(({ type }) => type === 'inmail.sent')).toHaveLength(3);
  });
});

test('a body that does not say how long it is is read to the limit and no further', async () => {
  const server = await TestServer.start();
  const { feed } = await setUp(server);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { authorization: `Bearer ${feed}`, 'content-type': 'application/json' };
    const options = { method: 'POST', host: '127.0.0.1', port: server.running.port, headers };
    const asked = request({ ...options, path: '/v1/events' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    for (let sent = 0; sent < 20; sent += 1) asked.write(' '.repeat(64 * 1024));
    asked.end('{}');
  });
  expect(status).toBe(413);
});
