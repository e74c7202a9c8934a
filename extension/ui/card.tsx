import type { ComponentChildren } from 'preact';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import type { Tally } from '#shared/policy/tally.ts';
import type { CardContent } from '#shared/words/card-content.ts';

type CardProps = {
  content: CardContent;
  /** In the place of the figures, where there is room to say more of them. */
  figures?: ComponentChildren;
};

export function Card({ content, figures: fuller }: CardProps) {
  const { shown, because, word, freshness, figures, sentence, rows, notes } = content;
  return (
    <div class="gs-card">
      <div class="gs-card-head">
        <span class={`gs-card-word gs-${toneOf(shown)}`}>
          <Mark shown={shown} because={because} />
          {word}
        </span>
        <span class="gs-note">{freshness}</span>
      </div>
      {fuller ?? (figures !== null && <Figures figures={figures} shown={shown} />)}
      <p class="gs-card-sentence">{sentence}</p>
      {rows.length > 0 && (
        <dl class="gs-card-rows">
          {rows.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value}
                {note !== null && <span class="gs-note">{note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} class="gs-note">
          {note}
        </p>
      ))}
    </div>
  );
}

type FiguresProps = { figures: NonNullable<CardContent['figures']>; shown: Shown };

function Figures({ figures, shown }: FiguresProps) {
  const { rate, line, answered, waiting, tally, thresholdBps } = figures;
  return (
    <>
      <div class="gs-card-rate">
        <span class="gs-rate">{rate}</span>
        <span class="gs-note">{line}</span>
      </div>
      <TallyBar tally={tally} thresholdBps={thresholdBps} shown={shown} />
      <p class="gs-counts">
        <span>{answered}</span>
        <span class="gs-ink-2">{waiting}</span>
      </p>
    </>
  );
}

/**
 * All InMails of the window in one bar: answered up to the rate, the rest waiting. It reaches the
 * mark exactly when the rate reaches the line. Drawn to twice the line, or further for a rate beyond.
 */
function TallyBar({
  tally,
  thresholdBps,
  shown,
}: Omit<FiguresProps, 'figures'> & { tally: Tally; thresholdBps: number }) {
  const { accepted, declined, total } = tally;
  const rate = total === 0 ? 0 : (accepted + declined) / total;
  const scale = Math.max((thresholdBps / 10_000) * 2, Math.min(1, rate * 1.15));
  const percent = (part: number) => `${Math.min(100, (part / scale) * 100).toFixed(2)}%`;
  return (
    <div class={`gs-bar gs-${toneOf(shown)}`} aria-hidden="true">
      <span
        class="gs-bar-accepted"
        style={{ width: percent(total === 0 ? 0 : accepted / total) }}
      />
      <span
        class="gs-bar-declined"
        style={{ width: percent(total === 0 ? 0 : declined / total) }}
      />
      <span class="gs-bar-line" style={{ left: percent(thresholdBps / 10_000) }} />
    </div>
  );
}
