import { Card, type CardContent } from '#extension/ui/card.tsx';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';

export type ChipProps = {
  shown: Shown;
  /** Said beside the figures, or in their place where there are none. */
  word: string | null;
  rate: string | null;
  counts: string | null;
  /** The whole of it in a sentence, said after what is shown. */
  title: string;
  card: CardContent;
  cardTitle: string;
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
export function Chip({ shown, word, rate, counts, title, card, cardTitle }: ChipProps) {
  return (
    <>
      <button
        type="button"
        class={`gs-chip gs-${toneOf(shown)}`}
        title={title}
        aria-haspopup="dialog"
        popovertarget="gs-card"
      >
        <Mark shown={shown} />
        <span class="gs-chip-text">
          {word !== null && <span class="gs-chip-word">{word}</span>}
          {rate !== null && <span class="gs-chip-rate">{rate}</span>}
          {counts !== null && <span class="gs-chip-counts">{counts}</span>}
        </span>
      </button>
      <div
        id="gs-card"
        class="gs-panel"
        popover="auto"
        role="dialog"
        aria-label={cardTitle}
        onBeforeToggle={placePanel}
      >
        <Card content={card} />
      </div>
    </>
  );
}
