import { cardText } from '#extension/features/card-text.ts';
import { standingWordOf, type WordView } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { standingWords } from '#shared/words/standing.ts';

// For the extension's own pages, which have the words of every language at hand.

/** The standing in a word or two. */
export function standingWord(view: WordView, numbers: Numbers): string {
  return standingWordOf(view, numbers, standingWords[numbers.language]);
}

/** The card of a seat, the same in the page and in the popup. */
export function cardContent(view: View, numbers: Numbers): CardContent {
  return cardText(view, numbers, standingWords[numbers.language]);
}
