import { tallyOf } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import { at, reading } from '#test/extension/readings.ts';

export const NOW = at('2026-11-23T14:00:00Z');

/** As it comes over the wire, so that it goes back over it unchanged. */
const TERMS = {
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
} as const;

/** The overlay's own reading of a seat with 18 of 130 answered, but for what is given. */
export function sampleReading(change: Partial<Reading> = {}): Reading {
  const evidence = { ...reading().evidence, source: 'overlay', completeUpTo: null } as const;
  return reading({
    contract: { id: 'c1', name: 'Larkfield Staffing' },
    asOf: NOW,
    tally: tallyOf(15, 3, 112),
    nextCheckAt: at('2026-11-24T00:00:00Z'),
    terms: TERMS,
    evidence,
    ...change,
  });
}
