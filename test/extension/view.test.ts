import { expect, test } from 'vitest';
import { viewOf, type Known } from '#extension/features/view.ts';
import { at, reading } from '#test/extension/readings.ts';

const good = reading();
const known: Known = {
  stored: { reading: good, isCarriedForward: false },
  connection: 'live',
  now: at('2026-11-07T14:05:00Z'),
  contractName: good.contract.name,
  isOrphan: false,
};
const summary = (change: Partial<Known>) => {
  const { shown, unknownBecause, reading } = viewOf({ ...known, ...change });
  return [shown, unknownBecause, reading !== null];
};

test('a live reading is shown', () => {
  expect(summary({})).toEqual(['on_track', null, true]);
  expect(summary({ connection: 'offline' })).toEqual(['on_track', null, true]);
  expect(summary({ connection: 'signed_out' })).toEqual(['on_track', null, true]);
  expect(summary({ contractName: null })).toEqual(['on_track', null, true]);
});

test('unknown says which', () => {
  expect(summary({ contractName: 'Another' })).toEqual(['unknown', 'not_connected_here', false]);
  const none = { stored: null };
  expect(summary({ ...none, connection: 'not_connected' })).toEqual([
    'unknown',
    'not_connected',
    false,
  ]);
  expect(summary({ ...none, connection: 'signed_out' })).toEqual(['unknown', 'signed_out', false]);
  expect(summary({ ...none, connection: 'offline' })).toEqual(['unknown', 'offline', false]);
  expect(summary(none)).toEqual(['unknown', 'no_reading', false]);
  expect(summary({ isOrphan: true })).toEqual(['unknown', 'reload', false]);
});

test('a pause whose end has passed is no longer known to hold', () => {
  const periodEndsAt = at('2026-11-07T14:05:00Z');
  const paused = reading({ standing: 'improvement', periodEndsAt });
  const stored = { reading: paused, isCarriedForward: false };
  expect(summary({ stored, now: periodEndsAt - 1 })).toEqual(['paused', null, true]);
  expect(summary({ stored })).toEqual(['unknown', 'check_due', true]);
});

test('in observe nothing is shown, whatever else holds', () => {
  const stored = { reading: reading({ mode: 'observe' }), isCarriedForward: false };
  for (const change of [
    {},
    { contractName: 'Another' },
    { connection: 'not_connected' as const },
  ]) {
    expect(summary({ stored, ...change })).toEqual(['nothing', null, true]);
  }
});
