import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { formatInstant } from '#shared/policy/instant.ts';
import { readingSchema, type ReadingJson } from '#shared/wire/reading.ts';
import { good } from '#test/browser/readings.ts';

/** What the server does with a request; an object is its JSON. */
export type Answer = object | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server that says whatever a test has it say: what a person who means no good could run. */
export type ScriptedServer = {
  url: string;
  /** By the path under `/v1/`, such as `connect/code`. What is not named is answered as usual. */
  answers: Record<string, Answer>;
  /** Every request, as "POST /v1/connect/code". */
  readonly asked: string[];
  close(): Promise<void>;
};

export function problem(code: string, status = 400): Answer {
  return (_request, response) => {
    const body = { type: 'about:blank', title: code, status, code, detail: code };
    send(response, status, JSON.stringify(body), 'application/problem+json');
  };
}

export function send(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json',
): void {
  response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' });
  response.end(body);
}

const TOKENS = {
  accessToken: 'an-access-token-of-this-server',
  accessExpiresInSeconds: 900,
  refreshToken: 'a-refresh-token-of-this-server',
};

/** A seat on track, in a contract of the stand-in's name. */
function readingNow(): ReadingJson {
  const seat = { id: 's1', holder: 'Robin Ellery' };
  return z.encode(readingSchema, good({ seat, mode: 'inform' }));
}

/** What a server of ours would say, so that a test names only what it is about. */
function usual(url: string): Record<string, Answer> {
  const reading = readingNow();
  return {
    'connect/code': {
      deviceCode: 'a-device-code-of-this-server',
      userCode: 'BCDF-GHJK',
      verificationUrl: `${url}/connect?code=BCDF-GHJK`,
      expiresInSeconds: 600,
      intervalSeconds: 2,
    },
    'connect/token': TOKENS,
    'connect/end': { device: 'd1', endedAt: formatInstant(Date.now()) },
    me: {
      contract: reading.contract,
      role: 'recruiter',
      seat: 's1',
      recipientKey: null,
    },
    'seats/s1/reading': reading,
  };
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const asked: string[] = [];
  const answers: Record<string, Answer> = {};
  let url = '';
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = (request.url ?? '').replace(/^\/v1\//, '').replace(/\?.*$/, '');
    const answer = answers[path] ?? usual(url)[path];
    if (answer === undefined) send(response, 200, '<p>A page.</p>', 'text/html');
    else if (typeof answer === 'function') answer(request, response);
    else send(response, 200, JSON.stringify(answer));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    answers,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
