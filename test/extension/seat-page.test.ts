import { describe, expect, test } from 'vitest';
import { periodsOf } from '#extension/entrypoints/team/seat/periods.ts';
import { timelineOf } from '#extension/entrypoints/team/seat/timeline-text.ts';
import { whyText } from '#extension/entrypoints/team/seat/why-text.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { CAUSES, NOTICE_TYPES, STANDINGS } from '#shared/policy/standing.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { HistoryChange, SeatHistory } from '#shared/wire/history.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { at, reading } from '#test/extension/readings.ts';

const NOW = at('2026-11-07T14:05:00Z');
const ENGLISH = numbersIn('en', 'UTC');

function change(more: Partial<HistoryChange>): HistoryChange {
  return {
    at: NOW - DAY_MS,
    cause: 'check',
    from: 'good',
    to: 'good',
    tally: null,
    responseRateBps: null,
    terms: { version: 3, thresholdBps: 1300, minimumVolume: 100 },
    periodEndsAt: null,
    release: null,
    reason: null,
    holder: 'Ada',
    notice: null,
    acknowledged: null,
    ...more,
  };
}

function history(...changes: HistoryChange[]): SeatHistory {
  const seat = { id: 's1', holder: 'Ada' };
  return { seat, asOf: NOW, createdAt: 0, lastSeenAt: null, changes, holders: [], modes: [] };
}

const why = (given: Partial<Reading>, ...changes: HistoryChange[]) =>
  whyText(reading(given), history(...changes), ENGLISH).join(' ');

const warning = change({
  at: NOW - 16 * DAY_MS,
  to: 'warning_due',
  notice: 'warning',
  tally: tallyOf(8, 4, 88),
  acknowledged: { at: NOW - 15 * DAY_MS, by: 'Ada' },
});

describe('why a seat stands as it does', () => {
  test('restricted: the integers, until when, and who had read the warning', () => {
    const restricted = change({
      from: 'warned',
      to: 'improvement',
      tally: tallyOf(9, 4, 121),
      notice: 'improvement_started',
    });
    const periodEndsAt = NOW + 13 * DAY_MS;
    const gate = {
      bulk: {
        allowed: false,
        reason: 'improvement_period',
        until: periodEndsAt,
        stillPossible: 'one_to_one',
      },
    } as const;
    const said = why({ standing: 'improvement', periodEndsAt, gate }, restricted, warning);
    expect(said).toContain('found 13 of 134 InMails answered: 9.7\u00a0%.');
    expect(said).toContain('Bulk InMail is paused until 20 Nov, 14:05\u00a0UTC');
    expect(said).toContain('Ada read the notice on 23 Oct, 14:05\u00a0UTC');
    const inPilot = { standing: 'improvement', periodEndsAt, mode: 'inform' } as const;
    expect(why(inPilot, restricted, warning)).not.toContain('paused');
  });

  test('warned, unread or read in observation', () => {
    const unread = { ...warning, acknowledged: null };
    expect(why({ standing: 'warning_due', nextCheckAt: null }, unread)).toContain(
      'begins when h1 continues',
    );
    const silent = { ...warning, acknowledged: { at: NOW, by: null } };
    const observed = why({ standing: 'warned', periodEndsAt: NOW, mode: 'observe' }, silent);
    expect(observed).toContain('counted as read, as the seat was in observation');
    expect(observed).toContain('nothing of this is shown to its holder');
  });

  test('released: too few to judge is never a rate that recovered', () => {
    const release = { from: 'improvement', to: 'good', notice: 'improvement_ended' } as const;
    const few = change({ ...release, tally: tallyOf(3, 0, 27), release: 'too_few' });
    expect(why({}, few)).toContain('too few InMails to judge (30, fewer than 100)');
    const none = change({ ...release, tally: tallyOf(0, 0, 0), release: 'too_few' });
    expect(why({}, none)).toContain('no InMails to judge');
    const recovered = change({ ...release, tally: tallyOf(20, 0, 80), release: 'recovered' });
    expect(why({}, recovered)).toContain('found 20 of 100 InMails answered: 20.0');
    expect(why({}, recovered)).not.toContain('too few');
    expect(why({}, change({ cause: 'restored', from: 'warned' }))).toContain(
      'restored by a review',
    );
    expect(why({})).toContain('No check has found its rate below the line');
  });
});

test('everything that can happen can be told, in every language', () => {
  for (const language of LANGUAGES) {
    const numbers = numbersIn(language, 'UTC');
    for (const cause of CAUSES) {
      for (const to of STANDINGS) {
        for (const notice of [null, ...NOTICE_TYPES]) {
          const tally = cause === 'check' ? tallyOf(1, 1, 8) : null;
          const of = change({ cause, to, notice, tally, from: 'warned', reason: 'doubled' });
          const told = JSON.stringify(timelineOf([of], null, numbers));
          expect(told).not.toMatch(/undefined|NaN|\[object/);
          const said = whyText(reading({ standing: to, periodEndsAt: NOW }), history(of), numbers);
          expect(said.length).toBeGreaterThan(0);
          expect(said.join()).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
  }
});

test('a notice of the history is open, read or closed otherwise', () => {
  const notice = { type: 'warning', issuedAt: warning.at } as const;
  const said = (of: HistoryChange, open: typeof notice | null) =>
    timelineOf([of], open === null ? null : { ...open, tally: null }, ENGLISH)[0]?.lines.join();
  const unread = { ...warning, acknowledged: null };
  expect(said(unread, notice)).toContain('“Warning”: not read yet');
  expect(said(unread, null)).toContain('“Warning”: closed without being read');
  expect(said(warning, null)).toContain('“Warning”: read by Ada on 23 Oct');
  expect(said(warning, null)).toContain(
    '12 of 100 answered, 12.0\u00a0% · line 13\u00a0% from 100 on',
  );
  expect(said(warning, null)).toContain('Terms version 3');
});

test('the periods of the chart are those that ran, each up to what came next', () => {
  const changes = [
    change({ at: 50, from: 'improvement', to: 'good' }),
    change({ at: 30, from: 'warned', to: 'improvement' }),
    change({ at: 20, from: 'warning_due', to: 'warned' }),
    change({ at: 10, to: 'warning_due' }),
  ];
  expect(periodsOf(changes, 99)).toEqual([
    { standing: 'improvement', from: 30, until: 50 },
    { standing: 'warned', from: 20, until: 30 },
  ]);
  expect(periodsOf(changes.slice(1), 99)[0]?.until).toBe(99);
});
