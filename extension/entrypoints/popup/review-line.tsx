import { useEffect, useState } from 'preact/hooks';
import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import { useNow } from '#extension/state/use-now.ts';
import type { Review } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

/** What became of the last review of the seat, and the way to ask for one. */
export function ReviewLine({ numbers }: { numbers: Numbers }) {
  const words = reviewWords[numbers.language];
  const now = useNow();
  const [last, setLast] = useState<Review | null>(null);
  useEffect(() => {
    void ownMessages
      .sendMessage('ownReviewsWanted', undefined)
      .then((outcome) => setLast(outcome.ok ? (outcome.value.reviews[0] ?? null) : null))
      .catch(() => undefined);
  }, []);
  return (
    <section class="panel">
      {last !== null && <Told numbers={numbers} review={last} now={now} />}
      <a href="review.html" target="_blank">
        {last?.decision === null ? words.waits : words.ask}
      </a>
    </section>
  );
}

function Told({ numbers, review, now }: { numbers: Numbers; review: Review; now: number }) {
  const words = reviewWords[numbers.language];
  const { decision, askedAt } = review;
  if (decision === null) {
    return (
      <p class="note">
        {words.reviews}: {words.askedAt(momentText(numbers, askedAt, now))}
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>
          {words.reviews}: {words.outcomes[decision.outcome]}
        </strong>
        {' · '}
        {words.decidedAt(momentText(numbers, decision.at, now))}
      </p>
      <p class="note">{words.because(decision.reason)}</p>
    </>
  );
}
