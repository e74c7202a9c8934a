import { render } from 'preact';
import type { StartPart } from '#extension/features/feature.ts';
import { cardText, standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import { Place } from '#extension/surfaces/place.ts';
import { Chip, type ChipProps } from '#extension/ui/chip.tsx';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

function figuresOf({ reading, shown }: View, numbers: Numbers): Pick<ChipProps, 'rate' | 'counts'> {
  const none = { rate: null, counts: null };
  if (reading === null || shown === 'unknown') return none;
  const { tally } = reading;
  const rate = responseRateBps(tally);
  if (rate === null) return none;
  const counts = `${numbers.count(answeredOf(tally))}/${numbers.count(tally.total)}`;
  return { rate: numbers.rate(rate), counts };
}

/** Said in the chip itself only where the figures alone would not tell. */
const WITH_WORD = new Set(['unknown', 'paused', 'warned', 'below', 'collecting', 'collecting_low']);

function propsOf(view: View, numbers: Numbers, words: StandingWords): ChipProps {
  const { shown, reading } = view;
  const word = standingWordOf(view, numbers, words);
  const { rate, counts } = figuresOf(view, numbers);
  // Too few to be judged: "61 of 100" says it, and a rate beside it would be read as one.
  const isCollecting = shown === 'collecting' || shown === 'collecting_low';
  const title =
    reading === null || rate === null
      ? word
      : words.chipTitle({
          word,
          rate,
          answered: numbers.count(answeredOf(reading.tally)),
          total: numbers.count(reading.tally.total),
        });
  return {
    shown,
    word: WITH_WORD.has(shown) ? word : null,
    rate: isCollecting && shown !== 'collecting_low' ? null : rate,
    counts: isCollecting ? null : counts,
    title,
    card: cardText(view, numbers, words),
    cardTitle: words.product,
  };
}

/** The standing in the navigation, on every page, with the card behind it. */
export const startChip: StartPart = (_, styles) => {
  const place = new Place('chip', styles.chip);
  return ({ view, seen, numbers, words }) => {
    const isShown = view.shown !== 'nothing';
    place.keepAt(isShown ? seen.navSpot : null);
    if (isShown) render(<Chip {...propsOf(view, numbers, words.standing)} />, place.drawing);
  };
};
