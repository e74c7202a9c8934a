import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { Connections } from '#server/db/connections.ts';
import { Database } from '#server/db/database.ts';
import { READER_PRAGMAS, WRITER_PRAGMAS } from '#server/db/open.ts';
import { pathOf } from '#server/db/place.ts';
import { PROBLEMS, type ProblemCode } from '#server/http/problems.ts';
import { exportLedger } from '#server/ledger/export.ts';
import type { RefusalCode } from '#server/ledger/refusals.ts';
import { createMetrics } from '#server/metrics/metrics.ts';
import { deviceTokens } from '#server/identity/identify.ts';
import { createIdentityServices } from '#server/identity/services.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { iso, sends, setUp, SILENT, START, TestServer, type SetUp } from '#test/server/harness.ts';
import { retainAll } from '#test/server/retention.ts';

type World = { server: TestServer; of: SetUp };
type Offered = { token: string; event: Record<string, unknown>; field: string };

const AT = iso(START);
const send = { id: 'x', type: 'inmail.sent', at: AT, seat: 'seat-1', inmail: 'm-x', mode: 'bulk' };

/** One way to meet each code. A code without one does not compile. */
const REFUSED: Readonly<Record<RefusalCode, (world: World) => Promise<Offered> | Offered>> = {
  malformed: ({ of }) => ({ token: of.feed, event: { ...send, mode: 'loud' }, field: 'mode' }),
  not_allowed: ({ of }) => ({ token: of.lead, event: send, field: 'type' }),
  not_the_source: async () => {
    throw new Error('It has a world of its own.');
  },
  partial_evidence: async () => {
    throw new Error('It has a world of its own.');
  },
  term_loosened: ({ of }) => ({
    token: of.admin,
    event: { id: 'x', type: 'terms.changed', at: AT, terms: { thresholdBps: 1 } },
    field: 'terms.thresholdBps',
  }),
  contract_foreign: ({ of }) => ({
    token: of.feed,
    event: { ...send, contract: 'another' },
    field: 'contract',
  }),
  seat_unknown: async ({ server, of }) => {
    // A seat of another contract is as unknown as one that is nowhere.
    await setUp(server, { name: 'Other', seats: 3 });
    return { token: of.feed, event: { ...send, seat: 'seat-3' }, field: 'seat' };
  },
  no_longer_kept: async ({ server, of }) => {
    await server.events(of.feed, sends('old', START));
    await server.moveTo(START + 40 * DAY_MS);
    await server.events(of.feed, sends('newer', server.clock.now));
    await retainAll(server, of, 2);
    return { token: of.feed, event: send, field: 'at' };
  },
  from_the_future: ({ of }) => ({
    token: of.feed,
    event: { ...send, at: iso(START + 6 * 60_000) },
    field: 'at',
  }),
  id_conflict: async ({ server, of }) => {
    await server.events(of.feed, [{ ...send, mode: 'one_to_one' }]);
    return { token: of.feed, event: send, field: 'id' };
  },
  inmail_conflict: async ({ server, of }) => {
    await server.events(of.feed, [{ ...send, id: 'first' }]);
    return { token: of.feed, event: send, field: 'inmail' };
  },
};

/** Those that need another contract than the usual one. */
const OTHERWISE: Partial<
  Record<RefusalCode, (server: TestServer) => Promise<Offered & { of: SetUp }>>
> = {
  not_the_source: async (server) => {
    const of = await setUp(server, { source: 'overlay' });
    return { of, token: of.feed, event: send, field: 'type' };
  },
  partial_evidence: async (server) => {
    const of = await setUp(server, { source: 'overlay', acceptsPartialEvidence: false });
    const event = { id: 'x', type: 'mode.changed', at: AT, seat: 'seat-1', mode: 'enforce' };
    return { of, token: of.lead, event, field: 'mode' };
  },
};

/** An event that whoever holds the token may report. */
function fineFor({ of, token, now }: { of: SetUp; token: string; now: number }) {
  const base = { id: 'fine', at: iso(now), seat: 'seat-1' };
  if (token === of.feed) return { ...base, type: 'inmail.sent', inmail: 'm-fine', mode: 'bulk' };
  return { ...base, type: 'seat.transferred', to: 'Ada' };
}

