import { whyText } from '#extension/entrypoints/team/seat/why-text.ts';
import { cardContent } from '#extension/features/standing-content.ts';
import { viewOf } from '#extension/features/view.ts';
import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import { useNow } from '#extension/state/use-now.ts';
import type { SeatHistory } from '#shared/wire/history.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';
import { standingWords } from '#shared/words/standing.ts';

type Props = { numbers: Numbers; reading: Reading; history: SeatHistory };

/** How a seat stands now, and why, side by side. */
export function NowPanel({ numbers, reading, history }: Props) {
  const words = seatPageWords[numbers.language];
  const standing = standingWords[numbers.language];
  const now = Math.max(useNow(), reading.asOf);
  const stored = { reading, isCarriedForward: false };
  const view = viewOf({
    stored,
    connection: 'live',
    now: reading.asOf,
    contractName: null,
    isOrphan: false,
  });
  const { shown, word, figures, notes } = cardContent(view, numbers);
  const isObserved = shown === 'nothing';
  const { nextCheckAt } = reading;
  return (
    <section class="panel now">
      <div class="now-figures">
        <p class={`now-word gs-${toneOf(shown)}`}>
          <Mark shown={shown} />
          {isObserved ? popupWords[numbers.language].observingTitle : word}
        </p>
        {figures === null ? (
          <p>{standing.noInMails}</p>
        ) : (
          <>
            <p class="now-rate">
              <b>{figures.rate}</b> <span class="note">{figures.line}</span>
            </p>
            <p>{figures.answered}</p>
            <p class="note">{figures.waiting}</p>
          </>
        )}
        <p>
          <span class="note">{words.nextCheck}</span>{' '}
          {nextCheckAt === null ? standing.afterContinue : numbers.near(nextCheckAt, now)}
        </p>
        {notes.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
        <p class="note">
          {standing.asOf(momentText(numbers, reading.asOf, now))}
          {history.lastSeenAt !== null &&
            ` · ${words.lastSeen(momentText(numbers, history.lastSeenAt, now))}`}
        </p>
      </div>
      <div class="now-why">
        <h2>{words.why.title}</h2>
        {whyText(reading, history, numbers).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="note">{words.why.terms(String(reading.terms.version))}</p>
      </div>
    </section>
  );
}
