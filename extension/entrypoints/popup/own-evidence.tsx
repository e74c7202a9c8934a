import { evidenceText } from '#extension/entrypoints/popup/evidence-text.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';

/** What the figures rest on, in full: nobody has to believe them. */
export function OwnEvidence({ numbers, reading }: { numbers: Numbers; reading: Reading }) {
  const { title } = ownSeatWords[numbers.language].evidence;
  return (
    <details class="panel">
      <summary>{title}</summary>
      <ul class="said">
        {evidenceText(reading, numbers).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
