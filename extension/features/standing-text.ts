import type { View } from '#extension/features/view.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

/** What of a view says how a seat stands. */
export type WordView = Pick<View, 'shown' | 'unknownBecause'> & {
  readonly reading: Pick<Reading, 'standing' | 'gate' | 'tally' | 'terms'> | null;
};

/** The standing in a word or two. */
export function standingWordOf(view: WordView, numbers: Numbers, words: StandingWords): string {
  const { reading, shown, unknownBecause } = view;
  if (reading === null || unknownBecause !== null)
    return words.unknown[unknownBecause ?? 'no_reading'].word;
  switch (shown) {
    case 'paused':
      return reading.gate.bulk.allowed ? words.improvement : words.paused;
    case 'warned':
      return reading.standing === 'warning_due' ? words.noticeToRead : words.warned;
    case 'below':
      return words.below;
    case 'close':
      return words.close;
    case 'on_track':
      return words.onTrack;
    case 'nothing':
    case 'unknown':
    case 'collecting_low':
    case 'collecting': {
      const { tally, terms } = reading;
      const { count } = numbers;
      return words.ofMinimum({
        total: count(tally.total),
        minimum: count(terms.minimumVolume),
      });
    }
  }
}
