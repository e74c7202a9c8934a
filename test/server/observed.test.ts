import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { DatabaseFault } from '#server/db/faults.ts';
import { loggable } from '#server/db/loggable.ts';
import { problemsOf } from '#server/http/route.ts';
import { PAGES } from '#server/pages/pages.ts';
import { ROUTES } from '#server/routes.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { problemSchema } from '#shared/wire/problem.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

/** A server together with every line that it logs. */
async function logged(): Promise<{ server: TestServer; lines: string[] }> {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { server: await TestServer.start(START, { log }), lines };
}

/** The samples of a page of metrics, by name and labels. */
async function samples(server: TestServer): Promise<Map<string, number>> {
  const { status, headers, text } = await server.fetch('GET', '/metrics');
  expect([status, headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      // A mean of nothing is no number; Prometheus reads it by this name.
      expect([line, value]).toEqual([line, expect.stringMatching(/^(?:[\d.e+-]+|Nan)$/)]);
      return [name, Number(value)];
    }),
  );
}

describe('a request id', () => {
  test('is taken over where it is a UUID or a trace id, and made otherwise', async () => {
    const { server, lines } = await logged();
    const ask = async (given: string) => {
      const { headers } = await server.ask('GET', '/health', {
        headers: { 'x-request-id': given },
      });
      return headers.get('x-request-id');
    };
    const taken = ['018F9C1E-1111-7000-8000-0123456789ab', '0af7651916cd43dd8448eb211c80319c'];
    for (const id of taken) expect(await ask(id)).toBe(id);
    for (const id of ['', 'x', 'Nora Lindqvist', `gs_${'a'.repeat(43)}`, 'a'.repeat(64)]) {
      expect(await ask(id)).toMatch(/^[\da-f]{8}-/);
    }
    expect(lines.join('')).not.toMatch(/Nora|gs_|aaaa/);
    expect(lines.join('')).toContain(taken[0]);
  });

  test('is in the answer, in the problem and in the log', async () => {
    const { server, lines } = await logged();
    for (const path of ['/v1/me', '/nothing']) {
      const { headers, body } = await server.ask('GET', path);
      const id = headers.get('x-request-id');
      expect(problemSchema.parse(body).requestId).toBe(id);
      expect(lines.filter((line) => line.includes(`"requestId":"${id}"`))).toHaveLength(1);
    }
  });
});

