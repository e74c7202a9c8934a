import type { ComponentChildren } from 'preact';
import { figuresText } from '#extension/entrypoints/review/figures-text.ts';
import type { Review } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

type Props = {
  numbers: Numbers;
  review: Review;
  /** Whose seat it is, for whom that has to be said. */
  children?: ComponentChildren;
};

/** What was asked, what was decided, and why. */
export function DecidedReview({ numbers, review, children }: Props) {
  const words = reviewWords[numbers.language];
  const { decision, reason, askedAt } = review;
  if (decision === null) return null;
  return (
    <section class="panel">
      {children}
      <h2>{words.outcomes[decision.outcome]}</h2>
      <p>{words.outcomeMeans[decision.outcome]}</p>
      <blockquote>{decision.reason}</blockquote>
      <p class="note">
        {[
          words.decidedAt(numbers.instant(decision.at)),
          words.reasons[reason],
          words.askedAt(numbers.instant(askedAt)),
          figuresText(review, numbers),
        ].join(' · ')}
      </p>
    </section>
  );
}