describe('an event is refused by itself, with its code, and leaves nothing behind', () => {
  const codes = Object.keys(REFUSED).filter((code): code is RefusalCode => code in REFUSED);

  test.each(codes)('%s', async (code) => {
    const server = await TestServer.start();
    const special = await OTHERWISE[code]?.(server);
    const of = special?.of ?? (await setUp(server));
    const { token, event, field } = special ?? (await REFUSED[code]({ server, of }));
    const { database } = server.running.ledger;
    const before = await exportLedger(database, of.contract);
    // Of another source not even what would be fine is let in: then the neighbour is a duplicate.
    const fine = fineFor({ of, token, now: server.clock.now });
    const receipt = await server.events(token, [event, fine]);
    expect(receipt.conflicts[0]).toMatchObject({ id: 'x', index: 0, code, field });
    expect(receipt.conflicts[0]?.detail).toMatch(/^\S.{10,}\.$/);
    const after = await exportLedger(database, of.contract);
    expect(after.filter(({ id }) => id === 'fine')).toHaveLength(code === 'not_the_source' ? 0 : 1);
    expect(after.filter(({ id }) => id !== 'fine')).toEqual(before);
  });
});

type Asked = { method: string; path: string; token?: string; body?: unknown; text?: string };
const READING = { method: 'GET', path: '/v1/seats/seat-1/reading' };
const post = (path: string, token: string, body: unknown): Asked => ({
  method: 'POST',
  path,
  token,
  body,
});
const TRANSFER = '/v1/seats/seat-1/transfer';

/** One way to meet each problem that a whole server can be brought to by asking. */
const ANSWERED: Partial<Record<ProblemCode, (world: World) => Promise<Asked> | Asked>> = {
  not_json: ({ of }) => ({ method: 'POST', path: '/v1/events', token: of.feed, text: '{' }),
  field_invalid: ({ of }) => post('/v1/events', of.feed, { events: 7 }),
  token_missing: () => READING,
  token_unknown: () => ({ ...READING, token: `gs_${'A'.repeat(43)}` }),
  not_allowed: ({ of }) => ({ ...READING, token: of.feed }),
  route_unknown: () => ({ method: 'GET', path: '/v1/nothing' }),
  seat_unknown: ({ of }) => ({ method: 'GET', path: '/v1/seats/nobody/reading', token: of.lead }),
  never_checked: ({ of }) => ({ method: 'GET', path: '/v1/seats/seat-1/proof', token: of.lead }),
  already_holder: ({ of }) => post(TRANSFER, of.lead, { id: 't', to: 'Holder 1', at: AT }),
  id_conflict: async ({ server, of }) => {
    await server.events(of.feed, [send]);
    return post(TRANSFER, of.lead, { id: 'x', to: 'Ada', at: AT });
  },
  partial_evidence: async ({ server }) => {
    const of = await setUp(server, {
      name: 'Overlay',
      source: 'overlay',
      acceptsPartialEvidence: false,
    });
    return post('/v1/pilot', of.lead, { mode: 'enforce' });
  },
  evidence_gone: async ({ server, of }) => {
    await server.events(of.feed, sends('old', START, { count: 100 }));
    await server.moveTo(START + 40 * DAY_MS);
    await retainAll(server, of, 2);
    const at = iso(START + DAY_MS);
    return { method: 'GET', path: `/v1/seats/seat-1/proof?at=${at}`, token: of.lead };
  },
  body_too_large: ({ of }) => ({
    method: 'POST',
    path: '/v1/events',
    token: of.feed,
    text: JSON.stringify({ events: [], more: 'x'.repeat(1024 * 1024) }),
  }),
  internal: async ({ server, of }) => {
    const rename = sql.raw('alter table inmail rename to inmail_gone');
    await server.running.ledger.database.write((tx) => tx.run(rename));
    return { ...READING, token: of.lead };
  },
};

