import { Card } from '#extension/ui/card.tsx';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { UnknownReason } from '#shared/words/standing-words.ts';

export type ChipProps = {
  shown: Shown;
  because: UnknownReason | null;
  /** Said beside the figures, or in their place where there are none. */
  word: string | null;
  rate: string | null;
  counts: string | null;
  /** Said last: that the figures are old, or why there are no newer ones. */
  aside: string | null;
  /** The whole of it in a sentence, said after what is shown. */
  title: string;
  card: CardContent;
  cardTitle: string;
  onToggle: (isOpen: boolean) => void;
  onReview: (event: MouseEvent) => void;
};

const GAP = 8;

/** In the top layer nothing of the page cuts the card off; so it is placed by hand, under the chip. */
function placePanel(event: Event): void {
  const panel = event.currentTarget;
  if (!(panel instanceof HTMLElement) || panel.previousElementSibling === null) return;
  const { bottom, right } = panel.previousElementSibling.getBoundingClientRect();
  const pageWidth = document.documentElement.clientWidth;
  panel.style.top = `${Math.round(bottom + GAP)}px`;
  panel.style.right = `${Math.round(Math.max(GAP, pageWidth - right))}px`;
}

/** The standing in the navigation; opens the card under it. */
export function Chip(props: ChipProps) {
  const { shown, because, word, rate, counts, aside, title, card, cardTitle, onToggle, onReview } =
    props;
  return (
    <>
      <button
        type="button"
        class={`gs-chip gs-${toneOf(shown)}${aside === null ? '' : ' gs-chip-old'}`}
        title={title}
        aria-haspopup="dialog"
        popovertarget="gs-card"
      >
        <Mark shown={shown} because={because} />
        <span class="gs-chip-text">
          {word !== null && <span class="gs-chip-word">{word}</span>}
          {rate !== null && <span class="gs-chip-rate">{rate}</span>}
          {counts !== null && <span class="gs-chip-counts">{counts}</span>}
          {aside !== null && <span class="gs-chip-aside">{aside}</span>}
        </span>
      </button>
      <div
        id="gs-card"
        class="gs-panel"
        popover="auto"
        role="dialog"
        aria-label={cardTitle}
        onBeforeToggle={placePanel}
        onToggle={({ newState }) => {
          onToggle(newState === 'open');
        }}
      >
        <Card content={card} />
        {card.review !== null && (
          <button type="button" role="link" class="gs-link gs-card-review" onClick={onReview}>
            {card.review}
          </button>
        )}
      </div>
    </>
  );
}
