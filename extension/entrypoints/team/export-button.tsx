import { useState } from 'preact/hooks';
import type { ApiOutcome } from '#extension/state/api-client.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = {
  numbers: Numbers;
  label: string;
  /** Of the file. */
  name: string;
  ask: () => Promise<ApiOutcome<string>>;
};

/** Hands a text to the person as a file, by a link of this page's own. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

export function ExportButton({ numbers, label, name, ask }: Props) {
  const words = teamWords[numbers.language];
  const [state, setState] = useState<'idle' | 'busy' | 'fault'>('idle');
  const press = async (): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    const outcome = await ask().catch(() => null);
    if (outcome?.ok === true) save(name, outcome.value);
    setState(outcome?.ok === true ? 'idle' : 'fault');
  };
  return (
    <>
      <button
        type="button"
        class="secondary"
        aria-disabled={state === 'busy'}
        onClick={() => void press()}
      >
        {state === 'busy' ? words.exporting : label}
      </button>
      <span role="status" class="note">
        {state === 'fault' ? words.exportedNothing : ''}
      </span>
    </>
  );
}