describe('a problem is answered with its status, its code and where to find it', () => {
  const codes = Object.keys(PROBLEMS).filter((code): code is ProblemCode => code in PROBLEMS);
  const answered = codes.filter((code) => ANSWERED[code] !== undefined);

  test.each(answered)('%s', async (code) => {
    const server = await TestServer.start();
    const of = await setUp(server);
    const asked = await ANSWERED[code]?.({ server, of });
    if (asked === undefined) throw new Error('Nothing is asked.');
    const { method, path, ...rest } = asked;
    const problem = await server.problem(method, path, rest);
    expect([problem.status, problem.code]).toEqual([PROBLEMS[code].status, code]);
    expect(problem.title).toBe(PROBLEMS[code].title);
    expect(problem.requestId).toMatch(/^[\da-f-]{36}$/);
  });

  /** An app on a connection that the engine itself refuses to write with. */
  async function appWith(pragma: (pages: number) => string) {
    const server = await TestServer.start();
    const of = await setUp(server);
    const path = pathOf(server.databaseUrl);
    await server.stop();
    const readers = new Connections(path, 1, READER_PRAGMAS);
    await readers.prepare();
    const { rows } = await readers.client.execute('pragma page_count');
    const pages = Number(rows[0]?.['page_count']);
    const writer = new Connections(path, 1, [...WRITER_PRAGMAS, pragma(pages)]);
    await writer.prepare();
    const database = new Database(writer, readers, () => undefined);
    const ledger = { ...server.running.ledger, database };
    const { now } = ledger;
    const elapsedMs = () => 0;
    const secret = 'x'.repeat(32);
    const app = createApp({
      ledger,
      identity: deviceTokens(database, now),
      people: createIdentityServices(ledger, { secret, url: 'http://here', elapsedMs }),
      log: SILENT,
      metrics: createMetrics(),
      allowsPrivateWebhooks: false,
      elapsedMs,
      patienceMs: 30_000,
    });
    // What the framework knows of the connection.
    const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    const postEvents = async (events: readonly unknown[]) => {
      const headers = { authorization: `Bearer ${of.feed}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ events });
      const response = await app.request(
        '/v1/events',
        { method: 'POST', headers, body },
        connection,
      );
      return { status: response.status, body: (await response.json()) as unknown };
    };
    return { postEvents, close: () => database.close() };
  }

  test('storage_full: nothing of it is kept, and what fits is taken', async () => {
    const { postEvents, close } = await appWith((pages) => `max_page_count = ${pages + 40}`);
    const huge = await postEvents(sends('huge', START, { count: 900 }));
    expect(huge).toMatchObject({ status: 507, body: { code: 'storage_full' } });
    const fits = await postEvents(sends('huge', START));
    expect(fits).toMatchObject({ status: 200, body: { accepted: 1, duplicates: 0 } });
    await close();
  });

  test('storage_failed: a file that takes no writes is no success', async () => {
    const { postEvents, close } = await appWith(() => 'query_only = ON');
    const refused = await postEvents(sends('a', START));
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage_failed' } });
    await close();
  });

  test('database_damaged: what is read wrongly is said, not answered', async () => {
    const server = await TestServer.start();
    const of = await setUp(server);
    for (let batch = 0; batch < 5; batch += 1) {
      await server.events(of.feed, sends(`b${batch}`, START, { count: 900 }));
    }
    const { database } = server.running.ledger;
    await database.emptyLog();
    const path = pathOf(server.databaseUrl);
    const bytes = readFileSync(path);
    // All but what says which tables there are, and who may ask.
    for (let page = 100; page * 4096 < bytes.length; page += 1) {
      bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
    }
    writeFileSync(path, bytes);
    const asked = Array.from({ length: 4 }, () =>
      server.problem('POST', '/v1/events', {
        token: of.feed,
        body: { events: sends('b0', START, { count: 900 }) },
      }),
    );
    for (const problem of await Promise.all(asked)) {
      expect([problem.status, problem.code]).toEqual([500, 'database_damaged']);
    }
  });

  test('every code is met by some test', () => {
    const here = fileURLToPath(new URL('.', import.meta.url));
    const texts = readdirSync(here)
      .filter((name) => name.endsWith('.test.ts') && !/^(described|observed)\./.test(name))
      .map((name) => readFileSync(join(here, name), 'utf8'));
    const unmet = codes.filter(
      (code) => ANSWERED[code] === undefined && !texts.some((text) => text.includes(`'${code}'`)),
    );
    expect(unmet).toEqual([]);
  });
});
