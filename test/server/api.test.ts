import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addSeat } from '#server/contracts/seats.ts';
import { ROUTES } from '#server/routes.ts';
import { identitySchema } from '#shared/wire/identity.ts';
import { readingSchema } from '#shared/wire/reading.ts';
import { iso, sends, setUp, START, TestServer } from '#test/server/harness.ts';

/** What Chromium makes of the key in the manifest: 16 bytes of its hash, in letters. */
function extensionId(): string {
  const settings = readFileSync(new URL('../../wxt.config.ts', import.meta.url), 'utf8');
  const [, literal = ''] = /CHROMIUM_KEY =([^;]+);/.exec(settings) ?? [];
  const key = Buffer.from(literal.replaceAll(/'\s*\+\s*'|['\s]/g, ''), 'base64');
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return hash.replaceAll(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

const PATHS = ROUTES.filter(({ callers }) => typeof callers !== 'string').map(
  ({ method, path }) => [method, path.replace(':seat', 'seat-1')] as const,
);

describe('everywhere', () => {
  test('health answers anybody', async () => {
    const server = await TestServer.start();
    const { status, body } = await server.ask('GET', '/health');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  test.each(PATHS)('%s %s wants a token that is known', async (method, path) => {
    const server = await TestServer.start();
    const body = method === 'POST' ? {} : undefined;
    const without = await server.problem(method, path, { body });
    expect([without.status, without.code]).toEqual([401, 'token_missing']);
    for (const token of ['gs_', 'x'.repeat(5000), `gs_${'A'.repeat(43)}`, "'or'1'='1"]) {
      const { status, code } = await server.problem(method, path, { body, token });
      expect([status, code]).toEqual([401, 'token_unknown']);
    }
    const { headers } = await server.ask(method, path, { body });
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  test('an unknown address, and a known one by another method, is a problem too', async () => {
    const server = await TestServer.start();
    const { lead } = await setUp(server);
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/v1/nothing'],
      ['GET', '/v1/events'],
      ['DELETE', '/v1/me'],
      ['GET', '/v1/seats/seat-1/reading/more'],
    ] as const) {
      const { status, code } = await server.problem(method, path, { token: lead });
      expect([path, status, code]).toEqual([path, 404, 'route_unknown']);
    }
  });

  test('a body that does not fit names the field', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const post = async (text: string) =>
      server.problem('POST', '/v1/events', { token: feed, text });
    expect(await post('{"events":[')).toMatchObject({ status: 400, code: 'not_json' });
    expect(await post('')).toMatchObject({ status: 400, code: 'not_json' });
    const cases: [text: string, field: string][] = [
      ['[]', ''],
      ['{}', 'events'],
      ['{"events":[1]}', 'events.0'],
      ['{"events":[],"completeUpTo":[{"seat":"seat-1","at":"x"}]}', 'completeUpTo.0.at'],
      [JSON.stringify({ events: Array.from({ length: 1001 }, () => ({})) }), 'events'],
    ];
    for (const [text, field] of cases) {
      expect(await post(text)).toMatchObject({ status: 400, code: 'field_invalid', field });
    }
  });

  test('a body of more than 1 MB is refused, told or not how long it is', async () => {
    const server = await TestServer.start();
    const { feed } = await setUp(server);
    const text = JSON.stringify({ events: [], more: 'x'.repeat(1024 * 1024) });
    const told = await server.problem('POST', '/v1/events', { token: feed, text });
    expect([told.status, told.code]).toEqual([413, 'body_too_large']);
    const untold = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${feed}` };
      const asked = request(`${server.running.url}/v1/events`, { method: 'POST', headers });
      asked.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      asked.write(text);
      asked.end();
    });
    expect(untold).toBe(413);
  });

  test('browser extensions may call from other origins, web pages may not', async () => {
    const server = await TestServer.start();
    const allowed = async (origin: string) => {
      const preflight = { 'access-control-request-method': 'GET' };
      const asked = { headers: { origin, ...preflight } };
      const { headers } = await server.ask('OPTIONS', '/v1/me', asked);
      const answered = await server.ask('GET', '/health', { headers: { origin } });
      expect(answered.headers.get('access-control-allow-origin')).toBe(
        headers.get('access-control-allow-origin'),
      );
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      return headers.get('access-control-allow-origin');
    };
    const extension = `chrome-extension://${extensionId()}`;
    expect(await allowed(extension)).toBe(extension);
    for (const page of [
      'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
      `${extension}.example.com`,
      'moz-extension://0e3f5b4a-0a3f-4d1a-9d5e-3a7e2c1b0f9d',
      'https://www.linkedin.com',
      'null',
      'https://x.test/chrome-extension://a',
    ]) {
      expect(await allowed(page)).toBeNull();
    }
  });
});

describe('GET /v1/me', () => {
  test('says who a token speaks for; only browsers get the key to hash recipients', async () => {
    const server = await TestServer.start();
    const { contract, lead, feed, recruiters } = await setUp(server);
    const me = (token: string) => server.call(identitySchema, 'GET', '/v1/me', { token });
    const named = { id: contract, name: 'Fernhill Talent' };
    const others = { contract: named, seat: null, recipientKey: null, device: null, teams: null };
    const device = { name: 'Chromium on Linux' };
    expect(await me(lead)).toMatchObject({ ...others, role: 'lead', device });
    expect(await me(feed)).toEqual({ ...others, role: 'feed' });
    const recruiter = await me(recruiters[0] ?? '');
    expect(recruiter).toMatchObject({ contract: named, role: 'recruiter', seat: 'seat-1' });
    expect(Buffer.from(recruiter.recipientKey ?? '', 'base64url')).toHaveLength(32);
  });
});

describe('GET /v1/seats/{seat}/reading', () => {
  test('is for the seat itself and for leads', async () => {
    const server = await TestServer.start();
    const { lead, feed, recruiters } = await setUp(server, { seats: 2 });
    const path = '/v1/seats/seat-2/reading';
    expect((await server.reading(recruiters[1] ?? '', 'seat-2')).seat.id).toBe('seat-2');
    expect((await server.reading(lead, 'seat-2')).seat.holder).toBe('Holder 2');
    for (const token of [feed, recruiters[0] ?? '']) {
      const { status, code } = await server.problem('GET', path, { token });
      expect([status, code]).toEqual([403, 'not_allowed']);
    }
    const unknown = '/v1/seats/seat-9/reading';
    const forLead = await server.problem('GET', unknown, { token: lead });
    expect([forLead.status, forLead.code, forLead.field]).toEqual([404, 'seat_unknown', 'seat']);
    const forOther = await server.problem('GET', unknown, { token: recruiters[0] ?? '' });
    expect(forOther.code).toBe('not_allowed');
  });

  test('no contract sees another', async () => {
    const server = await TestServer.start();
    const one = await setUp(server);
    const other = await setUp(server, { name: 'Other', seats: 2 });
    expect(other.contract).toBe('other');
    await server.events(one.feed, sends('a', START, { count: 3 }));
    const [token = ''] = other.recruiters;
    expect((await server.reading(token)).tally.total).toBe(0);
    const seen = await server.problem('GET', '/v1/seats/seat-2/reading', { token: one.lead });
    expect(seen.code).toBe('seat_unknown');
    const same = await server.events(other.feed, sends('a', START, { count: 3 }));
    expect(same).toMatchObject({ accepted: 3, conflicts: [] });
  });

  test('says all there is to say', async () => {
    const server = await TestServer.start();
    const relationshipManager = 'Aisha Brennan';
    const { feed, recruiters } = await setUp(server, { relationshipManager });
    await server.events(feed, sends('a', START, { count: 8, accepted: 1, declined: 1 }));
    const { body } = await server.ask('GET', '/v1/seats/seat-1/reading', {
      token: recruiters[0] ?? '',
    });
    expect(body).toEqual({
      contract: { id: 'fernhill-talent', name: 'Fernhill Talent' },
      seat: { id: 'seat-1', holder: 'Holder 1' },
      asOf: iso(START),
      tally: { accepted: 1, declined: 1, pending: 6, total: 8 },
      responseRateBps: 2500,
      acceptanceRateBps: 1250,
      standing: 'good',
      everWarned: false,
      countsFrom: null,
      periodEndsAt: null,
      nextCheckAt: '2026-01-06T00:00:00.000Z',
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
        source: 'feed',
        since: iso(START),
        completeUpTo: null,
        provisional: 0,
        provisionalAccepted: 0,
        provisionalDeclined: 0,
        unmatched: 0,
        inboxReadAt: null,
        isPartialAccepted: true,
      },
      relationshipManager,
      surfacesOff: [],
      trainingLinks: [],
    });
  });

  test('an unchanged reading costs no body, whenever it is asked for', async () => {
    const server = await TestServer.start();
    const { feed, recruiters } = await setUp(server);
    const token = recruiters[0] ?? '';
    const path = '/v1/seats/seat-1/reading';
    const tag = (await server.ask('GET', path, { token })).headers.get('etag') ?? '';
    const withTag = (given: string) =>
      server.ask('GET', path, { token, headers: { 'if-none-match': given } });
    server.sleepTo(START + 60_000);
    for (const given of [tag, tag.replace('W/', ''), `"x", ${tag}`, '*']) {
      const { status, body, headers } = await withTag(given);
      expect([given, status, body, headers.get('etag')]).toEqual([given, 304, null, tag]);
    }
    expect((await withTag('"x"')).status).toBe(200);
    await server.events(feed, sends('a', START));
    const { status, body, headers } = await withTag(tag);
    expect(status).toBe(200);
    expect(headers.get('etag')).not.toBe(tag);
    expect(readingSchema.parse(body).tally.total).toBe(1);
  });

  test('seats may be named with any characters', async () => {
    const server = await TestServer.start();
    const { lead, contract } = await setUp(server, { seats: 0 });
    const id = 'Süd/1 %?#';
    await addSeat(server.running.ledger, contract, { id, holder: 'Ada' });
    expect((await server.reading(lead, encodeURIComponent(id))).seat.id).toBe(id);
  });
});
