import { Timeline } from '#extension/entrypoints/team/seat/timeline.tsx';
import { timelineOf } from '#extension/entrypoints/team/seat/timeline-text.ts';
import { storedOwnSeat } from '#extension/state/stored-own-seat.ts';
import { useStored } from '#extension/state/use-stored.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Props = { numbers: Numbers; reading: Reading };

/** Every notice and every change of the standing, each with the numbers that it was judged by. */
export function OwnHappened({ numbers, reading }: Props) {
  const { happened } = ownSeatWords[numbers.language];
  const more = useStored(storedOwnSeat) ?? null;
  if (more === null) return null;
  const { changes } = more;
  return (
    <details class="panel">
      <summary>
        {happened} ({numbers.count(changes.length)})
      </summary>
      <Timeline
        none={seatPageWords[numbers.language].history.none}
        entries={timelineOf(changes, reading.notice, numbers)}
      />
    </details>
  );
}
