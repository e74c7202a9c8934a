import type { ShownRow } from '#extension/entrypoints/popup/seat-rows.ts';
import { standingWord } from '#extension/features/standing-content.ts';
import type { WordView } from '#extension/features/standing-text.ts';
import { Mark } from '#extension/ui/mark.tsx';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { answeredOf, type Tally } from '#shared/policy/tally.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';

type Props = ShownRow & {
  numbers: Numbers;
  /** By the server's clock. */
  now: Instant;
};

/** One seat: who, what is shown of it, when it is judged, and what it needs. */
export function SeatLine({ numbers, row, view, now }: Props) {
  const { seat, tally, responseRateBps, notice } = row;
  return (
    <li>
      <Mark shown={view.shown} />
      <span class="holder" title={`${seat.holder} (${seat.id})`}>
        {seat.holder}
      </span>
      {responseRateBps !== null && <span class="rate">{numbers.rate(responseRateBps)}</span>}
      <span class="about note">
        {wordOf(numbers, view)} · <NextCheck numbers={numbers} at={row.nextCheckAt} now={now} />
      </span>
      <Counts numbers={numbers} tally={tally} />
      {notice !== null && (
        <span class="needs note">{noticeText(numbers, notice.issuedAt, now)}</span>
      )}
    </li>
  );
}

/** Answered and all, short for the eye and in words for a screen reader. */
function Counts({ numbers, tally }: { numbers: Numbers; tally: Tally }) {
  const { noInMails } = standingWords[numbers.language];
  if (tally.total === 0) return <span class="counts note">{noInMails}</span>;
  const answered = numbers.count(answeredOf(tally));
  const total = numbers.count(tally.total);
  const said = popupWords[numbers.language].answered(answered, total);
  return (
    <span class="counts note" title={said}>
      <span aria-hidden="true">{`${answered}/${total}`}</span>
      <span class="unseen">{said}</span>
    </span>
  );
}

type NextCheckProps = { numbers: Numbers; at: Instant | null; now: Instant };

function NextCheck({ numbers, at, now }: NextCheckProps) {
  const words = standingWords[numbers.language];
  if (at === null) return <span>{popupWords[numbers.language].afterContinue}</span>;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={`${words.nextCheck}: ${numbers.near(at, now)}`}
    >
      {popupWords[numbers.language].checkIn(numbers.duration(at - now))}
    </time>
  );
}

/** The standing; a seat in observation is shown to nobody but its lead, who is told so. */
function wordOf(numbers: Numbers, view: WordView): string {
  const words = popupWords[numbers.language];
  const { shown, reading } = view;
  if (shown === 'nothing') return words.observingTitle;
  const isCollecting = shown === 'collecting' || shown === 'collecting_low';
  if (!isCollecting || reading === null) return standingWord(view, numbers);
  // In a row of words a bare "65 of 100" would not say of what.
  const { tally, terms } = reading;
  return words.ofMinimum(numbers.count(tally.total), numbers.count(terms.minimumVolume));
}

/** One that nobody has read for a week is worth a word to its holder. */
function noticeText(numbers: Numbers, issuedAt: Instant, now: Instant): string {
  const words = popupWords[numbers.language];
  const days = Math.floor((now - issuedAt) / DAY_MS);
  return days < 7 ? words.noticeUnread : words.noticeUnreadFor(days);
}
