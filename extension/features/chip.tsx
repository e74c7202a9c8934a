import { render } from 'preact';
import type { StartPart } from '#extension/features/feature.ts';
import { Answered } from '#extension/features/answered.ts';
import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import { Place } from '#extension/surfaces/place.ts';
import { Chip, type ChipProps } from '#extension/ui/chip.tsx';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { CardContent } from '#shared/words/card-content.ts';
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

/** A card that needs nobody to put it into words. */
function bareCard(view: View, word: string, { unknown }: StandingWords): CardContent {
  const { shown, unknownBecause } = view;
  const sentence = unknownBecause === null ? '' : unknown[unknownBecause].sentence;
  const because = unknownBecause;
  return { shown, because, word, freshness: '', figures: null, sentence, rows: [], notes: [] };
}

/** Figures that are no longer fetched carry their age, and what is between them and new ones. */
function asideOf(view: View, numbers: Numbers, words: StandingWords): string | null {
  const { reading, connection, now } = view;
  if (reading === null || view.shown === 'unknown' || connection === 'live') return null;
  if (connection === 'offline') return words.offlineFor(numbers.duration(now - reading.asOf));
  return words.signedOut;
}

function propsOf(
  view: View,
  numbers: Numbers,
  words: StandingWords,
): Omit<ChipProps, 'card' | 'onToggle'> {
  const { shown, reading } = view;
  const word = standingWordOf(view, numbers, words);
  const { rate, counts } = figuresOf(view, numbers);
  // Too few to be judged: "61 of 100" says it, and a rate beside it would be read as one.
  const isCollecting = shown === 'collecting' || shown === 'collecting_low';
  const aside = asideOf(view, numbers, words);
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
    because: view.unknownBecause,
    word: WITH_WORD.has(shown) ? word : null,
    rate: isCollecting && shown !== 'collecting_low' ? null : rate,
    counts: isCollecting ? null : counts,
    aside,
    title: aside === null ? title : `${title} · ${aside}`,
    cardTitle: words.product,
  };
}

/** The standing in the navigation, on every page, with the card behind it. */
export const startChip: StartPart = ({ tell, lookSoon }, styles) => {
  const place = new Place('chip', styles.chip);
  const cards = new Answered(tell.cardInView, lookSoon);
  let isOpen = false;
  return ({ view, seen, numbers, words: { standing } }) => {
    const isShown = view.shown !== 'nothing';
    place.keepAt(isShown ? seen.navSpot : null);
    if (!isShown) return;
    const told = isOpen && view.reading !== null ? cards.in(seen.language) : null;
    const props = propsOf(view, numbers, standing);
    const card = told ?? bareCard(view, standingWordOf(view, numbers, standing), standing);
    render(
      <Chip
        {...props}
        card={card}
        onToggle={(isNow) => {
          isOpen = isNow;
          lookSoon();
        }}
      />,
      place.drawing,
    );
  };
};
