import { expect, test } from 'vitest';
import { emlOf, mailtoOf, reviewMail } from '#extension/entrypoints/review/review-mail.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { ReviewDetail } from '#shared/wire/reviews.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { NOW } from '#test/extension/sample-reading.ts';

const REVIEW: ReviewDetail = {
  id: 'r1',
  seat: { id: 'seat-1', holder: 'Jürgen Groß' },
  askedAt: NOW,
  reason: 'other',
  message: 'Bitte & danke?\nZweite Zeile',
  standing: 'warned',
  tally: tallyOf(5, 1, 94),
  responseRateBps: 600,
  proofSha256: null,
  decision: null,
  proof: null,
};
const contract = { id: 'c1', name: 'Larkfield Staffing' };
const mailTo = (relationshipManager: string | null) =>
  reviewMail(REVIEW, { contract, relationshipManager }, numbersIn('de', 'UTC'));

test('a mail goes to the relationship manager where the contract gives an address', () => {
  expect(mailTo('Aisha Brennan <aisha@example.com>').to).toBe('aisha@example.com');
  expect(mailTo('aisha@example.com').to).toBe('aisha@example.com');
  expect(mailTo('Aisha Brennan').to).toBe('');
  expect(mailTo(null).to).toBe('');
});

test('a link says every word of it, and nothing else', () => {
  const url = new URL(mailtoOf(mailTo('aisha@example.com')));
  expect(url.pathname).toBe('aisha@example.com');
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(url.searchParams.get('body')).toContain('Bitte & danke?\r\nZweite Zeile');
  expect(url.searchParams.get('body')).toContain('6,0\u00a0%, 6 von 100 beantwortet');
});

test('a saved mail keeps every letter of its subject, in lines that mail allows', () => {
  const eml = emlOf({ ...mailTo('aisha@example.com'), proof: '{}' });
  const [, header = ''] = /^Subject: ([^]*?)\r\n\S/m.exec(eml) ?? [];
  const words = [...header.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)];
  const subject = words.map(([, word = '']) => Buffer.from(word, 'base64').toString()).join('');
  expect(subject).toBe('Überprüfung von seat-1 (Jürgen Groß)');
  for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});
