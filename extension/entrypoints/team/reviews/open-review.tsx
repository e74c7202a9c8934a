import { useState } from 'preact/hooks';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import { AboutReview } from '#extension/entrypoints/team/reviews/about-review.tsx';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import type { ReviewOutcome } from '#shared/policy/review.ts';
import { MOST_REVIEW_CHARACTERS } from '#shared/wire/limits.ts';
import type { Review } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

type Props = { numbers: Numbers; review: Review; decided: () => void };

/** The ids are made with the form: one for each way of deciding, so that pressing twice decides once. */
function useDecide({ review, decided }: Pick<Props, 'review' | 'decided'>) {
  const [ids] = useState(() => ({ upheld: crypto.randomUUID(), declined: crypto.randomUUID() }));
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const decide = async (outcome: ReviewOutcome, reason: string): Promise<void> => {
    setBusy(true);
    const decision = { id: ids[outcome], outcome, reason };
    const done = await teamMessages
      .sendMessage('decideReview', { review: review.id, decision })
      .catch(() => ({ ok: false, fault: { code: 'offline' } }) as const);
    setBusy(false);
    setFault(done.ok ? null : done.fault);
    if (done.ok) decided();
  };
  return { isBusy, fault, decide };
}

/** One review that waits: what was asked, what the seat read then, and the decision with its reason. */
export function OpenReview({ numbers, review, decided }: Props) {
  const words = reviewWords[numbers.language];
  const { seat, reason, message } = review;
  return (
    <section class="panel">
      <h2>{seat.holder}</h2>
      <p class="note">{seat.id}</p>
      <p>
        <strong>{words.reasons[reason]}</strong>
      </p>
      <blockquote>{message}</blockquote>
      <AboutReview numbers={numbers} review={review} />
      <p>
        <a href={hashOf({ at: 'seat', seat: seat.id })}>{words.seatPage}</a>
      </p>
      <Decide numbers={numbers} review={review} decided={decided} />
    </section>
  );
}

function Decide({ numbers, review, decided }: Props) {
  const words = reviewWords[numbers.language];
  const [why, setWhy] = useState('');
  const { isBusy, fault, decide } = useDecide({ review, decided });
  const isReady = why.trim() !== '' && !isBusy;
  const press = (outcome: ReviewOutcome): void => {
    if (isReady) void decide(outcome, why.trim());
  };
  const isBefore = fault?.code === 'refused' && fault.problem.code === 'already_decided';
  const id = `why-${review.id}`;
  return (
    <form aria-busy={isBusy} onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{words.why}</label>
      <textarea
        id={id}
        maxLength={MOST_REVIEW_CHARACTERS}
        aria-describedby={`${id}-hint`}
        value={why}
        onInput={(event) => setWhy(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="note">
        {words.whyHint}
      </p>
      <ul class="told">
        <li>{words.upholdMeans}</li>
        <li>{words.declineMeans}</li>
      </ul>
      <div role="alert">
        {isBefore && <p>{words.decidedBefore}</p>}
        {fault !== null && !isBefore && <FaultSaying numbers={numbers} fault={fault} />}
      </div>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-disabled={!isReady}
          onClick={() => press('upheld')}
        >
          {words.uphold}
        </button>
        <button
          type="button"
          class="secondary"
          aria-disabled={!isReady}
          onClick={() => press('declined')}
        >
          {words.decline}
        </button>
      </div>
    </form>
  );
}
