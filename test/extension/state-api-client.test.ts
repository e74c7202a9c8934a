import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiClient } from '#extension/state/api-client.ts';
import { readingSchema } from '#shared/wire/reading.ts';
import { NOW, sampleReading } from '#test/extension/sample-reading.ts';

const TARGET = { server: 'https://standing.example', token: 'secret' };
const IDENTITY = {
  contract: { id: 'c1', name: 'Larkfield Staffing' },
  role: 'recruiter',
  seat: 's1',
  recipientKey: null,
  device: null,
  teams: null,
};

type Call = { url: string; init: RequestInit };

function answering(answer: () => Response | Promise<Response>) {
  const calls: Call[] = [];
  const api = createApiClient((url, init = {}) => {
    calls.push({ url: url instanceof Request ? url.url : url.toString(), init });
    return Promise.resolve(answer());
  });
  return { api, calls };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

describe('a request', () => {
  test('carries the token, and nothing that the browser would add by itself', async () => {
    const { api, calls } = answering(() => json(IDENTITY));
    await api.me(TARGET);
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
    const { api } = answering(answer);
    expect(await api.me(TARGET)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('401 is signed out, whatever it says', async () => {
    const { api } = answering(() => new Response('who?', { status: 401 }));
    expect(await api.me(TARGET)).toEqual({ ok: false, fault: { code: 'signed_out' } });
  });

  test('a problem document is a refusal with its code', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Not yours',
      status: 403,
      code: 'seat_not_yours',
      detail: 'This seat is another’s.',
    };
    const { api } = answering(() => json(problem, 403));
    expect(await api.me(TARGET)).toEqual({ ok: false, fault: { code: 'refused', problem } });
  });

  test.each([408, 429, 500, 502, 503])('%i is for later', async (status) => {
    const { api } = answering(() => json({}, status));
    expect(await api.me(TARGET)).toEqual({ ok: false, fault: { code: 'unavailable', status } });
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
    const { api } = answering(() => new Response(body));
    expect(await api.me(TARGET)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
    expect(given).toBeLessThan(10);
  });

  test.each([
    ['holds a text beyond all reason', { ...IDENTITY, seat: 'x'.repeat(5_000) }],
    ['holds numbers for words', { ...IDENTITY, contract: { id: 1, name: 2 } }],
    ['makes up a role', { ...IDENTITY, role: 'owner' }],
  ])('that %s is malformed', async (_name, body) => {
    const { api } = answering(() => json(body));
    expect(await api.me(TARGET)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('that is nested without end is malformed', async () => {
    const { api } = answering(() => new Response('['.repeat(120_000)));
    expect(await api.me(TARGET)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
    const closed = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { api: other } = answering(() => new Response(closed));
    expect(await other.me(TARGET)).toMatchObject({ ok: false, fault: { code: 'malformed' } });
  });

  test('has no marks in its names that nobody can see, and what is not known is left out', async () => {
    const contract = { id: 'c1', name: '\u202EgniffatS\u202C Lark\u200Bfield\u0000', evil: 'x' };
    const { api } = answering(() => json({ ...IDENTITY, contract, __proto__: { evil: 1 } }));
    const answer = await api.me(TARGET);
    expect(answer).toMatchObject({ ok: true, value: { contract: { name: 'gniffatS Larkfield' } } });
    expect(JSON.stringify(answer)).not.toContain('evil');
  });

  test('has HTML in a name as the text that it is', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const { api } = answering(() => json({ ...IDENTITY, contract: { id: 'c1', name } }));
    expect(await api.me(TARGET)).toMatchObject({ ok: true, value: { contract: { name } } });
  });

  test('cannot hold one-to-one: a gate has no place for it', async () => {
    const reading = z.encode(readingSchema, sampleReading());
    const gate = { ...reading.gate, one_to_one: { allowed: false }, oneToOne: false };
    const { api } = answering(() => json({ ...reading, gate }));
    const answer = await api.reading(TARGET, 's1');
    expect(answer).toMatchObject({ ok: true, value: { gate: { bulk: { allowed: true } } } });
    expect(JSON.stringify(answer)).not.toMatch(/one_?to_?one/i);
  });
});

describe('no answer', () => {
  test('is offline', async () => {
    const { api } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api.me(TARGET)).toEqual({ ok: false, fault: { code: 'offline' } });
  });

  test('nor is one that breaks off', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"contract":'));
        controller.error(new TypeError('network error'));
      },
    });
    const { api } = answering(() => new Response(body));
    expect(await api.me(TARGET)).toEqual({ ok: false, fault: { code: 'offline' } });
  });
});
