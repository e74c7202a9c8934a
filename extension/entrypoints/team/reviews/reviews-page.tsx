import { useEffect } from 'preact/hooks';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import { DecidedReview } from '#extension/entrypoints/review/decided-review.tsx';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { OpenReview } from '#extension/entrypoints/team/reviews/open-review.tsx';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import type { Review } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { reviewWords } from '#shared/words/review.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

/** The reviews that wait for a lead, the longest first, and those that were decided. */
export function ReviewsPage({ numbers }: { numbers: Numbers }) {
  const words = reviewWords[numbers.language];
  const list = useAsked('reviews', () => teamMessages.sendMessage('reviews', undefined));
  useEffect(() => {
    document.title = words.reviews;
  }, [words]);
  return (
    <>
      <a class="back" href={hashOf({ at: 'list' })}>
        {seatPageWords[numbers.language].back}
      </a>
      <h1>{words.reviews}</h1>
      {list.value === null && list.fault === null && (
        <p class="note" role="status">
          {popupWords[numbers.language].loading}
        </p>
      )}
      {list.fault !== null && <FaultSaying numbers={numbers} fault={list.fault} />}
      {list.value !== null && (
        <Loaded numbers={numbers} reviews={list.value.reviews} askAgain={list.askAgain} />
      )}
    </>
  );
}

type LoadedProps = { numbers: Numbers; reviews: readonly Review[]; askAgain: () => void };

function Loaded({ numbers, reviews, askAgain }: LoadedProps) {
  const words = reviewWords[numbers.language];
  const open = reviews.filter(({ decision }) => decision === null).toReversed();
  const decided = reviews.filter(({ decision }) => decision !== null);
  return (
    <>
      {open.length === 0 ? (
        <Saying title={words.none} lines={[words.noneMeans]} />
      ) : (
        <p class="note" role="status">
          {words.openCount(open.length, numbers.count(open.length))}
        </p>
      )}
      {open.map((review) => (
        <OpenReview key={review.id} numbers={numbers} review={review} decided={askAgain} />
      ))}
      {decided.length > 0 && <h2>{words.earlier}</h2>}
      {decided.map((review) => (
        <DecidedReview key={review.id} numbers={numbers} review={review}>
          <p>
            <a href={hashOf({ at: 'seat', seat: review.seat.id })}>{review.seat.holder}</a>{' '}
            <span class="note">{review.seat.id}</span>
          </p>
        </DecidedReview>
      ))}
    </>
  );
}
