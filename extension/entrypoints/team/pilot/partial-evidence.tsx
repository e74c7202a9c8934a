import { useState } from 'preact/hooks';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Props = { numbers: Numbers; isAdmin: boolean; accept: () => Promise<void> };

/** Why it is not enforced on what the extension alone sees; an admin may accept that, and nobody else. */
export function PartialEvidence({ numbers, isAdmin, accept }: Props) {
  const words = pilotWords[numbers.language];
  const [isAccepted, setAccepted] = useState(false);
  const lines = isAdmin ? [words.partialMeans] : [words.partialMeans, words.partialAdmin];
  return (
    <Saying title={words.partialTitle} lines={lines}>
      {isAdmin && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              checked={isAccepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
            <span>{words.partialAccept}</span>
          </label>
          <button
            type="button"
            class="primary"
            aria-disabled={!isAccepted}
            onClick={() => {
              if (isAccepted) void accept();
            }}
          >
            {words.show}
          </button>
        </>
      )}
    </Saying>
  );
}
