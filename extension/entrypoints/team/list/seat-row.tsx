import { dequal } from 'dequal/lite';
import type { VNode } from 'preact';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import {
  checkOf,
  standingText,
  trendOf,
  volumeOf,
} from '#extension/entrypoints/team/list/cells.tsx';
import { drawnWhere } from '#extension/entrypoints/team/list/drawn-where.ts';
import type { Listed } from '#extension/entrypoints/team/list/listed.ts';
import { needsOf } from '#extension/entrypoints/team/list/seat-needs.ts';
import type { Trend } from '#extension/entrypoints/team/list/use-trends.ts';
import { Mark } from '#extension/ui/mark.tsx';
import { daysLeft } from '#shared/policy/days-left.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { SeatList } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { teamWords } from '#shared/words/team.ts';

/** What is known of a seat at a moment, and by which terms. */
export type Says = Readonly<{
  seat: Listed;
  terms: SeatList['terms'];
  /** By the server's clock, in steps of a minute. */
  now: Instant;
}>;

export type RowProps = {
  /** Of its element, which shows other seats before and after. */
  id: string;
  says: Says;
  /** Its place among the rows that are left, from 0. */
  index: number;
  top: number;
  trend: Trend | undefined;
  numbers: Numbers;
  /** The one row that the Tab key comes to. */
  isCurrent: boolean;
  /** Where the window is narrow the figures have no head above them. */
  isNarrow: boolean;
};

export function saysTheSame(one: Says, other: Says): boolean {
  const { seat, terms, now } = one;
  return now === other.now && dequal(seat, other.seat) && dequal(terms, other.terms);
}

const NAMES = ['says', 'index', 'top', 'trend', 'numbers', 'isCurrent', 'isNarrow'] as const;

function draw(props: RowProps): VNode {
  const { id, says, index, top, numbers, isCurrent, isNarrow } = props;
  const { seat, now } = says;
  const { row, shown } = seat;
  const words = teamWords[numbers.language];
  const rate = responseRateBps(row.tally);
  const left = daysLeft(row.periodEndsAt, now);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      class={seat.isLongUnread ? 'row row-first' : 'row'}
      style={`transform:translateY(${top}px)`}
    >
      <div role="cell" class="cell cell-seat">
        <a
          href={hashOf({ at: 'seat', seat: row.seat.id })}
          class="seat-link"
          tabIndex={isCurrent ? 0 : -1}
          data-row={index}
        >
          {row.seat.holder}
        </a>
        <span class="note ellipsis">
          {row.team === null ? row.seat.id : `${row.team} · ${row.seat.id}`}
        </span>
      </div>
      <div role="cell" class="cell cell-rate">
        {rate === null ? null : numbers.rate(rate)}
      </div>
      <div role="cell" class="cell cell-volume">
        {volumeOf(row, numbers)}
      </div>
      <div role="cell" class="cell cell-standing">
        {Mark({ shown })}
        <span class="ellipsis">{standingText(props)}</span>
      </div>
      <div role="cell" class="cell cell-trend">
        {trendOf(props)}
      </div>
      <div role="cell" class="cell cell-check">
        {isNarrow && <span class="narrow-label">{words.columns.nextCheck} </span>}
        {checkOf(props)}
      </div>
      <div role="cell" class="cell cell-left">
        {isNarrow && left !== null && <span class="narrow-label">{words.columns.daysLeft} </span>}
        {left === null ? null : words.daysLeft(left)}
      </div>
      <div role="cell" class="cell cell-needs">
        {needsOf(seat, now, numbers).map(({ text, isUrgent }, place) => (
          <span key={place} class={isUrgent ? 'need need-urgent' : 'need'}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}

export const SeatRow = drawnWhere<RowProps>(
  (before, after) => NAMES.some((name) => before[name] !== after[name]),
  draw,
);
