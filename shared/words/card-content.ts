import type { Shown } from '#shared/policy/shown.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { UnknownReason } from '#shared/words/standing-words.ts';

/** A seat's card, every word of it ready to be read. */
export type CardContent = Readonly<{
  shown: Shown;
  /** Why nothing is known; null where something is. */
  because: UnknownReason | null;
  /** The standing in a word or two. */
  word: string;
  /** "as of 14:02 · live". */
  freshness: string;
  figures: Readonly<{
    rate: string;
    line: string;
    answered: string;
    waiting: string;
    tally: Tally;
    thresholdBps: number;
  }> | null;
  /** What the standing means, and until when. */
  sentence: string;
  rows: readonly Readonly<{ label: string; value: string; note: string | null }>[];
  /** Where the figures come from, as far as that has to be said. */
  notes: readonly string[];
  /** The link to asking for a review; null where the card has none of its own. */
  review: string | null;
}>;

/** A card of words alone: there are no figures, or they are put into words by somebody else. */
export function cardWithoutFigures(
  said: Pick<CardContent, 'shown' | 'because' | 'word' | 'sentence'>,
): CardContent {
  return { ...said, freshness: '', figures: null, rows: [], notes: [], review: null };
}
