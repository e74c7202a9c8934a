import { useState } from 'preact/hooks';
import { FaultSaying } from '#extension/entrypoints/team/fault-saying.tsx';
import type { ApiFault } from '#extension/state/api-client.ts';
import { ownMessages } from '#extension/state/own-messages.ts';
import { REVIEW_REASONS, type ReviewReason } from '#shared/policy/review.ts';
import { MOST_REVIEW_CHARACTERS } from '#shared/wire/limits.ts';
import type { ReviewDetail } from '#shared/wire/reviews.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';

type Props = { numbers: Numbers; asked: (review: ReviewDetail) => void };

/** The id is made with the form, so that sending twice asks once. */
function useAsk(asked: Props['asked']) {
  const [id] = useState(() => crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const ask = async (reason: ReviewReason, message: string): Promise<void> => {
    setBusy(true);
    const outcome = await ownMessages
      .sendMessage('askForReview', { id, reason, message })
      .catch(() => ({ ok: false, fault: { code: 'offline' } }) as const);
    setBusy(false);
    setFault(outcome.ok ? null : outcome.fault);
    if (outcome.ok) asked(outcome.value);
  };
  return { isBusy, fault, ask };
}

/** What is not right, in a word and in the recruiter's own. */
export function AskForm({ numbers, asked }: Props) {
  const words = reviewWords[numbers.language];
  const [reason, setReason] = useState<ReviewReason>('replies_missing');
  const [message, setMessage] = useState('');
  const { isBusy, fault, ask } = useAsk(asked);
  const isReady = message.trim() !== '' && !isBusy;
  const isOpen = fault?.code === 'refused' && fault.problem.code === 'review_open';
  return (
    <form
      class="panel"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void ask(reason, message.trim());
      }}
    >
      <fieldset>
        <legend>{words.reason}</legend>
        {REVIEW_REASONS.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="reason"
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {words.reasons[each]}
          </label>
        ))}
      </fieldset>
      <label for="message">{words.message}</label>
      <textarea
        id="message"
        required
        maxLength={MOST_REVIEW_CHARACTERS}
        aria-describedby="message-hint"
        value={message}
        onInput={(event) => setMessage(event.currentTarget.value)}
      />
      <p id="message-hint" class="note">
        {words.messageHint}
      </p>
      <p class="note">{words.carries}</p>
      <div role="alert">
        {isOpen && <p>{words.isOpen}</p>}
        {fault !== null && !isOpen && <FaultSaying numbers={numbers} fault={fault} />}
      </div>
      <button type="submit" class="primary" aria-disabled={!isReady}>
        {isBusy ? words.sending : words.send}
      </button>
    </form>
  );
}
