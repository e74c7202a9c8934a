import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { noticeContent } from '#extension/features/notice-content.ts';
import { cardContent, standingWord } from '#extension/features/standing-content.ts';
import { standingSentence } from '#extension/features/card-text.ts';
import { stripContent } from '#extension/features/strip-content.ts';
import { viewOf } from '#extension/features/view.ts';
import { NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { overlayTemplates, overlayWords } from '#shared/words/overlay-words.ts';
import { toldTemplates, toldWords } from '#shared/words/told-words.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';
import { pilotWords } from '#shared/words/pilot.ts';
import { plainPolicyWords } from '#shared/words/plain-policy.ts';
import { reviewWords } from '#shared/words/review.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';
import { teamWords } from '#shared/words/team.ts';
import { transferWords } from '#shared/words/transfer.ts';
import { at, reading } from '#test/extension/readings.ts';

/** Everything that is said in Recruiter's page and to a lead, and the policy in plain words. */
const CATALOGUES = (language: Language): unknown => [
  ownSeatWords[language],
  teamWords[language],
  seatPageWords[language],
  transferWords[language],
  reviewWords[language],
  pilotWords[language],
  plainPolicyWords[language],
  overlayWords(language),
  toldWords(language),
];
const BLAME =
  /violat|fail|error|punish|verst(o|ö)ß|versag|fehler|infracci|fall[oó]|sanci|enfreint|échec|erreur|faute/i;

/** What a function of words takes first: a text, or an object of texts. */
const ANYTHING: unknown = new Proxy(
  {},
  { get: (_, key) => (typeof key === 'symbol' ? () => '7' : '7') },
);

/** Every word of a catalogue, what its functions say among them. */
function said(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return said(words(ANYTHING, '8', true, '9'));
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(said);
}

for (const language of LANGUAGES) {
  test(`${language}: nothing is empty, blames anybody or is cut off`, () => {
    for (const text of said(CATALOGUES(language))) {
      expect(text.trim(), text).not.toBe('');
      expect(text).not.toMatch(BLAME);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });
}

function isCatalogue(words: unknown): words is Partial<Record<Language, unknown>> {
  return typeof words === 'object' && words !== null;
}

const WORDS = fileURLToPath(new URL('../../shared/words/', import.meta.url));

test('no mark is parted from its word: a per cent sign, and French signs and quotes', async () => {
  const modules = await Promise.all(
    globSync('*.ts', { cwd: WORDS }).map((file): Promise<object> => import(WORDS + file)),
  );
  const catalogues = modules.flatMap((module): unknown[] => Object.values(module));
  const saidIn = (language: Language) =>
    catalogues.flatMap((words) =>
      isCatalogue(words) && language in words ? said(words[language]) : [],
    );
  expect(saidIn('fr').length).toBeGreaterThan(500);
  expect(saidIn('fr').filter((text) => / [;:?!»]|« /.test(text))).toEqual([]);
  expect(LANGUAGES.flatMap(saidIn).filter((text) => / %/.test(text))).toEqual([]);
});

/** Of every text with places which those are, and by what it turns. */
function placesIn(templates: unknown, path = ''): string[] {
  if (typeof templates === 'string') {
    const places = templates.match(/\{\w*\}/g) ?? [];
    return [`${path}: ${[...new Set(places)].toSorted().join()}`];
  }
  if (typeof templates !== 'object' || templates === null) return [];
  return Object.entries(templates).flatMap(([key, value]) =>
    key === 'by' ? [`${path} by ${value}`] : placesIn(value, `${path}.${key}`),
  );
}

test('the languages say the same with the same', () => {
  const [first, ...others] = LANGUAGES.map((language) =>
    placesIn({ ...overlayTemplates(language), ...toldTemplates(language) }),
  );
  expect(first).toContain('.strip.toLine by isOne');
  for (const places of others) expect(places).toEqual(first);
});

const NOW = at('2026-11-07T14:05:00Z');
const ENGLISH = {
  numbers: numbersIn('en', 'UTC'),
  words: { ...overlayWords('en'), ...toldWords('en') },
};
const PERIOD_END = at('2026-11-21T00:00:00Z');

function viewFor(given: Reading) {
  return viewOf({
    stored: { reading: given, isCarriedForward: false },
    connection: 'live',
    now: NOW,
    contractName: given.contract.name,
    isOrphan: false,
  });
}

/** Everything that is said of a reading, anywhere. */
function everything(given: Reading, language: Language): string {
  const numbers = numbersIn(language, 'UTC');
  const view = viewFor(given);
  const speech = { numbers, words: { ...overlayWords(language), ...toldWords(language) } };
  return JSON.stringify([
    standingWord(view, numbers),
    standingSentence(view, numbers, speech.words.standing),
    cardContent(view, numbers),
    [1, 2, 40, null].map((recipients) =>
      stripContent(view, given, { recipients, isHeld: false, notice: null }, speech),
    ),
    given.notice === null ? '' : noticeContent(given.notice, given, view, speech),
  ]);
}

test('every standing with every notice can be said in every language', () => {
  for (const language of LANGUAGES) {
    for (const standing of STANDINGS) {
      for (const type of NOTICE_TYPES) {
        for (const tally of [tallyOf(8, 4, 88), tallyOf(3, 1, 57), tallyOf(0, 0, 0), null]) {
          const isTimed = standing === 'warned' || standing === 'improvement';
          const text = everything(
            reading({
              standing,
              tally: tally ?? tallyOf(0, 0, 0),
              periodEndsAt: isTimed ? PERIOD_END : null,
              nextCheckAt: standing === 'warning_due' ? null : PERIOD_END,
              notice: { type, issuedAt: NOW, tally },
            }),
            language,
          );
          expect(text.replaceAll(/":null/g, '')).not.toMatch(/undefined|NaN|\bnull |\[object/);
        }
      }
    }
  }
});

test('where a pilot refuses nothing, nothing says that bulk InMail is paused', () => {
  const PAUSED = { en: /paus/i, de: /pausier/i, es: /pausa/i, fr: /en pause/i };
  for (const language of LANGUAGES) {
    for (const type of NOTICE_TYPES) {
      const given = reading({
        mode: 'inform',
        standing: 'improvement',
        periodEndsAt: PERIOD_END,
        notice: { type, issuedAt: NOW, tally: tallyOf(8, 4, 88) },
      });
      const text = everything(given, language).replaceAll('"shown":"paused"', '');
      expect(text).not.toMatch(PAUSED[language]);
    }
  }
});

test('an Improvement Period that ended is told by what ended it', () => {
  const happened = (tally: Reading['tally'] | null) => {
    const given = reading({ notice: { type: 'improvement_ended', issuedAt: NOW, tally } });
    return given.notice === null
      ? ''
      : noticeContent(given.notice, given, viewFor(given), ENGLISH).happened;
  };
  expect(happened(tallyOf(19, 3, 100))).toContain('as of 7 Nov, 14:05\u00a0UTC');
  expect(happened(tallyOf(19, 3, 100))).toContain('22 of your 122 InMails were answered: 18.0');
  expect(happened(tallyOf(4, 2, 55))).toMatch(/too few InMails to judge.*sent 61, fewer than 100/);
  expect(happened(tallyOf(0, 0, 0))).toContain('too few InMails to judge');
  expect(happened(null)).toContain('review was upheld');
});

test('the strip tells the distance in replies and what a bulk send does', () => {
  const strip = (tally: Reading['tally'], recipients: number | null) => {
    const given = reading({ tally });
    return stripContent(
      viewFor(given),
      given,
      { recipients, isHeld: false, notice: null },
      ENGLISH,
    );
  };
  const space = '\u00a0';
  expect(strip(tallyOf(15, 3, 112), 1).first).toBe('1 reply above the line');
  expect(strip(tallyOf(8, 4, 88), 1).first).toBe('1 more reply to the line');
  expect(strip(tallyOf(10, 3, 87), 1).first).toBe('just on the line');
  expect(strip(tallyOf(15, 3, 112), 40)).toMatchObject({
    after: { rate: `10.5${space}%`, isBelow: true },
    first: `with these 40, below the 13${space}% line, until replies come`,
  });
  // Below already, or not below yet: nothing is crossed.
  expect(strip(tallyOf(8, 4, 88), 20)).toMatchObject({
    after: { rate: `10.0${space}%`, isBelow: true },
    first: 'with these 20, until replies come',
  });
  expect(strip(tallyOf(20, 5, 105), 20)).toMatchObject({
    after: { rate: `16.6${space}%`, isBelow: false },
    first: 'with these 20, until replies come',
  });
  expect(strip(tallyOf(6, 0, 55), 1).first).toBe('61 of 100, not judged yet');
  expect(strip(tallyOf(6, 0, 55), 20).first).toBe('→ 81 of 100 with these 20');
  expect(strip(tallyOf(6, 0, 55), null).figure).toBe('61 of 100');
  expect(strip(tallyOf(15, 3, 112), 1).rest).toEqual([`next check tonight, 00:00${space}UTC`]);
  expect(strip(tallyOf(15, 3, 112), 40).rest[0]).toBe('safe now: up to 8');
  expect(strip(tallyOf(8, 4, 88), 40).rest[0]).toBe('no bulk send is safe just now');
  expect(strip(tallyOf(10, 3, 87), 40).rest[0]).toBe('no bulk send is safe just now');
  // Below the minimum nothing is judged, up to one InMail short of it.
  expect(strip(tallyOf(6, 0, 55), 20).rest[0]).toBe('safe now: up to 38');
});

test('a check whose window is still to come is told by what it judges', () => {
  const numbers = numbersIn('en', 'UTC');
  const said = (change: Partial<Reading>) => {
    const given = reading({ periodEndsAt: PERIOD_END, nextCheckAt: PERIOD_END, ...change });
    const view = viewFor(given);
    const strip = stripContent(
      view,
      given,
      { recipients: 1, isHeld: false, notice: null },
      ENGLISH,
    );
    return [strip.first, cardContent(view, numbers).sentence];
  };
  const tally = tallyOf(8, 2, 90);
  const toCome = at('2026-12-05T00:00:00Z');
  const soon = reading().asOf + 12 * HOUR_MS;
  for (const standing of ['warned', 'improvement'] as const) {
    const atItsEnd = { standing, tally, periodEndsAt: soon, nextCheckAt: soon };
    expect(said(atItsEnd)[0]).toBe('3 more replies to the line');
    const later = { standing, tally, periodEndsAt: toCome, nextCheckAt: toCome };
    const [strip, card] = said(later);
    expect(strip).toBe('the check on 5 Dec judges what is sent from 21 Nov on');
    expect(card).toContain('The check on 5 Dec judges what is sent from 21 Nov on.');
  }
});

test('the grace after a warning period is no part of its window', () => {
  const { terms } = reading();
  const given = reading({
    standing: 'warned',
    periodEndsAt: reading().asOf + 12 * HOUR_MS,
    nextCheckAt: reading().asOf + 12 * HOUR_MS + 7 * DAY_MS,
    tally: tallyOf(8, 4, 88),
    terms: { ...terms, graceDays: 7 },
  });
  const strip = stripContent(
    viewFor(given),
    given,
    { recipients: 1, isHeld: false, notice: null },
    ENGLISH,
  );
  expect(strip.first).toBe('1 more reply to the line');
});

test('sends that are not confirmed are told with the rate without them', () => {
  const numbers = numbersIn('en', 'UTC');
  const notes = (provisional: number) => {
    const tally = tallyOf(12, 4, 123);
    const evidence = { ...reading().evidence, provisional };
    return cardContent(viewFor(reading({ tally, evidence })), numbers).notes;
  };
  expect(notes(0)).toEqual([]);
  expect(notes(25)).toEqual([
    '25 sends are not confirmed yet; without them 14.0\u00a0% (16 of 114)',
  ]);
});

test('a warning is a notice to read until CONTINUE', () => {
  const word = (standing: Reading['standing']) =>
    standingWord(viewFor(reading({ standing })), numbersIn('en', 'UTC'));
  expect([word('warning_due'), word('warned')]).toEqual(['Notice to read', 'Warned']);
});

test('whoever has been released is given no advice', () => {
  const tips = (type: (typeof NOTICE_TYPES)[number]) => {
    const notice = { type, issuedAt: NOW, tally: tallyOf(19, 3, 100) };
    const given = reading({ notice });
    return noticeContent(notice, given, viewFor(given), ENGLISH).tips;
  };
  expect(tips('improvement_ended')).toEqual([]);
  expect(tips('warning')).toHaveLength(3);
});
