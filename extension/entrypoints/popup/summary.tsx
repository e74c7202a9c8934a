import { Mark, toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import type { SeatCounts } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { TeamWords } from '#shared/words/team-words.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; counts: SeatCounts };

const TOLD: readonly (readonly [shown: Shown, name: keyof TeamWords['filters']])[] = [
  ['below', 'below'],
  ['warned', 'warned'],
  ['paused', 'paused'],
  ['close', 'close'],
  ['on_track', 'onTrack'],
];

/** How many seats stand how, those that need somebody first; what is of none is left out. */
export function Summary({ numbers, counts }: Props) {
  const words = teamWords[numbers.language].filters;
  const told = TOLD.flatMap(([shown, name]) => {
    const count = counts.shown[shown] ?? 0;
    return count === 0 ? [] : [{ shown, word: words[name], count }];
  });
  return (
    <ul class="summary">
      {counts.longUnread > 0 && (
        <li class="gs-amber">
          <b>{numbers.count(counts.longUnread)}</b> {words.longUnread}
        </li>
      )}
      {told.map(({ shown, word, count }) => (
        <li key={shown} class={`gs-${toneOf(shown)}`}>
          <Mark shown={shown} />
          <b>{numbers.count(count)}</b> {word}
        </li>
      ))}
    </ul>
  );
}
