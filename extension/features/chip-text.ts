import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import type { ChipProps } from '#extension/ui/chip.tsx';
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

/** Figures that are no longer fetched carry their age, and what is between them and new ones. */
export function asideOf(view: View, numbers: Numbers, words: StandingWords): string | null {
  const { reading, connection, now } = view;
  if (reading === null || view.shown === 'unknown' || connection === 'live') return null;
  if (connection === 'offline') return words.offlineFor(numbers.duration(now - reading.asOf));
  return words.signedOut;
}

/** What the chip says, short for the eye and in a sentence for everybody else. */
export function chipText(
  view: View,
  numbers: Numbers,
  words: StandingWords,
): Omit<ChipProps, 'card' | 'onToggle' | 'onReview'> {
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
