import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { formatInstant } from '#shared/policy/instant.ts';

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
function readingNow(): object {
  const now = formatInstant(Date.now());
  return {
    contract: { id: 'c1', name: 'Tallowmere Staffing' },
    seat: { id: 's1', holder: 'Robin Ellery' },
    asOf: now,
    tally: { accepted: 15, declined: 3, pending: 112, total: 130 },
    responseRateBps: 1384,
    acceptanceRateBps: 1153,
    standing: 'good',
    everWarned: false,
    countsFrom: null,
    periodEndsAt: null,
    nextCheckAt: formatInstant(Date.now() + 3_600_000),
    notice: null,
    mode: 'inform',
    gate: { bulk: { allowed: true } },
    terms: {
      profile: 'inmail-2014',
      version: 1,
      thresholdBps: 1300,
      minimumVolume: 100,
      windowDays: 14,
      warningDays: 14,
      graceDays: 0,
      improvementDays: 14,
      closeBps: 1600,
      earlyVolume: 50,
    },
    evidence: {
      source: 'overlay',
      since: now,
      completeUpTo: null,
      provisional: 0,
      isPartialAccepted: false,
    },
    relationshipManager: null,
  };
}

/** What a server of ours would say, so that a test names only what it is about. */
function usual(url: string): Record<string, Answer> {
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
      contract: { id: 'c1', name: 'Tallowmere Staffing' },
      role: 'recruiter',
      seat: 's1',
      recipientKey: null,
    },
    'seats/s1/reading': readingNow(),
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
