import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import type { Extension } from '#test/browser/extension.ts';
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
  const server = createServer((request, response) => {
    if (how === 'not_at_all') {
      request.socket.destroy();
      return;
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const found = how === 'signed_out' ? null : answerOf(given, path);
    response.writeHead(how === 'signed_out' ? 401 : found === null ? 404 : 200, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(found));
  });
  const url = await listen(server);
  return {
    give: (next) => void (given = next),
    answer: (next) => void (how = next),
    async connect(extension) {
      const page = await extension.open('options.html');
      const data = { server: url, token: 'given' };
      const message = JSON.stringify({ id: 1, type: 'connect', timestamp: 1, data });
      const answer: unknown = await page.evaluate(`chrome.runtime.sendMessage(${message})`);
      assert.match(JSON.stringify(answer), /"ok":true/);
      await page.close();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
