import { FindSeat } from '#extension/entrypoints/popup/find-seat.tsx';
import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { SeatLine } from '#extension/entrypoints/popup/seat-line.tsx';
import { Summary } from '#extension/entrypoints/popup/summary.tsx';
import { useHead } from '#extension/entrypoints/popup/use-head.ts';
import { reviewsText } from '#extension/entrypoints/team/reviews/reviews-text.ts';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { listed } from '#extension/entrypoints/team/list/listed.ts';
import type { Credentials } from '#extension/state/credentials.ts';
import type { KeptSeats } from '#extension/state/kept.ts';
import type { Connection } from '#extension/state/stored.ts';
import { useNowAfter } from '#extension/state/use-now.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; credentials: Credentials; connection: Connection };

/** Who needs a lead first; the team page has everybody. */
export function LeadView({ numbers, credentials, connection }: Props) {
  const words = popupWords[numbers.language];
  const { kept, fault } = useHead(credentials);
  const isEmpty = kept === null || kept === undefined;
  return (
    <>
      <header class="lead-head">
        <h1>{words.seatsOf(credentials.identity.contract.name)}</h1>
        <nav class="ways">
          <a href={`team.html${hashOf({ at: 'reviews' })}`} target="_blank">
            {reviewsText(isEmpty ? undefined : kept.list.counts.openReviews, numbers)}
          </a>
          <a href={`team.html${hashOf({ at: 'pilot' })}`} target="_blank">
            {teamWords[numbers.language].pilot}
          </a>
        </nav>
      </header>
      {isEmpty && fault === null && <p class="note">{words.loading}</p>}
      {isEmpty && fault !== null && connection !== 'signed_out' && (
        <Saying title={words.offline} lines={[words.noReadingMeans]} />
      )}
      {!isEmpty && <Head numbers={numbers} kept={kept} isStale={fault !== null} />}
    </>
  );
}

type HeadProps = { numbers: Numbers; kept: KeptSeats; isStale: boolean };

function Head({ numbers, kept, isStale }: HeadProps) {
  const words = popupWords[numbers.language];
  const { list, receivedAt } = kept;
  const now = useNowAfter(list.asOf, receivedAt);
  if (list.counts.all === 0) return <Saying title={words.noSeats} lines={[words.noSeatsMeans]} />;
  const asOf = standingWords[numbers.language].asOf(momentText(numbers, list.asOf, now));
  return (
    <>
      {isStale && (
        <p class="note" role="status">
          {words.offlineMeans(words.ago(numbers.duration(now - list.asOf)))}
        </p>
      )}
      <Summary numbers={numbers} counts={list.counts} />
      <FindSeat numbers={numbers} />
      <ul class="seats">
        {list.seats.map((row) => (
          <SeatLine
            key={row.seat.id}
            numbers={numbers}
            seat={listed(row, list)}
            terms={list.terms}
            now={now}
          />
        ))}
      </ul>
      <a class="button primary" href="team.html" target="_blank">
        {teamWords[numbers.language].openTeam}
      </a>
      <p class="note">
        {words.seatCount(list.counts.all, numbers.count(list.counts.all))} · {asOf}
      </p>
    </>
  );
}
