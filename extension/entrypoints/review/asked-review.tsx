import { useEffect, useRef } from 'preact/hooks';
import { emlOf, mailtoOf, reviewMail } from '#extension/entrypoints/review/review-mail.ts';
import { saveFile } from '#extension/entrypoints/team/save-file.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { ReviewDetail } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

type Props = { numbers: Numbers; review: ReviewDetail; reading: Reading };

/** The request that waits, and how the relationship manager can be written to about it. */
export function AskedReview({ numbers, review, reading }: Props) {
  const words = reviewWords[numbers.language];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [review.id]);
  const mail = reviewMail(review, reading, numbers);
  const { proof } = mail;
  return (
    <section class="panel">
      <h2 ref={title} tabIndex={-1}>
        {words.askedTitle}
      </h2>
      <p>{words.askedMeans}</p>
      <p class="note">
        {words.reasons[review.reason]} · {words.askedAt(numbers.instant(review.askedAt))}
      </p>
      <blockquote>{review.message}</blockquote>
      {reading.relationshipManager !== null && <p>{words.manager(reading.relationshipManager)}</p>}
      <div class="buttons">
        <a class="button primary" href={mailtoOf(mail)}>
          {words.mail}
        </a>
        {proof !== null && (
          <button
            type="button"
            class="secondary"
            onClick={() => saveFile('review.eml', 'message/rfc822', emlOf(mail))}
          >
            {words.saveMail}
          </button>
        )}
        {proof !== null && (
          <button
            type="button"
            class="secondary"
            onClick={() => saveFile('proof.json', 'application/json', proof)}
          >
            {words.saveProof}
          </button>
        )}
      </div>
      <p class="note">{proof === null ? words.noProof : words.mailHint}</p>
      {review.proofSha256 !== null && <p class="note hash">{words.hash(review.proofSha256)}</p>}
    </section>
  );
}