describe('logs and metrics', () => {
  const MARKED = {
    contract: 'Marked Contract',
    contractId: 'marked-contract',
    holder: 'Marked Holder',
    seat: 'marked-seat',
    manager: 'Marked Manager',
    recipient: 'markedRecipientHash00000000000000000000000000000000',
    inmail: 'marked-inmail',
    template: 'marked-template',
    query: 'marked-query',
    device: 'Marked Device',
    email: 'marked@example.com',
  };

  async function world(server: TestServer) {
    const relationshipManager = MARKED.manager;
    const given = { name: MARKED.contract, relationshipManager, seats: 0 };
    const { contract, lead, feed } = await setUp(server, given);
    expect(contract).toBe(MARKED.contractId);
    const { ledger } = server.running;
    await addSeat(ledger, contract, { id: MARKED.seat, holder: MARKED.holder });
    const whom = { role: 'recruiter', seat: MARKED.seat } as const;
    return { lead, feed, recruiter: server.join(contract, whom) };
  }

  const event = {
    id: MARKED.inmail,
    type: 'inmail.sent',
    at: iso(START),
    seat: MARKED.seat,
    inmail: MARKED.inmail,
    mode: 'bulk',
    recipient: MARKED.recipient,
    template: MARKED.template,
  };
  const bodies = [
    { body: { events: [event, { ...event, mode: 'one_to_one' }, { marked: 'marked-field' }] } },
    { body: { id: 'marked-press', notice: 'warning', at: iso(START) } },
    { body: { id: MARKED.inmail, notice: 'warning', at: iso(START) } },
    { body: { id: 'marked-bad', events: 'marked-list' } },
    { body: { device: MARKED.device } },
    { body: { grant: 'device_code', deviceCode: 'marked-code' } },
    { body: { grant: 'refresh', refreshToken: 'marked-refresh' } },
    { text: '{"marked-text' },
  ];

  /** Every route by everyone, with everything; @returns the codes of the problems met. */
  async function everything(server: TestServer, tokens: readonly string[]): Promise<Set<string>> {
    const met = new Set<string>();
    // One that ends the device would leave nothing to ask with.
    const asked = ROUTES.filter(({ name }) => name !== 'endThisDevice');
    const calls = asked.flatMap((route) => {
      const seats = route.path.includes(':seat') ? [MARKED.seat, 'marked-stranger'] : [''];
      return seats.map((seat) => [route, route.path.replace(':seat', seat)] as const);
    });
    for (const [route, pattern] of calls) {
      const path = `${pattern}?who=${MARKED.query}`;
      for (const token of [...tokens, `gs_${'Marked0'.repeat(7).slice(0, 43)}`]) {
        for (const body of route.method === 'POST' ? bodies : [{}]) {
          const headers = { 'x-request-id': token, 'user-agent': MARKED.query };
          const answer = await server.fetch(route.method, path, { token, headers, ...body });
          if (answer.headers.get('content-type') !== 'application/problem+json') continue;
          const { code } = problemSchema.parse(JSON.parse(answer.text));
          expect([route.name, problemsOf(route)]).toEqual([
            route.name,
            expect.arrayContaining([code]),
          ]);
          met.add(code);
        }
      }
    }
    return met;
  }

  /** Every page, by somebody who signs in, with what they type. */
  async function everyPage(server: TestServer): Promise<void> {
    const link = await server.invite(MARKED.contractId, MARKED.email, { role: 'admin' });
    const person = server.person();
    await person.signIn(MARKED.email);
    await person.accept(link);
    for (const { method, path } of PAGES) {
      const address = `${path.replace(':token', 'gsi_marked')}?code=marked&next=/${MARKED.query}`;
      if (method === 'GET') await person.open(address);
      else await person.send(address, { ...MARKED, code: 'marked', place: 'marked' });
    }
  }

  test('name nobody, whatever is asked and whatever fails', async () => {
    const { server, lines } = await logged();
    const tokens = Object.values(await world(server));
    const given = await Promise.all(tokens.map((token) => server.bearer(token)));
    const met = await everything(server, tokens);
    await everyPage(server);
    await server.ask('GET', `/v1/${MARKED.holder}?${MARKED.query}`);
    await server.moveTo(START + 30 * DAY_MS);
    const metrics = (await server.fetch('GET', '/metrics')).text;
    for (const table of ['seat', 'inmail', 'device']) {
      const rename = sql.raw(`alter table ${table} rename to ${table}_gone`);
      await server.running.ledger.database.write((tx) => tx.run(rename));
      for (const code of await everything(server, tokens)) met.add(code);
    }
    const declared = new Set<string>(ROUTES.flatMap(problemsOf));
    const shownElsewhere = [
      'token_missing',
      'token_expired',
      'body_too_large',
      'busy',
      'took_too_long',
    ];
    const ofDevices = ['approval_pending', 'slow_down', 'approval_denied'];
    const ofStorage = ['storage_full', 'storage_failed', 'database_damaged'];
    const ofHistories = ['already_holder', 'evidence_gone', 'partial_evidence'];
    const ofReviews = ['review_open', 'already_decided'];
    const ofOthers = [...ofDevices, ...ofStorage, ...ofHistories, ...ofReviews, 'webhook_unknown'];
    for (const code of [...shownElsewhere, ...ofOthers]) declared.delete(code);
    expect([...met].sort()).toEqual([...declared].sort());
    const log = lines.join('');
    expect(log).toContain('"status":500');
    expect(log).toContain('no such table');
    const fresh = await Promise.all(tokens.map((token) => server.bearer(token)));
    const secrets = [...Object.values(MARKED), ...given, ...fresh, 'marked', 'Marked'];
    for (const secret of secrets) {
      for (const text of [log, metrics])
        expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
  }, 300_000);

  test('of a failed query only what the database said is left, however deep it lies', () => {
    const said = new Error('SQLITE_BUSY: database is locked');
    const query = new Error('Failed query: select 1 params: Nora', { cause: said });
    expect(loggable(query)).toBe(said);
    expect(loggable(new DatabaseFault('busy', query))).toBe(said);
    expect(loggable(new Error('Failed query: x params: Nora'))).toEqual(
      new Error('A query failed.'),
    );
    expect(loggable(said)).toBe(said);
  });
});

describe('metrics', () => {
  test('count what happened, and say how things stand', async () => {
    const { server } = await logged();
    const { feed, lead } = await setUp(server, { seats: 2, mode: 'enforce' });
    const batch = sends('a', START, { count: 120, accepted: 3 });
    await server.events(feed, batch);
    await server.events(feed, [...batch.slice(0, 2), { id: 'bad' }]);
    await server.ask('GET', '/v1/seats/seat-2/reading', { token: lead });
    await server.ask('GET', '/v1/seats/seat-9/reading', { token: lead });
    await server.ask('GET', '/nothing/there');
    await server.moveTo(START + DAY_MS);
    const found = await samples(server);
    const value = (name: string) => found.get(`good_standing_${name}`);
    const requests = (labels: string) => value(`http_requests_total{${labels}}`);
    expect(requests('route="/v1/events",method="POST",status="200"')).toBe(2);
    const reading = 'route="/v1/seats/:seat/reading",method="GET"';
    expect(requests(`${reading},status="200"`)).toBe(1);
    expect(requests(`${reading},status="404"`)).toBe(1);
    expect(requests('route="/*",method="GET",status="404"')).toBe(1);
    expect(value(`http_request_duration_seconds_count{${reading}}`)).toBe(2);
    expect(value('events_total{outcome="accepted",code=""}')).toBe(123);
    expect(value('events_total{outcome="duplicate",code=""}')).toBe(2);
    expect(value('events_total{outcome="refused",code="malformed"}')).toBe(1);
    expect(value('checks_total')).toBe(2);
    expect(value('checks_overdue_seconds')).toBe(0);
    expect(value('seats{standing="warning_due",mode="enforce"}')).toBe(1);
    expect(value('seats{standing="good",mode="enforce"}')).toBe(1);
    expect(value('seats{standing="good",mode="inform"}')).toBe(0);
    expect(value('write_queue_wait_seconds_count')).toBeGreaterThan(5);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0);
    server.sleepTo(START + 2 * DAY_MS);
    const later = await samples(server);
    expect(later.get('good_standing_checks_overdue_seconds')).toBe(9 * 3600);
    expect(later.get('good_standing_checks_total')).toBe(2);
  });

  test('count the checks that a write or a reading makes, too', async () => {
    const { server } = await logged();
    const { feed, recruiters } = await setUp(server, { seats: 2 });
    server.sleepTo(START + DAY_MS);
    await server.events(feed, sends('a', START + DAY_MS));
    expect((await samples(server)).get('good_standing_checks_total')).toBe(2);
    server.sleepTo(START + 2 * DAY_MS);
    await server.reading(recruiters[0] ?? '');
    expect((await samples(server)).get('good_standing_checks_total')).toBe(4);
  });
});
