import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '#server/serve.ts';

let folder: string;
let server: RunningServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'good-standing-stop-'));
  const databaseUrl = pathToFileURL(join(folder, 'api.db')).href;
  const log = pino({ level: 'silent' });
  server = await startServer({ databaseUrl, host: '127.0.0.1', port: 0, now: Date.now, log });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A connection of a browser's, on which it has asked this so far. */
async function connection(asked = ''): Promise<{ answered: Promise<string> }> {
  const socket = connect(server.port, '127.0.0.1');
  await new Promise((connected) => {
    socket.once('connect', connected);
  });
  socket.write(asked);
  const answered = new Promise<string>((done) => {
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    socket.once('close', () => done(text));
  });
  return { answered };
}

const ASKED = 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';

test('stopping waits for no browser that has opened a connection and asked nothing on it', async () => {
  const unused = await connection();
  const used = await connection(ASKED);
  // Both have arrived by the time that a third one is answered.
  await fetch(`${server.url}/health`);
  await server.close();
  expect(await unused.answered).toBe('');
  expect(await used.answered).toContain('{"status":"ok"}');
}, 10_000);
