import { hashOf } from '#extension/entrypoints/team/route.ts';
import { wordViewOf, type Listed } from '#extension/entrypoints/team/list/listed.ts';
import { needsOf } from '#extension/entrypoints/team/list/seat-needs.ts';
import { standingWord } from '#extension/features/standing-content.ts';
import { Mark } from '#extension/ui/mark.tsx';
import type { Instant } from '#shared/policy/instant.ts';
import { answeredOf, responseRateBps, type Tally } from '#shared/policy/tally.ts';
import type { SeatList } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';

type Props = {
  numbers: Numbers;
  seat: Listed;
  terms: SeatList['terms'];
  /** By the server's clock. */
  now: Instant;
};

/** One seat: who, what is shown of it, when it is judged, and what it needs. */
export function SeatLine({ numbers, seat, terms, now }: Props) {
  const { row, shown } = seat;
  const { id, holder } = row.seat;
  const rate = responseRateBps(row.tally);
  return (
    <li>
      <Mark shown={shown} />
      <a
        class="holder"
        href={`team.html${hashOf({ at: 'seat', seat: id })}`}
        target="_blank"
        title={`${holder} (${id})`}
      >
        {holder}
      </a>
      {rate !== null && <span class="rate">{numbers.rate(rate)}</span>}
      <span class="about note">
        {wordOf(numbers, seat, terms)} ·{' '}
        <NextCheck numbers={numbers} at={row.nextCheckAt} now={now} />
      </span>
      <Counts numbers={numbers} tally={row.tally} />
      {needsOf(seat, now, numbers).map(({ text, isUrgent }) => (
        <span key={text} class={isUrgent ? 'needs note gs-amber' : 'needs note'}>
          {text}
        </span>
      ))}
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
function wordOf(numbers: Numbers, seat: Listed, terms: SeatList['terms']): string {
  const words = popupWords[numbers.language];
  const { shown, row } = seat;
  if (shown === 'nothing') return words.observingTitle;
  const isCollecting = shown === 'collecting' || shown === 'collecting_low';
  if (!isCollecting) return standingWord(wordViewOf(seat, terms), numbers);
  // In a row of words a bare "65 of 100" would not say of what.
  return words.ofMinimum(numbers.count(row.tally.total), numbers.count(terms.minimumVolume));
}
