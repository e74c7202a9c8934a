import { setByText, settingsText } from '#extension/entrypoints/team/pilot/pilot-text.ts';
import type { PilotState } from '#shared/wire/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Props = { numbers: Numbers; pilot: PilotState };

/** What the pilot is set to, by whom, and what it was set to before. */
export function PilotNow({ numbers, pilot }: Props) {
  const words = pilotWords[numbers.language];
  const { seats, partialAcceptedAt, versions } = pilot;
  const { count } = numbers;
  const earlier = versions.slice(0, -1).toReversed();
  return (
    <section class="panel">
      <h2>{words.nowTitle}</h2>
      <p class="happened">{settingsText(pilot, numbers)}</p>
      <p>{words.seatsIn(count(seats.observe), count(seats.inform), count(seats.enforce))}</p>
      {partialAcceptedAt !== null && (
        <p>{words.partialAccepted(numbers.instant(partialAcceptedAt))}</p>
      )}
      <p class="note">{setByText(pilot, numbers)}</p>
      {earlier.length > 0 && (
        <details>
          <summary>{words.earlier}</summary>
          <ul class="told">
            {earlier.map((version) => (
              <li key={version.version}>
                {settingsText(version, numbers)}{' '}
                <span class="note">{setByText(version, numbers)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
