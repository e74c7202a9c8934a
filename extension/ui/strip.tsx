import { Mark, toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';

export type StripProps = {
  shown: Shown;
  /** The rate, or what stands for it while there is none. */
  figure: string;
  /** The rate that this bulk send leads to, said before `first`. */
  after: Readonly<{ rate: string; isBelow: boolean }> | null;
  /** Beside the figure: what this send does to it, or how far the line is. */
  first: string;
  rest: readonly string[];
  /** Of those that the message goes to. */
  lately: string | null;
  /** Kept from the send that stands above it: said first and stronger. */
  held: string | null;
  notice: { title: string; text: string; open: string } | null;
  why: { ask: string; sentences: readonly string[]; learnMore: string };
  label: string;
  onOpenNotice: () => void;
  onLearnMore: (event: MouseEvent) => void;
};

/** What a composer is told: in the flow above its buttons, covering nothing. */
export function Strip(props: StripProps) {
  const { shown, figure, after, first, rest, lately, held, notice, why, label } = props;
  const { onOpenNotice, onLearnMore } = props;
  return (
    <section class={`gs-strip gs-edge-${toneOf(shown)}`} aria-label={label}>
      {held !== null && (
        <p class="gs-strip-held" role="status">
          {held}
        </p>
      )}
      {notice !== null && (
        <div class="gs-strip-notice">
          <p>
            <strong>{notice.title}</strong> {notice.text}
          </p>
          <button type="button" class="gs-link" onClick={onOpenNotice}>
            {notice.open}
          </button>
        </div>
      )}
      <div class="gs-strip-line">
        <span class={`gs-strip-figure gs-${toneOf(shown)}`}>
          <Mark shown={shown} />
          {figure}
        </span>
        <span class="gs-strip-first">
          {after !== null && (
            <>
              {'→ '}
              <span class={after.isBelow ? 'gs-strip-after gs-amber' : 'gs-strip-after'}>
                {after.rate}
              </span>{' '}
            </>
          )}
          {first}
        </span>
        <details class="gs-strip-why">
          <summary class="gs-link">
            {why.ask}
            <svg class="gs-caret" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
              <path d="M1 2.5 4 5.5l3-3" />
            </svg>
          </summary>
          {why.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <button type="button" role="link" class="gs-link" onClick={onLearnMore}>
            {why.learnMore}
          </button>
        </details>
      </div>
      {rest.length > 0 && <p class="gs-note">{rest.join(' · ')}</p>}
      {lately !== null && <p class="gs-note">{lately}</p>}
    </section>
  );
}
