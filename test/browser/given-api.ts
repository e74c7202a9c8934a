import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import type { Extension } from '#test/browser/extension.ts';
import { connectCodeSchema, connectTokensSchema } from '#shared/wire/connect.ts';
import { historySchema, type HistoryChange } from '#shared/wire/history.ts';
import { identitySchema } from '#shared/wire/identity.ts';
import { leavingSchema, type Leaving } from '#shared/wire/leaving.ts';
import { readingSchema, type Reading } from '#shared/wire/reading.ts';
import { seriesSchema, type Series } from '#shared/wire/series.ts';
import { usageSchema } from '#shared/wire/usage.ts';

/** What a server of one seat answers, whatever happened to it. */
export type Given = {
  reading: Reading;
  leaving?: Leaving;
  changes?: readonly HistoryChange[];
  series?: Series;
};

export type GivenApi = {
  give(given: Given): void;
  /** Every answer from now on: as given, not at all, or that the token is not known. */
  answer(how: 'as_given' | 'not_at_all' | 'signed_out'): void;
  connect(extension: Extension): Promise<void>;
  close(): Promise<void>;
};

/** What connects a browser: approved as soon as it is asked for. */
function connectingOf(path: string, url: string): unknown {
  if (path === '/v1/connect/code') {
    return z.encode(connectCodeSchema, {
      deviceCode: 'given-device-code',
      userCode: 'BCDF-GHJK',
      verificationUrl: `${url}/connect?code=BCDF-GHJK`,
      expiresInSeconds: 600,
      intervalSeconds: 1,
    });
  }
  if (path !== '/v1/connect/token') return null;
  const tokens = {
    accessToken: 'given-access-token',
    accessExpiresInSeconds: 86_400,
    refreshToken: 'given-refresh-token',
  };
  return z.encode(connectTokensSchema, tokens);
}

const TOKEN_UNKNOWN = {
  type: 'about:blank',
  title: 'Unknown',
  status: 400,
  code: 'token_unknown',
  detail: 'This refresh token is not known.',
};

function answerOf({ reading, leaving, changes = [], series }: Given, path: string): unknown {
  const { contract, seat, asOf, tally } = reading;
  const empty = { seat: seat.id, asOf, tally, days: [] };
  const who = { role: 'recruiter', seat: seat.id, recipientKey: 'a2V5' } as const;
  switch (path) {
    case '/v1/me':
      return z.encode(identitySchema, { contract, ...who, device: null, teams: null });
    case `/v1/seats/${seat.id}/reading`:
      return z.encode(readingSchema, reading);
    case `/v1/seats/${seat.id}/leaving`:
      return z.encode(leavingSchema, leaving ?? empty);
    case `/v1/seats/${seat.id}/history`:
      return z.encode(historySchema, {
        seat,
        asOf,
        createdAt: asOf,
        lastSeenAt: asOf,
        changes: [...changes],
        holders: [{ holder: seat.holder, since: asOf }],
        modes: [{ mode: reading.mode, since: asOf }],
      });
    case `/v1/seats/${seat.id}/series`:
      return z.encode(
        seriesSchema,
        series ?? { seat: seat.id, asOf, windowDays: reading.terms.windowDays, points: [] },
      );
    case `/v1/seats/${seat.id}/usage`:
      return z.encode(usageSchema, { seat: seat.id, periods: [] });
    default:
      return null;
  }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  return `http://127.0.0.1:${address.port}`;
}

/** A server that answers what a test gives it, where no ledger could be brought to it in time. */
export async function startGivenApi(first: Given): Promise<GivenApi> {
  let given = first;
  let how: Parameters<GivenApi['answer']>[0] = 'as_given';
  let url = '';
  const server = createServer((request, response) => {
    if (how === 'not_at_all') {
      request.socket.destroy();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const isConnecting = path.startsWith('/v1/connect/');
    const found = connectingOf(path, url) ?? answerOf(given, path);
    const [status, body] =
      how === 'signed_out'
        ? [isConnecting ? 400 : 401, TOKEN_UNKNOWN]
        : [found === null ? 404 : 200, found];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  url = await listen(server);
  return {
    give: (next) => void (given = next),
    answer: (next) => void (how = next),
    connect: (extension) => extension.connect(url, () => Promise.resolve()),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
