import type { SeatHistory } from '#shared/wire/history.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { seatPageWords } from '#shared/words/seat-page.ts';

type Props = { numbers: Numbers; history: SeatHistory };

/** Who held the seat from when on, the holder of now first. */
export function Holders({ numbers, history }: Props) {
  const words = seatPageWords[numbers.language].holders;
  return (
    <section class="panel">
      <h2>{words.title}</h2>
      <ul class="plain">
        {history.holders.map(({ holder, since }) => (
          <li key={since}>
            {holder} <span class="note">{words.since(numbers.instant(since))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
