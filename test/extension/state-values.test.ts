import * as fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { backoffMs, isPausing } from '#extension/state/backoff.ts';
import { fromBase64Url, toBase64Url } from '#extension/state/base64-url.ts';
import { createTurns } from '#extension/state/in-turn.ts';
import { withMiss, type KeptMiss } from '#extension/state/misses.ts';
import { entriesOfSend } from '#extension/state/observed-events.ts';
import { hashTexts } from '#extension/state/recipient-hash.ts';
import { isFromOwnPage, isFromRecruiter } from '#extension/state/sender.ts';
import { permissionOf, readServerAddress } from '#extension/state/server-address.ts';
import { parseEvent } from '#shared/policy/parse-event.ts';
import { SAMPLE_CREDENTIALS } from '#test/extension/sample-credentials.ts';
import { NOW } from '#test/extension/sample-reading.ts';

describe('a sender', () => {
  const page = { id: 'own', tab: {}, url: 'https://www.linkedin.com/talent/home' };

  test('is Recruiter when it is our script in its page', () => {
    expect(isFromRecruiter(page, 'own')).toBe(true);
    expect(
      isFromRecruiter({ ...page, url: 'about:blank', origin: 'https://www.linkedin.com' }, 'own'),
    ).toBe(true);
  });

  test.each([
    ['another extension', { ...page, id: 'other' }],
    ['no page', { ...page, tab: undefined }],
    ['another site', { ...page, url: 'https://www.linkedin.com.evil.example/talent/' }],
    ['plain http', { ...page, url: 'http://www.linkedin.com/talent/' }],
    ['another origin in the page', { ...page, origin: 'https://evil.example' }],
    ['an extension page', { ...page, url: 'chrome-extension://own/popup.html' }],
    ['nobody', {}],
  ])('is not, when it is %s', (_name, sender) => {
    expect(isFromRecruiter(sender, 'own')).toBe(false);
  });

  test('is a page of ours by its address', () => {
    const base = 'chrome-extension://own/';
    expect(isFromOwnPage({ id: 'own', url: `${base}popup.html` }, 'own', base)).toBe(true);
    expect(isFromOwnPage({ id: 'own', url: page.url }, 'own', base)).toBe(false);
    expect(isFromOwnPage({ id: 'own', url: 'chrome-extension://own2/x' }, 'own', base)).toBe(false);
    expect(isFromOwnPage({ id: 'other', url: `${base}popup.html` }, 'own', base)).toBe(false);
  });
});

describe('a server’s address', () => {
  test.each([
    ['standing.example', 'https://standing.example'],
    [' https://Standing.Example:8443/path?x#y ', 'https://standing.example:8443'],
    ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
    ['http://localhost:8787', 'http://localhost:8787'],
  ])('%s is %s', (typed, origin) => {
    expect(readServerAddress(typed)).toBe(origin);
  });

  test.each([
    '',
    '   ',
    'http://standing.example',
    'ftp://standing.example',
    'javascript:alert(1)',
    'https://',
    'http://127.0.0.1.evil.example',
    'two words',
  ])('%s is none', (typed) => {
    expect(readServerAddress(typed)).toBeNull();
  });

  test('asks for the permission of its host, without the port', () => {
    expect(permissionOf('https://standing.example:8443')).toBe('https://standing.example/*');
  });
});

describe('an observed send', () => {
  const send = { at: NOW, surface: 'search', memberIds: [] };

  test('to three is three events of one batch, of which the known recipients are named', () => {
    const entries = entriesOfSend(SAMPLE_CREDENTIALS, { ...send, mode: 'bulk', count: 3 }, 'p', [
      { recipient: 'h1', nameHash: 'n1' },
      { recipient: 'h2' },
    ]);
    expect(entries.map((entry) => entry.kind === 'sent' && entry.event)).toEqual([
      {
        id: 'p.0',
        type: 'inmail.sent',
        at: '2026-11-23T14:00:00.000Z',
        seat: 's1',
        inmail: 'p.0',
        mode: 'bulk',
        surface: 'search',
        batch: 'p',
        recipient: 'h1',
        nameHash: 'n1',
      },
      {
        id: 'p.1',
        type: 'inmail.sent',
        at: '2026-11-23T14:00:00.000Z',
        seat: 's1',
        inmail: 'p.1',
        mode: 'bulk',
        surface: 'search',
        batch: 'p',
        recipient: 'h2',
      },
      {
        id: 'p.2',
        type: 'inmail.sent',
        at: '2026-11-23T14:00:00.000Z',
        seat: 's1',
        inmail: 'p.2',
        mode: 'bulk',
        surface: 'search',
        batch: 'p',
      },
    ]);
  });

  test('to one has no batch, and every event is one that the ledger takes', () => {
    const [one, ...others] = entriesOfSend(
      SAMPLE_CREDENTIALS,
      { ...send, mode: 'one_to_one', count: 1 },
      'p',
      [],
    );
    expect(others).toEqual([]);
    const event = one?.kind === 'sent' ? one.event : null;
    expect(event).not.toHaveProperty('batch');
    expect(event).not.toHaveProperty('recipient');
    expect(parseEvent(event).ok).toBe(true);
  });
});

describe('a recipient’s hash', () => {
  test('is the keyed one that any server can make again', async () => {
    const key = toBase64Url(new Uint8Array([0, 1, 2, 250, 255]));
    const expected = createHmac('sha256', Buffer.from(key, 'base64url'))
      .update('AEMAAC_ü')
      .digest('base64url');
    expect(await hashTexts(crypto.subtle, key, ['AEMAAC_ü'])).toEqual([expected]);
  });

  test('needs a key', async () => {
    await expect(hashTexts(crypto.subtle, '!', ['m'])).rejects.toThrow(Error);
  });

  test('base64url goes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...fromBase64Url(text)]).toEqual([...bytes]);
      }),
    );
  });
});

test('pauses double up to four minutes, less up to a half by chance', () => {
  expect([1, 2, 3, 4, 5, 9].map((failures) => backoffMs(failures, 0) / 1000)).toEqual([
    15, 30, 60, 120, 240, 240,
  ]);
  expect(backoffMs(1, 0.999)).toBeGreaterThanOrEqual(7500);
});

test('a pause holds until its end, and not for a clock that was set back', () => {
  expect(isPausing(null, NOW)).toBe(false);
  expect(isPausing(NOW + 1, NOW)).toBe(true);
  expect(isPausing(NOW, NOW)).toBe(false);
  expect(isPausing(NOW + 3_600_000, NOW)).toBe(false);
});

test('misses are one line a part, newest first, twenty at most', () => {
  const miss = (part: string, at: number) => ({ surface: 'search', part, at, outline: 'body' });
  let kept: KeptMiss[] = [];
  for (let at = 0; at < 25; at += 1) kept = withMiss(kept, miss(`part ${at}`, at));
  kept = withMiss(kept, miss('part 20', 99));
  expect(kept).toHaveLength(20);
  expect(kept[0]).toEqual({
    ...miss('part 20', 99),
    times: 2,
    since: 20,
    toldAt: null,
  });
  expect(kept.at(-1)?.part).toBe('part 5');
});

test('turns are taken one after the other, whatever came of the one before', async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  const first = inTurn(async () => {
    await Promise.resolve();
    seen.push('first');
    throw new Error('no');
  });
  const second = inTurn(() => {
    seen.push('second');
    return Promise.resolve(2);
  });
  await expect(first).rejects.toThrow('no');
  expect(await second).toBe(2);
  expect(seen).toEqual(['first', 'second']);
});
