import { OwnTrend } from '#extension/entrypoints/popup/own-trend.tsx';
import { toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import { waitingOf, type Waiting } from '#shared/policy/window-ahead.ts';
import type { Leaving } from '#shared/wire/leaving.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { CardContent } from '#shared/words/card-content.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';

type Props = {
  numbers: Numbers;
  figures: NonNullable<CardContent['figures']>;
  shown: Shown;
  reading: Reading;
  /** Null while it is not known. */
  leaving: Leaving | null;
};

/** The rate and how it went, and every InMail of the window: answered, waiting young, waiting long. */
export function OwnFigures({ numbers, figures, shown, reading, leaving }: Props) {
  const words = ownSeatWords[numbers.language];
  const waiting = leaving === null ? null : waitingOf(reading, leaving);
  return (
    <>
      <div class="own-rate">
        <span class="gs-rate">{figures.rate}</span>
        <span class="gs-note">{figures.line}</span>
        <OwnTrend numbers={numbers} shown={shown} reading={reading} />
      </div>
      <WindowBar reading={reading} shown={shown} waiting={waiting} />
      <ul class={`legend gs-${toneOf(shown)}`}>
        <li class="of-answered">{figures.answered}</li>
        {waiting === null ? (
          <li class="of-older">{figures.waiting}</li>
        ) : (
          <>
            <li class="of-fresh">
              {words.fresh(numbers.count(waiting.fresh), numbers.instant(waiting.since))}
            </li>
            <li class="of-older">{words.older(numbers.count(waiting.older))}</li>
          </>
        )}
      </ul>
    </>
  );
}

type BarProps = { reading: Reading; shown: Shown; waiting: Waiting | null };

/** All InMails of the window; what is answered reaches the mark exactly when the rate reaches the line. */
function WindowBar({ reading, shown, waiting }: BarProps) {
  const { tally, terms } = reading;
  const percent = (part: number) => `${((100 * part) / Math.max(1, tally.total)).toFixed(2)}%`;
  return (
    <div class={`window-bar gs-${toneOf(shown)}`} aria-hidden="true">
      <span class="of-accepted" style={{ width: percent(tally.accepted) }} />
      <span class="of-declined" style={{ width: percent(tally.declined) }} />
      {waiting !== null && <span class="of-fresh" style={{ width: percent(waiting.fresh) }} />}
      <span class="of-line" style={{ left: `${terms.thresholdBps / 100}%` }} />
    </div>
  );
}
