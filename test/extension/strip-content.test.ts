import { expect, test } from 'vitest';
import { stripContent } from '#extension/features/strip-content.ts';
import { viewOf } from '#extension/features/view.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { overlayWords } from '#shared/words/overlay-words.ts';
import { at, reading } from '#test/extension/readings.ts';

test('the strip says how old its figures are where they are not fetched any more', () => {
  const given = reading();
  const restWhen = (connection: 'live' | 'offline' | 'signed_out') => {
    const stored = { reading: given, isCarriedForward: false };
    const now = at('2026-11-07T16:07:00Z');
    const known = { stored, connection, now, contractName: given.contract.name, isOrphan: false };
    const state = { recipients: 1, isHeld: false, notice: null };
    const speech = { numbers: numbersIn('en', 'UTC'), words: overlayWords('en') };
    return stripContent(viewOf(known), given, state, speech).rest.slice(1);
  };
  expect(restWhen('live')).toEqual([]);
  expect(restWhen('offline')).toEqual(['offline, 2\u00a0h 5\u00a0min old']);
  expect(restWhen('signed_out')).toEqual(['signed out']);
});
