import { memo } from 'preact/compat';
import { hashOf } from '#extension/entrypoints/team/route.ts';
import { wordViewOf, type Listed } from '#extension/entrypoints/team/list/listed.ts';
import { needsOf } from '#extension/entrypoints/team/list/seat-needs.ts';
import { Sparkline } from '#extension/entrypoints/team/list/sparkline.tsx';
import type { Trend } from '#extension/entrypoints/team/list/use-trends.ts';
import { standingWord } from '#extension/features/standing-content.ts';
import { Mark, toneOf } from '#extension/ui/mark.tsx';
import { daysLeft } from '#shared/policy/days-left.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { SeatList } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';
import { teamWords } from '#shared/words/team.ts';

type Props = {
  seat: Listed;
  /** Its place among the rows that are left, from 0. */
  index: number;
  top: number;
  trend: Trend | undefined;
  terms: SeatList['terms'];
  numbers: Numbers;
  /** By the server's clock, in steps of a minute. */
  now: Instant;
  /** The one row that the Tab key comes to. */
  isCurrent: boolean;
};

function SeatRowOf(props: Props) {
  const { seat, index, top, trend, terms, numbers, now, isCurrent } = props;
  const { row, shown } = seat;
  const words = teamWords[numbers.language];
  const left = daysLeft(row.periodEndsAt, now);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      class={seat.isLongUnread ? 'row row-first' : 'row'}
      style={{ transform: `translateY(${top}px)` }}
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
      <Figures {...props} />
      <div role="cell" class="cell cell-standing">
        <Mark shown={shown} />
        <span class="ellipsis">
          {shown === 'nothing' ? popupWords[numbers.language].observingTitle : standingText(props)}
        </span>
      </div>
      <div role="cell" class="cell cell-trend">
        <TrendOf trend={trend} shown={shown} terms={terms} numbers={numbers} />
      </div>
      <div role="cell" class="cell cell-check">
        <span class="narrow-label">{words.columns.nextCheck} </span>
        <NextCheck at={row.nextCheckAt} now={now} numbers={numbers} />
      </div>
      <div role="cell" class="cell cell-left">
        {left !== null && (
          <>
            <span class="narrow-label">{words.columns.daysLeft} </span>
            {words.daysLeft(left)}
          </>
        )}
      </div>
      <div role="cell" class="cell cell-needs">
        {needsOf(seat, now, numbers).map(({ text, isUrgent }) => (
          <span key={text} class={isUrgent ? 'need need-urgent' : 'need'}>
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}

function standingText({ seat, terms, numbers }: Props): string {
  const isCollecting = seat.shown === 'collecting' || seat.shown === 'collecting_low';
  if (!isCollecting) return standingWord(wordViewOf(seat, terms), numbers);
  const { count } = numbers;
  if (seat.row.tally.total === 0) return standingWords[numbers.language].noInMails;
  const words = popupWords[numbers.language];
  return words.ofMinimum(count(seat.row.tally.total), count(terms.minimumVolume));
}

/** The rate and the counts that it is of; never a red 0 % where there is nothing to judge. */
function Figures({ seat, numbers }: Props) {
  const { tally, provisional } = seat.row;
  const words = teamWords[numbers.language];
  const rate = responseRateBps(tally);
  if (rate === null) {
    return (
      <>
        <div role="cell" class="cell cell-rate" />
        <div role="cell" class="cell cell-volume">
          {numbers.count(0)}
        </div>
      </>
    );
  }
  const [answered, total] = [numbers.count(answeredOf(tally)), numbers.count(tally.total)];
  return (
    <>
      <div role="cell" class="cell cell-rate">
        {numbers.rate(rate)}
      </div>
      <div role="cell" class="cell cell-volume" title={words.answered(answered, total)}>
        <span aria-hidden="true">{`${answered}/${total}`}</span>
        <span class="unseen">{words.answered(answered, total)}</span>
        {provisional > 0 && (
          <span class="note" title={words.notConfirmed(provisional, numbers.count(provisional))}>
            {' *'}
            <span class="unseen">
              {words.notConfirmed(provisional, numbers.count(provisional))}
            </span>
          </span>
        )}
      </div>
    </>
  );
}

type TrendProps = Pick<Props, 'trend' | 'terms' | 'numbers'> & { shown: Listed['shown'] };

function TrendOf({ trend, shown, terms, numbers }: TrendProps) {
  if (trend === undefined) return null;
  const words = teamWords[numbers.language];
  const rates = trend.total.flatMap((all, index) =>
    all === 0 ? [] : [Math.floor(((trend.answered[index] ?? 0) * 10_000) / all)],
  );
  const [from, to] = [rates[0], rates.at(-1)];
  if (from === undefined || to === undefined) return <span class="unseen">{words.noTrend}</span>;
  const line = numbers.term(terms.thresholdBps);
  return (
    <span title={words.trend(numbers.rate(from), numbers.rate(to), line)}>
      <Sparkline
        trend={trend}
        tone={toneOf(shown)}
        thresholdBps={terms.thresholdBps}
        minimumVolume={terms.minimumVolume}
      />
      <span class="unseen">{words.trend(numbers.rate(from), numbers.rate(to), line)}</span>
    </span>
  );
}

type CheckProps = { at: Instant | null; now: Instant; numbers: Numbers };

function NextCheck({ at, now, numbers }: CheckProps) {
  const words = standingWords[numbers.language];
  if (at === null) return <span>{teamWords[numbers.language].afterContinue}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={numbers.instant(at)}>
      {at > now ? words.inTime(numbers.duration(at - now)) : words.unknown.check_due.word}
    </time>
  );
}

/** What comes anew each minute mostly says the same, in an object of its own. */
const saysTheSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

export const SeatRow = memo(
  SeatRowOf,
  (before, after) =>
    before.index === after.index &&
    before.top === after.top &&
    before.trend === after.trend &&
    before.numbers === after.numbers &&
    before.now === after.now &&
    before.isCurrent === after.isCurrent &&
    saysTheSame(before.seat, after.seat) &&
    saysTheSame(before.terms, after.terms),
);
