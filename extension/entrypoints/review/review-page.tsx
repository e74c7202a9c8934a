import { useEffect, useState } from 'preact/hooks';
import { AskForm } from '#extension/entrypoints/review/ask-form.tsx';
import { AskedReview } from '#extension/entrypoints/review/asked-review.tsx';
import { DecidedReview } from '#extension/entrypoints/review/decided-review.tsx';
import { figuresText } from '#extension/entrypoints/review/figures-text.ts';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { useAsked } from '#extension/entrypoints/team/use-asked.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import { storedReading } from '#extension/state/stored.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { ReviewDetail, ReviewList } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { reviewWords } from '#shared/words/review.ts';

/** Where a recruiter asks for a review of the own seat, and reads what became of it. */
export function ReviewPage({ numbers }: { numbers: Numbers }) {
  const words = reviewWords[numbers.language];
  const popup = popupWords[numbers.language];
  const stored = useStored(storedReading);
  const list = useAsked('own', () => ownMessages.sendMessage('ownReviewsWanted', undefined));
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  const reading = stored?.reading ?? null;
  const isLoading = stored === undefined || (list.value === null && list.fault === null);
  return (
    <main>
      <h1>{words.title}</h1>
      {isLoading && (
        <p class="note" role="status">
          {popup.loading}
        </p>
      )}
      {list.fault !== null && <FaultSaying numbers={numbers} fault={list.fault} />}
      {stored === null && <p class="note">{popup.noReadingMeans}</p>}
      {reading !== null && list.value !== null && (
        <Loaded
          numbers={numbers}
          reading={reading}
          reviews={list.value.reviews}
          askAgain={list.askAgain}
        />
      )}
    </main>
  );
}

type LoadedProps = {
  numbers: Numbers;
  reading: Reading;
  reviews: ReviewList['reviews'];
  askAgain: () => void;
};

/** The proof of a review that waits, which the list does not carry. */
function useDetail(id: string | null): [ReviewDetail | null, (review: ReviewDetail) => void] {
  const [detail, setDetail] = useState<ReviewDetail | null>(null);
  useEffect(() => {
    if (id === null || detail?.id === id) return;
    void ownMessages
      .sendMessage('reviewWanted', id)
      .then((outcome) => outcome.ok && setDetail(outcome.value))
      .catch(() => undefined);
  }, [id]);
  return [detail, setDetail];
}

function Loaded({ numbers, reading, reviews, askAgain }: LoadedProps) {
  const words = reviewWords[numbers.language];
  const open = reviews.find(({ decision }) => decision === null) ?? null;
  const [detail, setDetail] = useDetail(open === null ? null : open.id);
  const isDecided = reviews.some(({ id, decision }) => id === detail?.id && decision !== null);
  const waiting = isDecided ? null : detail;
  const decided = reviews.filter(({ decision }) => decision !== null);
  return (
    <>
      <header class="panel">
        <h2>{reading.seat.holder}</h2>
        <p class="note">{`${reading.contract.name} · ${figuresText(reading, numbers)}`}</p>
        {waiting === null && <p>{words.intro}</p>}
      </header>
      {waiting !== null && <AskedReview numbers={numbers} review={waiting} reading={reading} />}
      {decided.map((review) => (
        <DecidedReview key={review.id} numbers={numbers} review={review} />
      ))}
      {waiting === null && open === null && (
        <AskForm
          numbers={numbers}
          asked={(review) => {
            setDetail(review);
            askAgain();
          }}
        />
      )}
    </>
  );
}
