import { useEffect, useRef, useState } from 'preact/hooks';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { inheritedText } from '#extension/entrypoints/team/transfer/inherited-text.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Inheritance } from '#shared/wire/transfer.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { transferWords } from '#shared/words/transfer.ts';

type Props = {
  numbers: Numbers;
  preview: Inheritance;
  terms: Reading['terms'];
  give: () => Promise<void>;
  chooseAnother: () => void;
};

/** What goes with the seat and what ends, before anything is done. */
export function ConfirmTransfer({ numbers, preview, terms, give, chooseAnother }: Props) {
  const words = transferWords[numbers.language];
  const title = useRef<HTMLHeadingElement>(null);
  const { seat, to } = preview;
  // What was asked for has come: a reader is taken to it.
  useEffect(() => title.current?.focus(), [preview]);
  return (
    <>
      <section class="panel">
        <h2 ref={title} tabIndex={-1}>
          {words.goesTitle(to)}
        </h2>
        <ul class="told">
          {inheritedText(preview, terms, numbers).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{words.endsTitle}</h2>
        <ul class="told">
          <li>{words.devices(seat.holder)}</li>
          <li>{words.unsent(seat.holder)}</li>
        </ul>
        <p class="note">{words.unchanged}</p>
      </section>
      <Confirm numbers={numbers} preview={preview} give={give} chooseAnother={chooseAnother} />
    </>
  );
}

function Confirm({ numbers, preview, give, chooseAnother }: Omit<Props, 'terms'>) {
  const words = transferWords[numbers.language];
  const { seat, to } = preview;
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isConfirmed = typed.trim() === to;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy || !isConfirmed) return;
    setBusy(true);
    await give();
    setBusy(false);
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)} aria-busy={isBusy}>
      <h2>{words.confirmTitle}</h2>
      <label for="again">{words.confirmHint(to)}</label>
      <input
        id="again"
        type="text"
        required
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={!isConfirmed || isBusy}>
          {isBusy ? words.busy : words.confirm(seat.id, to)}
        </button>
        <button type="button" class="secondary" onClick={chooseAnother}>
          {words.otherPerson}
        </button>
        <a class="button plain" href={hashOf({ at: 'seat', seat: seat.id })}>
          {words.cancel}
        </a>
      </div>
    </form>
  );
}
