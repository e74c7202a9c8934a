import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiClient } from '#extension/state/api-client.ts';
import { createConnectApi } from '#extension/state/connect-api.ts';
import type { Session } from '#extension/state/session.ts';
import { readingSchema } from '#shared/wire/reading.ts';
import { SAMPLE_CREDENTIALS, SERVER } from '#test/extension/sample-credentials.ts';
import { NOW, sampleReading } from '#test/extension/sample-reading.ts';

/** Lends the one token that it has, and no other. */
const session: Pick<Session, 'withToken'> = { withToken: (_target, send) => send('secret') };
const TARGET = SAMPLE_CREDENTIALS;
const IDENTITY = TARGET.identity;

type Call = { url: string; init: RequestInit };

function answering(answer: () => Response | Promise<Response>) {
  const calls: Call[] = [];
  const answering: typeof fetch = (url, init = {}) => {
    calls.push({ url: url instanceof Request ? url.url : url.toString(), init });
    return Promise.resolve(answer());
  };
  const api = createApiClient(answering, session);
  const connectApi = createConnectApi(answering);
  return { api, connectApi, calls, me: () => connectApi.me(SERVER, 'secret') };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

describe('a request', () => {
  test('carries the token, and nothing that the browser would add by itself', async () => {
    const { me, calls } = answering(() => json(IDENTITY));
    await me();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe('https://standing.example/v1/me');
    expect(calls[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { authorization: 'Bearer secret' },
    });
    expect(calls[0]?.init.signal).toBeInstanceOf(AbortSignal);
  });

  test('puts a seat’s id into the path as one part of it', async () => {
    const { api, calls } = answering(() => json({}));
    await api.reading(TARGET, '../me?x#');
    expect(calls[0]?.url).toBe('https://standing.example/v1/seats/..%2Fme%3Fx%23/reading');
  });
});

describe('an answer', () => {
  test('of the contract is decoded, its instants as milliseconds', async () => {
    const { api } = answering(() => json(z.encode(readingSchema, sampleReading())));
    const answer = await api.reading(TARGET, 's1');
    expect(answer).toEqual({ ok: true, value: sampleReading() });
    expect(answer.ok && answer.value.asOf).toBe(NOW);
  });

  test.each([
    ['a page that asks to sign in', () => new Response('<html></html>')],
    ['another object', () => json({ hello: 'there' })],
    ['a reading with a count below 0', () => json({ ...IDENTITY, seat: -1 })],
    ['nothing', () => new Response('')],
    ['a refusal that is no problem document', () => json({ error: 'no' }, 403)],
    ['a redirect that was not followed', () => new Response(null, { status: 304 })],
  ])('that is %s is malformed', async (_name, answer) => {
    const { me } = answering(answer);
    expect(await me()).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('401 is signed out, whatever it says', async () => {
    const { me } = answering(() => new Response('who?', { status: 401 }));
    expect(await me()).toEqual({ ok: false, fault: { code: 'signed_out' } });
  });

  test('a problem document is a refusal with its code', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Not yours',
      status: 403,
      code: 'seat_not_yours',
      detail: 'This seat is another’s.',
    };
    const { me } = answering(() => json(problem, 403));
    expect(await me()).toEqual({ ok: false, fault: { code: 'refused', problem } });
  });

  test.each([408, 429, 500, 502, 503])('%i is for later', async (status) => {
    const { me } = answering(() => json({}, status));
    expect(await me()).toEqual({ ok: false, fault: { code: 'unavailable', status } });
  });
});

describe('an answer of a server that means no good', () => {
  test('is not read on when it has no end', async () => {
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    const { me } = answering(() => new Response(body));
    expect(await me()).toMatchObject({ ok: false, fault: { code: 'malformed' } });
    expect(given).toBeLessThan(10);
  });

  test.each([
    ['holds a text beyond all reason', { ...IDENTITY, seat: 'x'.repeat(5_000) }],
    ['holds numbers for words', { ...IDENTITY, contract: { id: 1, name: 2 } }],
    ['makes up a role', { ...IDENTITY, role: 'owner' }],
  ])('that %s is malformed', async (_name, body) => {
    const { me } = answering(() => json(body));
    expect(await me()).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('that is nested without end is malformed', async () => {
    const { me } = answering(() => new Response('['.repeat(120_000)));
    expect(await me()).toMatchObject({ ok: false, fault: { code: 'malformed' } });
    const closed = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { me: other } = answering(() => new Response(closed));
    expect(await other()).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('has no marks in its names that nobody can see, and what is not known is left out', async () => {
    const contract = { id: 'c1', name: '\u202EgniffatS\u202C Lark\u200Bfield\u0000', evil: 'x' };
    const { me } = answering(() => json({ ...IDENTITY, contract, __proto__: { evil: 1 } }));
    const answer = await me();
    expect(answer).toMatchObject({ ok: true, value: { contract: { name: 'gniffatS Larkfield' } } });
    expect(JSON.stringify(answer)).not.toContain('evil');
  });

  test('has HTML in a name as the text that it is', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { me } = answering(() => json({ ...IDENTITY, contract: { id: 'c1', name } }));
    expect(await me()).toMatchObject({ ok: true, value: { contract: { name } } });
  });
});

describe('a reading of a server that means no good', () => {
  const encoded = z.encode(readingSchema, sampleReading());
  const ask = (change: object, seat = 's1') =>
    answering(() => json({ ...encoded, ...change })).api.reading(TARGET, seat);

  test.each([
    ['of another seat', { seat: { id: 's2', holder: 'Sam' } }],
    ['of another contract', { contract: { id: 'c2', name: 'Larkfield Staffing' } }],
    ['of another age', { asOf: '0001-01-01T00:00:00.000Z' }],
    ['of no time', { asOf: '2026-13-45T99:00:00.000Z' }],
    ['with a mode of its own', { mode: 'enforce_everything' }],
    ['with less than nothing', { tally: { accepted: -1, declined: 0, pending: 0, total: 0 } }],
    ['with a link that runs', { trainingLinks: [{ title: 'x', url: 'javascript:alert(1)' }] }],
    ['with a link in the clear', { trainingLinks: [{ title: 'x', url: 'http://x.example/' }] }],
  ])('%s is none', async (_name, change) => {
    expect(await ask(change)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('cannot hold one-to-one: a gate has no place for it', async () => {
    const gate = { ...encoded.gate, one_to_one: { allowed: false }, oneToOne: false };
    const answer = await ask({ gate });
    expect(answer).toMatchObject({ ok: true, value: { gate: { bulk: { allowed: true } } } });
    expect(JSON.stringify(answer)).not.toMatch(/one_?to_?one/i);
  });

  const until = '9999-12-31T00:00:00.000Z';
  const held = {
    bulk: { allowed: false, reason: 'improvement_period', until, stillPossible: 'one_to_one' },
  };

  test.each([
    ['in another standing than the Improvement Period', { standing: 'warned', mode: 'enforce' }],
    ['in a mode that refuses nothing', { standing: 'improvement', mode: 'inform' }],
    ['without an end', { standing: 'improvement', mode: 'enforce', periodEndsAt: null }],
  ])('holds no bulk %s', async (_name, change) => {
    const answer = await ask({ gate: held, periodEndsAt: until, ...change });
    expect(answer).toMatchObject({ ok: true, value: { gate: { bulk: { allowed: true } } } });
  });

  test('holds bulk no longer than a year from when it was made', async () => {
    const paused = { standing: 'improvement', mode: 'enforce', periodEndsAt: until, gate: held };
    const answer = await ask(paused);
    const year = NOW + 366 * 86_400_000;
    expect(answer).toMatchObject({ ok: true, value: { gate: { bulk: { until: year } } } });
  });

  test('that comes with a receipt is left out where it is not ours, and the receipt counts', async () => {
    const other = { ...encoded, seat: { id: 's2', holder: 'Sam' } };
    const foreign = { ...encoded, contract: { id: 'c2', name: 'X' } };
    const receipt = { accepted: 1, duplicates: 0, conflicts: [], readings: [other, foreign] };
    const { api } = answering(() => json(receipt));
    const answer = await api.postEvents(TARGET, []);
    expect(answer).toEqual({ ok: true, value: { ...receipt, readings: [] } });
  });

  test('in a list of another contract is none', async () => {
    const PAGE = { limit: 100, after: null, page: 0 } as const;
    const { seat, tally, standing, mode, responseRateBps, periodEndsAt, nextCheckAt } = encoded;
    const row = { seat, tally, standing, mode, responseRateBps, periodEndsAt, nextCheckAt };
    const list = {
      contract: { id: 'c2', name: 'X' },
      asOf: encoded.asOf,
      terms: encoded.terms,
      counts: { all: 1, longUnread: 0, everSeen: 0, shown: {} },
      seats: [{ ...row, team: null, provisional: 0, notice: null, lastSeenAt: null }],
      next: null,
    };
    const { api } = answering(() => json(list));
    expect(await api.team.seats(TARGET, PAGE)).toMatchObject({
      ok: false,
      fault: { code: 'malformed' },
    });
    const { api: ours } = answering(() => json({ ...list, contract: encoded.contract }));
    const older = await ours.team.seats(TARGET, PAGE);
    expect(older).toMatchObject({ ok: true });
    // A server of before says nothing of reviews, which is not that none waits.
    expect(older.ok && 'openReviews' in older.value.counts).toBe(false);
    const counts = { ...list.counts, openReviews: 2, ofLaterOnes: 3 };
    const { api: newer } = answering(() => json({ ...list, contract: encoded.contract, counts }));
    const { ofLaterOnes: _, ...known } = counts;
    expect(await newer.team.seats(TARGET, PAGE)).toMatchObject({ value: { counts: known } });
  });
});

describe('what needs no token', () => {
  test('carries none, and takes a refusal for what it says', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The token is not known, or not any more.',
      status: 401,
      code: 'token_unknown',
      detail: 'The token is not known, or not any more.',
    };
    const { connectApi, calls } = answering(() => json(problem, 401));
    const grant = { grant: 'refresh', refreshToken: 'r' } as const;
    expect(await connectApi.fetchTokens(SERVER, grant)).toEqual({
      ok: false,
      fault: { code: 'refused', problem },
    });
    expect(calls[0]?.url).toBe('https://standing.example/v1/connect/token');
    expect(calls[0]?.init.headers).not.toHaveProperty('authorization');
    expect(calls[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  test('takes a page that asks to sign in for no refusal', async () => {
    const { connectApi } = answering(() => new Response('<html>', { status: 401 }));
    const grant = { grant: 'refresh', refreshToken: 'r' } as const;
    const answer = await connectApi.fetchTokens(SERVER, grant);
    expect(answer).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });
});

describe('no answer', () => {
  test('is offline', async () => {
    const { me } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await me()).toEqual({ ok: false, fault: { code: 'offline' } });
  });

  test('nor is one that breaks off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"contract":'));
        controller.error(new TypeError('network error'));
      },
    });
    const { me } = answering(() => new Response(body));
    expect(await me()).toEqual({ ok: false, fault: { code: 'offline' } });
  });
});
