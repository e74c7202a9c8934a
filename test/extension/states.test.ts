import { isValidElement, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { chipText } from '#extension/features/chip-text.ts';
import { cardContent } from '#extension/features/standing-content.ts';
import { viewOf, type View } from '#extension/features/view.ts';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import { SHOWN } from '#shared/policy/shown.ts';
import { answeredOf } from '#shared/policy/tally.ts';
import { LANGUAGES } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';
import { UNKNOWN_REASONS } from '#shared/words/standing-words.ts';
import { standingWords } from '#shared/words/standing.ts';
import { knownStates, type KnownState } from '#test/extension/known-states.ts';
import { at } from '#test/extension/readings.ts';

const NOW = at('2026-11-07T14:05:00Z');
const STATES = Object.entries(knownStates(NOW));

function view({ contractName, isOrphan = false, ...known }: KnownState): View {
  const ours = known.stored?.reading.contract.name ?? null;
  return viewOf({ ...known, now: NOW, contractName: contractName ?? ours, isOrphan });
}

test('every row of what is shown is among the states, and every reason for knowing nothing', () => {
  const views = STATES.map(([, state]) => view(state));
  for (const [index, [name, { shown }]] of STATES.entries()) {
    expect(views[index]?.shown, name).toBe(shown);
  }
  expect(new Set(views.map(({ shown }) => shown))).toEqual(new Set(SHOWN));
  const reasons = views.flatMap(({ unknownBecause }) => unknownBecause ?? []);
  expect(reasons.toSorted()).toEqual([...UNKNOWN_REASONS].toSorted());
});

/** What is drawn, as text: every part of it, with what makes its shape. */
function drawn(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(drawn);
  if (!isValidElement(node)) return node ?? null;
  const { type, props }: VNode<Record<string, unknown>> = node;
  if (typeof type === 'function') return drawn(Reflect.apply(type, undefined, [props]));
  const { children, ...rest } = props;
  return [type, rest, drawn(children)];
}

/** Told apart by their words alone: the same shape stands for what is the same to the policy. */
const SAME_SHAPE = [
  ['paused', 'in the Improvement Period of a pilot that refuses nothing'],
  ['with a notice to read', 'warned'],
  ['collecting, low', 'collecting', 'without InMails'],
  ['on track', 'offline, with older figures', 'signed out, with older figures'],
  ['in observation', 'not connected'],
];

test('no two states have one shape, but for those that the policy shows alike', () => {
  const byShape = new Map<string, string[]>();
  for (const [name, state] of STATES) {
    const { shown, unknownBecause } = view(state);
    const shape = JSON.stringify(drawn(Mark({ shown, because: unknownBecause })));
    byShape.set(shape, [...(byShape.get(shape) ?? []), name]);
  }
  const alike = [...byShape.values()].filter((names) => names.length > 1);
  const sorted = (groups: readonly (readonly string[])[]) =>
    groups.map((names) => names.toSorted().join()).toSorted();
  expect(sorted(alike)).toEqual(sorted(SAME_SHAPE));
});

test('what is not known is grey, and what is held is red', () => {
  for (const [name, state] of STATES) {
    const { shown } = view(state);
    if (shown === 'unknown' || shown === 'nothing') expect(toneOf(shown), name).toBe('grey');
    expect(toneOf(shown) === 'red', name).toBe(shown === 'paused');
  }
});

for (const language of LANGUAGES) {
  const numbers = numbersIn(language, 'UTC');
  const words = standingWords[language];

  test(`${language}: no two states are said in the same words, in the chip and on the card`, () => {
    const chips = STATES.filter(([, { shown }]) => shown !== 'nothing').map(([, state]) => {
      const { word, rate, counts, aside } = chipText(view(state), numbers, words);
      return [word, rate, counts, aside].join(' ');
    });
    expect(new Set(chips).size, chips.join('\n')).toBe(chips.length);
    const cards = STATES.map(([, state]) => {
      const { word, freshness, sentence } = cardContent(view(state), numbers);
      return [word, freshness.replaceAll(/\d\d:\d\d/g, ''), sentence].join(' ');
    });
    expect(new Set(cards).size, cards.join('\n')).toBe(cards.length);
  });

  test(`${language}: a rate never stands without its counts, nor figures without their time`, () => {
    for (const [name, state] of STATES) {
      const seen = view(state);
      const { rate, counts, title, word } = chipText(seen, numbers, words);
      const card = cardContent(seen, numbers);
      const { reading } = seen;
      if (rate !== null) expect(counts ?? word, name).toMatch(/\d+ *(\/|\p{L}+) *\d+/u);
      if (reading === null) {
        expect([rate, counts, card.figures, card.freshness], name).toEqual([null, null, null, '']);
        continue;
      }
      const { tally, asOf } = reading;
      const total = numbers.count(tally.total);
      if (rate !== null) expect(title, name).toContain(`${numbers.count(answeredOf(tally))} `);
      if (rate !== null) expect(title, name).toContain(total);
      expect(card.freshness, name).toContain(words.asOf(numbers.time(asOf)));
      if (card.figures === null) expect(tally.total, name).toBe(0);
      else expect(card.figures.answered, name).toContain(numbers.count(answeredOf(tally)));
      if (seen.connection !== 'offline') continue;
      const age = numbers.duration(NOW - asOf);
      expect(
        [card.freshness, title].every((text) => text.includes(age)),
        name,
      ).toBe(true);
    }
  });

  test(`${language}: nothing is red or 0 % before it can be judged`, () => {
    for (const name of ['collecting, low', 'collecting', 'without InMails']) {
      const state = STATES.find(([each]) => each === name)?.[1];
      if (state === undefined) throw new Error(`${name} is no state`);
      const text = JSON.stringify(chipText(view(state), numbers, words));
      expect(text).not.toMatch(/"rate":"0[.,]0/);
      expect(toneOf(view(state).shown)).toBe('grey');
    }
  });
}
