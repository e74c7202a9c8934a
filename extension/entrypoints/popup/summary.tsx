import type { ComponentChildren } from 'preact';
import type { FilterName } from '#extension/entrypoints/team/list/narrow.ts';
import { hashOf, type TeamRoute } from '#extension/entrypoints/team/route.ts';
import { Mark, toneOf, type Tone } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import type { SeatCounts } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { reviewWords } from '#shared/words/review.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = { numbers: Numbers; counts: SeatCounts };

const TOLD: readonly (readonly [shown: Shown, name: FilterName])[] = [
  ['below', 'below'],
  ['warned', 'warned'],
  ['paused', 'paused'],
  ['close', 'close'],
  ['on_track', 'onTrack'],
];

/** How many need what, who asked a lead for something first; each leads to them. */
export function Summary({ numbers, counts }: Props) {
  const { language, count } = numbers;
  const words = teamWords[language].filters;
  const { openReviews = 0, longUnread, shown } = counts;
  return (
    <ul class="summary">
      {openReviews > 0 && (
        <Item tone="blue" to={{ at: 'reviews' }} written={count(openReviews)}>
          {reviewWords[language].askedFor}
        </Item>
      )}
      {longUnread > 0 && (
        <Item tone="amber" to={{ at: 'list', filter: 'longUnread' }} written={count(longUnread)}>
          {words.longUnread}
        </Item>
      )}
      {TOLD.map(([each, filter]) => {
        const seats = shown[each] ?? 0;
        if (seats === 0) return null;
        const tone = toneOf(each);
        return (
          <Item
            key={each}
            tone={tone}
            mark={each}
            to={{ at: 'list', filter }}
            written={count(seats)}
          >
            {words[filter]}
          </Item>
        );
      })}
    </ul>
  );
}

type ItemProps = {
  tone: Tone | 'blue';
  mark?: Shown;
  to: TeamRoute;
  written: string;
  children: ComponentChildren;
};

function Item({ tone, mark, to, written, children }: ItemProps) {
  return (
    <li>
      <a class={`gs-${tone}`} href={`team.html${hashOf(to)}`} target="_blank">
        {mark !== undefined && <Mark shown={mark} />}
        <span>
          <b>{written}</b> {children}
        </span>
      </a>
    </li>
  );
}
