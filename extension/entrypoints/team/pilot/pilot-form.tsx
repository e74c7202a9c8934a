import { useState } from 'preact/hooks';
import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import { NamedSeats } from '#extension/entrypoints/team/pilot/named-seats.tsx';
import { MODES } from '#shared/policy/rollout.ts';
import type { PilotState, WantedPilot } from '#shared/wire/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { pilotWords } from '#shared/words/pilot.ts';

type Props = {
  numbers: Numbers;
  pilot: PilotState;
  seats: readonly Listed[];
  /** What would change is shown: another wish begins with another preview. */
  isShown: boolean;
  preview: (wanted: WantedPilot) => Promise<void>;
};

/** What the pilot shall be set to; nothing is changed by it. */
export function PilotForm({ numbers, pilot, seats, isShown, preview }: Props) {
  const words = pilotWords[numbers.language];
  const [mode, setMode] = useState(pilot.mode);
  const [share, setShare] = useState(String(pilot.sharePercent));
  const [namedSeats, setNamed] = useState<readonly string[]>(pilot.namedSeats);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    await preview({
      mode,
      sharePercent: Number(share),
      namedSeats: [...namedSeats],
      acceptsPartialEvidence: false,
    });
    setBusy(false);
  };
  return (
    <form class="panel" onSubmit={(event) => void submit(event)} aria-busy={isBusy}>
      <h2>{words.changeTitle}</h2>
      <fieldset disabled={isShown}>
        <legend>{words.mode}</legend>
        {MODES.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="mode"
              value={each}
              checked={mode === each}
              onChange={() => setMode(each)}
            />
            <span>
              {words.modes[each]} <span class="note">{words.means[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={isShown}>
        <label for="share">{words.share}</label>
        <input
          id="share"
          type="number"
          required
          min={0}
          max={100}
          step={1}
          aria-describedby="share-hint"
          value={share}
          onInput={(event) => setShare(event.currentTarget.value)}
        />
        <p id="share-hint" class="note">
          {words.shareHint}
        </p>
      </fieldset>
      <NamedSeats
        numbers={numbers}
        named={namedSeats}
        seats={seats}
        isDisabled={isShown}
        change={setNamed}
      />
      {!isShown && (
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {isBusy ? words.busy : words.show}
        </button>
      )}
    </form>
  );
}
