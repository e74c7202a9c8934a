import { render } from 'preact';
import type { StartPart } from '#extension/features/feature.ts';
import { Answered } from '#extension/features/answered.ts';
import { chipText } from '#extension/features/chip-text.ts';
import { standingWordOf } from '#extension/features/standing-text.ts';
import type { View } from '#extension/features/view.ts';
import { Place } from '#extension/surfaces/place.ts';
import { Chip } from '#extension/ui/chip.tsx';
import { cardWithoutFigures, type CardContent } from '#shared/words/card-content.ts';
import type { StandingWords } from '#shared/words/standing-words.ts';

/** A card that needs nobody to put it into words. */
function bareCard(view: View, word: string, { unknown }: StandingWords): CardContent {
  const { shown, unknownBecause: because } = view;
  const sentence = because === null ? '' : unknown[because].sentence;
  return cardWithoutFigures({ shown, because, word, sentence });
}

/** The standing in the navigation, on every page, with the card behind it. */
export const startChip: StartPart = ({ tell, lookSoon }, styles) => {
  const place = new Place('chip', styles.chip);
  const cards = new Answered(tell.card, lookSoon);
  let isOpen = false;
  return ({ view, seen, numbers, words: { standing } }) => {
    const isShown = view.shown !== 'nothing';
    place.keepAt(isShown ? seen.navSpot : null);
    if (!isShown) return;
    if (!isOpen) cards.forget();
    const told = isOpen && view.reading !== null ? cards.in(seen.language) : null;
    const props = chipText(view, numbers, standing);
    const card = told ?? bareCard(view, standingWordOf(view, numbers, standing), standing);
    render(
      <Chip
        {...props}
        card={card}
        onToggle={(isNow) => {
          isOpen = isNow;
          lookSoon();
        }}
        onReview={({ isTrusted }) => {
          if (isTrusted) tell.open({ page: 'review' });
        }}
      />,
      place.drawing,
    );
  };
};
