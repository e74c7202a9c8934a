import { useState } from 'preact/hooks';
import type { Numbers } from '#shared/words/numbers.ts';
import { transferWords } from '#shared/words/transfer.ts';

type Props = {
  numbers: Numbers;
  holder: string;
  isChosen: boolean;
  /** The server says that this person holds it already. */
  isRefused: boolean;
  show: (to: string) => Promise<void>;
};

/** Names who holds the seat next; nothing is changed by it. */
export function WhoNext({ numbers, holder, isChosen, isRefused, show }: Props) {
  const words = transferWords[numbers.language];
  const [to, setTo] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isHolder = to.trim() === holder || isRefused;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy || isHolder || to.trim() === '') return;
    setBusy(true);
    await show(to.trim());
    setBusy(false);
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)} aria-busy={isBusy}>
      <h2>{words.whoTitle}</h2>
      <label for="to">{words.who}</label>
      <input
        id="to"
        type="text"
        required
        maxLength={200}
        autocomplete="off"
        readOnly={isChosen}
        aria-describedby="to-hint"
        value={to}
        onInput={(event) => setTo(event.currentTarget.value)}
      />
      <p id="to-hint" class="note" role="status">
        {isHolder && to.trim() !== '' ? words.alreadyHolder(holder) : words.whoHint}
      </p>
      {!isChosen && (
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {isBusy ? words.busy : words.show}
        </button>
      )}
    </form>
  );
}
