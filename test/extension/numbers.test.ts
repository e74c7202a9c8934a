import { expect, test } from 'vitest';
import { numbersIn } from '#shared/words/numbers.ts';
import { at } from '#test/extension/readings.ts';

/** No-break spaces read as spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const en = numbersIn('en', 'UTC');

test('a rate is rounded down to one decimal', () => {
  expect(plain(en.rate(1287))).toBe('12.8 %');
  expect(plain(en.rate(1299))).toBe('12.9 %');
  expect(plain(en.rate(1300))).toBe('13.0 %');
  expect(plain(en.term(1300))).toBe('13 %');
  expect(plain(en.term(1350))).toBe('13.5 %');
  expect(plain(numbersIn('de', 'UTC').rate(1287))).toBe('12,8 %');
  expect(plain(numbersIn('fr', 'UTC').rate(2))).toBe('0,0 %');
});

test('counts are grouped as the language does it', () => {
  expect(en.count(1284)).toBe('1,284');
  expect(numbersIn('de', 'UTC').count(1284)).toBe('1.284');
  expect(plain(numbersIn('fr', 'UTC').count(1284))).toBe('1 284');
});

test('an instant is local, with UTC beside it where that differs', () => {
  const check = at('2026-11-21T00:00:00Z');
  expect(plain(en.instant(check))).toBe('21 Nov, 00:00 UTC');
  expect(plain(numbersIn('en', 'Europe/London').instant(check))).toBe('21 Nov, 00:00 UTC');
  expect(plain(numbersIn('en', 'Europe/Berlin').instant(check))).toBe('21 Nov, 01:00 (00:00 UTC)');
  expect(plain(numbersIn('en', 'America/New_York').instant(check))).toBe(
    '20 Nov, 19:00 (21 Nov, 00:00 UTC)',
  );
  expect(plain(numbersIn('de', 'Asia/Kolkata').instant(check))).toBe('21. Nov., 05:30 (00:00 UTC)');
});

test('a near instant is named by its day', () => {
  const now = at('2026-11-07T14:02:00Z');
  expect(plain(en.near(at('2026-11-07T16:00:00Z'), now))).toBe('today, 16:00 UTC');
  expect(plain(en.near(at('2026-11-08T00:00:00Z'), now))).toBe('tonight, 00:00 UTC');
  expect(plain(en.near(at('2026-11-08T09:00:00Z'), now))).toBe('tomorrow, 09:00 UTC');
  expect(plain(en.near(at('2026-11-09T00:00:00Z'), now))).toBe('9 Nov, 00:00 UTC');
  const berlin = numbersIn('de', 'Europe/Berlin');
  expect(plain(berlin.near(at('2026-11-08T00:00:00Z'), now))).toBe(
    'heute Nacht, 01:00 (00:00 UTC)',
  );
});

test('an hour that summer time doubles is told apart by UTC', () => {
  const berlin = numbersIn('en', 'Europe/Berlin');
  expect(plain(berlin.instant(at('2026-10-25T00:30:00Z')))).toBe('25 Oct, 02:30 (00:30 UTC)');
  expect(plain(berlin.instant(at('2026-10-25T01:30:00Z')))).toBe('25 Oct, 02:30 (01:30 UTC)');
});

test('a duration is its two largest units', () => {
  expect(plain(en.duration(9 * 3_600_000 + 58 * 60_000))).toBe('9 h 58 min');
  expect(plain(en.duration(3 * 86_400_000 + 4 * 3_600_000 + 59_000))).toBe('3 d 4 h');
  expect(plain(en.duration(12 * 60_000))).toBe('12 min');
  expect(plain(en.duration(3 * 86_400_000))).toBe('3 d');
  expect(plain(en.duration(20_000))).toBe('0 min');
  expect(plain(en.duration(-5))).toBe('0 min');
});
