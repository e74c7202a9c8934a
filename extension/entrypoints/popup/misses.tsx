import { momentText } from '#extension/entrypoints/popup/moment-text.ts';
import { storedMisses } from '#extension/state/stored-misses.ts';
import { useNow } from '#extension/state/use-now.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { surfaceWords } from '#shared/words/surfaces.ts';

/** Parts of Recruiter that could not be read: said, not guessed over. */
export function Misses({ numbers }: { numbers: Numbers }) {
  const words = popupWords[numbers.language];
  const places = surfaceWords[numbers.language];
  const now = useNow();
  const misses = useStored(storedMisses);
  if (misses === undefined || misses.length === 0) return null;
  return (
    <details class="panel">
      <summary>
        {words.missesTitle} ({misses.length})
      </summary>
      <ul>
        {misses.map(({ surface, part, since }) => (
          <li key={`${surface} ${part}`}>
            {words.miss(places[surface] ?? surface, part, momentText(numbers, since, now))}
          </li>
        ))}
      </ul>
      <p class="note">{words.missesMean}</p>
    </details>
  );
}
