import { describe, expect, test } from 'vitest';
import { badgeOf } from '#extension/state/badge.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { NOW, sampleReading } from '#test/extension/sample-reading.ts';

const numbers = numbersIn('en', 'UTC');
const NB = '\u00a0';

describe('the toolbar', () => {
  test('shows a judged rate without its sign, and says the counts in its title', () => {
    expect(badgeOf('live', sampleReading(), NOW, numbers)).toEqual({
      text: '13.8',
      colour: '#915907',
      title: `Good Standing · 13.8${NB}% · 18 of 130 answered`,
    });
  });

  test('shows nothing in observe, and says so', () => {
    const { text, title } = badgeOf('live', sampleReading({ mode: 'observe' }), NOW, numbers);
    expect(text).toBe('');
    expect(title).toBe('Good Standing · this seat is in observation');
  });

  test('does not cry wolf while there are too few InMails to judge', () => {
    const tally = { accepted: 0, declined: 0, pending: 61, total: 61 };
    const reading = sampleReading({ tally, responseRateBps: 0 });
    expect(badgeOf('live', reading, NOW, numbers)).toMatchObject({ text: '', colour: '#595959' });
  });

  test('calls for a notice before anything else', () => {
    const reading = sampleReading({
      standing: 'improvement',
      periodEndsAt: NOW + 1,
      notice: { type: 'improvement_started', issuedAt: NOW, tally: null },
    });
    const badge = badgeOf('offline', reading, NOW, numbers);
    expect(badge.text).toBe('!');
    expect(badge.title).toContain('bulk InMail is paused');
    expect(badge.title).toContain('a notice is waiting to be read in Recruiter');
    expect(badge.title).toContain('Offline');
  });

  test('shows a pause only as long as it is known to hold', () => {
    const paused = sampleReading({ standing: 'improvement', periodEndsAt: NOW + 1 });
    expect(badgeOf('live', paused, NOW, numbers)).toMatchObject({ text: '❚❚', colour: '#b11226' });
    expect(badgeOf('live', paused, NOW + 1, numbers).text).toBe('?');
  });

  test('without a reading says what is missing', () => {
    expect(badgeOf('not_connected', null, NOW, numbers).title).toContain('not connected');
    expect(badgeOf('signed_out', null, NOW, numbers).title).toContain('signed out');
    expect(badgeOf('live', null, NOW, numbers).title).toBe('Good Standing');
  });

  test.each(LANGUAGES)('fits its four characters in %s', (language) => {
    const tally = { accepted: 130, declined: 0, pending: 0, total: 130 };
    for (const responseRateBps of [0, 1384, 9999]) {
      const reading = sampleReading({ tally, responseRateBps });
      expect(badgeOf('live', reading, NOW, numbersIn(language, 'UTC')).text.length).toBeLessThan(5);
    }
  });
});
