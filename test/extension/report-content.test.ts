import { expect, test } from 'vitest';
import { answerReport } from '#extension/features/answers.ts';
import type { StoredReport } from '#extension/state/stored-report.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { LANGUAGES, type Language } from '#shared/words/language.ts';
import { at, reading } from '#test/extension/readings.ts';
import { sampleReport } from '#test/extension/reports.ts';

const NOW = at('2026-11-07T14:05:00Z');
const MIDNIGHT = at('2026-11-07T00:00:00Z');

type Given = {
  change?: Partial<Reading>;
  report?: StoredReport | null;
  language?: Language;
  timeZone?: string;
};

function content(given: Given = {}) {
  const { change = {}, report = sampleReport(MIDNIGHT) } = given;
  const { language = 'en', timeZone = 'UTC' } = given;
  const stored = {
    reading: reading({ tally: tallyOf(15, 3, 112), ...change }),
    isCarriedForward: false,
  };
  const said = answerReport(
    { language, timeZone },
    { stored, connection: 'live', now: NOW },
    report,
  );
  if (said === null) throw new Error('There is a panel.');
  return said;
}

test('it reads what chip and card read, and adds up', () => {
  const { figures, chart } = content();
  expect(figures.map(({ label, value, note }) => [label, value, note])).toEqual([
    ['Response rate', '13.8\u00a0%', '18 of 130'],
    ['Acceptance rate', '11.5\u00a0%', '15 of 130'],
    ['Accepted', '15', null],
    ['Declined', '3', null],
    ['Waiting', '112', null],
    ['All InMails', '130', null],
  ]);
  // The day that is not over, and the check that began it.
  expect(chart?.table.rows[1]?.[0]).toBe('7 Nov');
  expect(chart?.table.rows[0]).toEqual(['7 Nov, 14:02', '13.8\u00a0%', '18', '130', '13\u00a0%']);
  expect(chart?.points.at(-1)).toMatchObject({ rateBps: 1384, lineBps: 1300, isJudged: true });
});

test('days without InMails have no rate, and days with too few are not judged', () => {
  const { chart } = content();
  expect(chart?.points[0]).toEqual({ rateBps: null, lineBps: 1300, total: 0, isJudged: false });
  expect(chart?.table.rows.at(-1)?.slice(1)).toEqual(['–', '0', '0', '13\u00a0%']);
  expect(chart?.points.filter(({ isJudged }) => !isJudged).length).toBeGreaterThan(20);
  // Only those count as below that the policy would have judged.
  const below = chart?.points.filter(
    ({ rateBps, isJudged }) => isJudged && rateBps !== null && rateBps < 1300,
  );
  expect(chart?.says).toContain(`On ${below?.length} days it was below the line`);
});

test('with nothing sent, nothing fetched or nothing imported it says so, and never 0 %', () => {
  const none = content({ change: { tally: tallyOf(0, 0, 0) } });
  expect(none.figures[0]).toEqual({ label: 'Response rate', value: '–', note: 'No InMails yet' });
  const report = sampleReport(MIDNIGHT);
  const points = report.series.points.slice(0, 5);
  const empty = {
    ...report,
    series: { ...report.series, points },
    usage: { seat: 's1', periods: [] },
  };
  const said = content({ change: { tally: tallyOf(0, 0, 0) }, report: empty });
  expect([said.chart, said.noChart]).toEqual([null, 'No InMails were sent in these 5 days.']);
  expect(said.linkedin.sentences).toEqual([
    'No usage report of LinkedIn’s has been imported for this seat.',
  ]);
  const waiting = content({ report: null });
  expect([waiting.chart, waiting.linkedin.sentences]).toEqual([null, []]);
  expect(waiting.noChart).toContain('on their way');
  // Another seat's, from before somebody connected anew.
  const other = { ...report, series: { ...report.series, seat: 's2' } };
  expect(content({ report: other }).chart).toBeNull();
});

test('LinkedIn’s days are days in UTC wherever somebody reads, and its causes come first', () => {
  const { linkedin } = content({ timeZone: 'America/Los_Angeles' });
  expect(linkedin.period).toMatch(/^21 Oct to 3 Nov · imported/);
  expect(linkedin.table?.rows[3]).toEqual([
    'Response rate',
    '12.5\u00a0%',
    '13.7\u00a0%',
    '−1.2 points',
  ]);
  expect(linkedin.reasons[0]).toContain('lag by up to 48 hours');
  expect(new Set(linkedin.reasons).size).toBe(linkedin.reasons.length);
});

test('it can be said in every language', () => {
  for (const language of LANGUAGES) {
    const said = JSON.stringify([content({ language }), content({ language, report: null })]);
    expect(said).not.toMatch(/undefined|NaN|\[object|[{]\w*[}]/);
  }
});

test('in observe there is none', () => {
  const stored = { reading: reading({ mode: 'observe' }), isCarriedForward: false };
  const known = { stored, connection: 'live', now: NOW + DAY_MS } as const;
  expect(answerReport({ language: 'en', timeZone: 'UTC' }, known, null)).toBeNull();
});
