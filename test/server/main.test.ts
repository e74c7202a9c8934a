import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '#server/env.ts';
import { pathOf } from '#server/db/place.ts';
import { FIRST_STEPS } from '#server/first-steps.ts';
import { keptSecret } from '#server/identity/secret.ts';
import { run, start } from '#test/server/processes.ts';
import { databaseUrlIn, temporaryFolder } from '#test/server/harness.ts';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function untilHealthy(url: string): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await (await fetch(`${url}/health`)).json();
    } catch (error) {
      if (attempt === 600) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe('the server as a process', () => {
  test.each([
    ['npm start', 'server/main.ts', []],
    ['good-standing serve', 'server/cli.ts', ['serve']],
  ])('%s serves, says how to begin, logs no secret, and stops when asked', async (...of) => {
    const [, script, args] = of;
    const folder = temporaryFolder();
    const port = await freePort();
    const env = { DATABASE_URL: databaseUrlIn(join(folder, 'made')), PORT: String(port) };
    const child = start(script, args, { env: { ...env, HOST: '' } });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const url = `http://127.0.0.1:${port}`;
    expect(await untilHealthy(url)).toEqual({ status: 'ok' });
    const secret = `gs_${'s'.repeat(43)}`;
    const headers = { authorization: `Bearer ${secret}` };
    expect((await fetch(`${url}/v1/seats/some-seat/reading`, { headers })).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output).toContain(FIRST_STEPS);
    expect(output).toContain('"path":"/v1/seats/:seat/reading","status":401');
    expect(output).not.toContain(secret);
    expect(output).not.toContain('some-seat');
  });

  test.each([
    ['the first steps', FIRST_STEPS],
    [
      "the operator's page",
      readFileSync(new URL('../../docs/operator.md', import.meta.url), 'utf8'),
    ],
  ])(
    'the commands in %s work',
    async (_name, text) => {
      const cwd = temporaryFolder();
      const env = { DATABASE_URL: databaseUrlIn(cwd) };
      // A line that ends in a backslash goes on in the next.
      const whole = text.replaceAll(/\\\n\s*/g, '');
      const lines = [...whole.matchAll(/npm run good-standing -- (.+)/g)];
      expect(lines.length).toBeGreaterThan(3);
      for (const [, line = ''] of lines) {
        const args = [...line.matchAll(/"([^"]+)"|(\S+)/g)].map(
          ([, quoted, bare]) => quoted ?? bare,
        );
        const ran = await run('server/cli.ts', args.map(String), { env, cwd });
        expect([line, ran.status, ran.stderr]).toEqual([line, 0, '']);
      }
      // Two dozen processes, one after the other.
    },
    240_000,
  );

  test('names every setting that does not fit', async () => {
    const env = {
      PORT: '70000',
      DATABASE_URL: 'libsql://x',
      LOG_LEVEL: 'loud',
      AUTH_SECRET: 'short',
      PUBLIC_URL: 'http://standing.example.com',
      OIDC_ISSUER: 'http://identity.example.com',
      TRUSTED_PROXIES: 'somewhere',
    };
    const { status, stdout, stderr } = await run('server/main.ts', [], { env });
    expect([status, stdout]).toEqual([1, '']);
    for (const name of Object.keys(env)) expect(stderr).toContain(`  ${name}: `);
    expect(stderr).toContain('tokens would cross the network in the clear');
  });

  test('on a public address it refuses to start without a secret, and says what to set', async () => {
    const env = { HOST: '0.0.0.0', DATABASE_URL: databaseUrlIn(temporaryFolder()) };
    const { status, stdout, stderr } = await run('server/main.ts', [], { env });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('  AUTH_SECRET: is to be set, as HOST is an address that other');
    expect(stderr).toContain('openssl rand -base64 32');
    expect(stderr).toContain('  PUBLIC_URL: is to be set');
  });

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('serves on %s', (host) => {
    expect(readEnv({ HOST: host })).toMatchObject({ ok: true, env: { HOST: host, PORT: 8787 } });
  });

  test.each(['192.168.0.7', '::', 'example.com', '127.0.0.1.example.com', '0'])(
    'serves on %s with a secret and an https: address alone',
    (host) => {
      const AUTH_SECRET = 's'.repeat(32);
      const PUBLIC_URL = 'https://standing.example.com';
      expect(readEnv({ HOST: host }).ok).toBe(false);
      expect(readEnv({ HOST: host, AUTH_SECRET }).ok).toBe(false);
      expect(readEnv({ HOST: host, PUBLIC_URL }).ok).toBe(false);
      expect(readEnv({ HOST: host, PUBLIC_URL: 'http://127.0.0.1:1', AUTH_SECRET }).ok).toBe(false);
      expect(readEnv({ HOST: host, PUBLIC_URL, AUTH_SECRET }).ok).toBe(true);
      expect(readEnv({ HOST: host, PUBLIC_URL, BETTER_AUTH_SECRET: AUTH_SECRET }).ok).toBe(true);
    },
  );

  test.each([
    ['a path', { PUBLIC_URL: 'https://standing.example.com/base' }],
    [
      'a provider without its secret',
      { OIDC_ISSUER: 'https://id.example.com', OIDC_CLIENT_ID: 'x' },
    ],
  ])('does not take %s', (_what, env) => {
    expect(readEnv(env).ok).toBe(false);
  });

  test('the secret that it makes is kept for its owner alone, and stays', () => {
    const url = databaseUrlIn(join(temporaryFolder(), 'made'));
    const secret = keptSecret(url);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(url)).toBe(secret);
    expect(statSync(`${pathOf(url)}.secret`).mode & 0o777).toBe(0o600);
  });

  test('a port that is taken is said in one line', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const env = { DATABASE_URL: databaseUrlIn(temporaryFolder()), PORT: String(port) };
    const { status, stderr } = await run('server/main.ts', [], { env });
    taken.close();
    expect(status).toBe(1);
    expect(stderr).toContain('EADDRINUSE');
    expect(stderr).not.toContain('    at ');
  });
});
