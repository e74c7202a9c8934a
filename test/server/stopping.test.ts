import { connect } from 'node:net';
import { beforeEach, expect, test } from 'vitest';
import { TestServer } from '#test/server/harness.ts';

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
});

/** A connection of a browser's, on which it has asked this so far. */
async function connection(asked = ''): Promise<{ answered: Promise<string> }> {
  const socket = connect(server.running.port, '127.0.0.1');
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
  await fetch(`${server.running.url}/health`);
  await server.stop();
  expect(await unused.answered).toBe('');
  expect(await used.answered).toContain('{"status":"ok"}');
}, 10_000);
