import { useState } from 'preact/hooks';
import { saveFile } from '#extension/entrypoints/team/save-file.ts';
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

export function ExportButton({ numbers, label, name, ask }: Props) {
  const words = teamWords[numbers.language];
  const [state, setState] = useState<'idle' | 'busy' | 'fault'>('idle');
  const press = async (): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    const outcome = await ask().catch(() => null);
    if (outcome?.ok === true) saveFile(name, 'text/csv', outcome.value);
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
