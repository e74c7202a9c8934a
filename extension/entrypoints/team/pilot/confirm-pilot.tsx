import { useEffect, useRef, useState } from 'preact/hooks';
import { previewText, settingsText } from '#extension/entrypoints/team/pilot/pilot-text.ts';
import type { PilotPreview } from '#shared/wire/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { PilotWords } from '#shared/words/pilot-words.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Props = {
  numbers: Numbers;
  preview: PilotPreview;
  set: () => Promise<void>;
  change: () => void;
};

/** More than these nobody reads one by one; the counts above are of all. */
const MOST_SHOWN = 100;

/** Which seats would change and what that does to each, before anything is done. */
export function ConfirmPilot({ numbers, preview, set, change }: Props) {
  const words = pilotWords[numbers.language];
  const [isBusy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // What was asked for has come: a reader is taken to it.
  useEffect(() => title.current?.focus(), [preview]);
  const { changes } = preview;
  const confirm = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await set();
    setBusy(false);
  };
  const all = changes.length;
  return (
    <section class="panel">
      <h2 ref={title} tabIndex={-1}>
        {words.previewTitle}
      </h2>
      <p class="happened">{settingsText(preview, numbers)}</p>
      {all === 0 && <p>{words.nothing}</p>}
      <ul class="told">
        {previewText(preview, numbers).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changes.some(({ startsAnew }) => startsAnew) && <p class="note">{words.anewMeans}</p>}
      {all > 0 && <Changes numbers={numbers} changes={changes} />}
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={isBusy} onClick={() => void confirm()}>
          {isBusy ? words.busy : confirmText(all, numbers, words)}
        </button>
        <button type="button" class="secondary" onClick={change}>
          {words.change}
        </button>
      </div>
    </section>
  );
}

function confirmText(all: number, numbers: Numbers, words: PilotWords): string {
  return all === 0 ? words.confirmSettings : words.confirm(all, numbers.count(all));
}

function atOnce({ bulk, startsAnew }: PilotPreview['changes'][number], words: PilotWords): string {
  const bulkText = { unchanged: [], held: [words.bulkHeld], released: [words.bulkReleased] }[bulk];
  return [...bulkText, ...(startsAnew ? [words.startsAnew] : [])].join(', ');
}

function Changes({ numbers, changes }: { numbers: Numbers; changes: PilotPreview['changes'] }) {
  const words = pilotWords[numbers.language];
  const left = changes.length - MOST_SHOWN;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.previewTitle}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.seat}</th>
            <th scope="col">{words.columns.from}</th>
            <th scope="col">{words.columns.to}</th>
            <th scope="col">{words.columns.atOnce}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, MOST_SHOWN).map((each) => (
            <tr key={each.seat}>
              <th scope="row">
                {each.holder} <span class="note">{each.seat}</span>
              </th>
              <td>{words.modes[each.from]}</td>
              <td>{words.modes[each.to]}</td>
              <td>{atOnce(each, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p class="note">{words.more(numbers.count(left))}</p>}
    </div>
  );
}
