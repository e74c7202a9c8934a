import { wordViewOf } from '#extension/entrypoints/team/list/listed.ts';
import type { RowProps } from '#extension/entrypoints/team/list/seat-row.tsx';
import { Sparkline } from '#extension/entrypoints/team/list/sparkline.tsx';
import { standingWord } from '#extension/features/standing-content.ts';
import { toneOf } from '#extension/ui/mark.tsx';
import type { Instant } from '#shared/policy/instant.ts';
import { answeredOf } from '#shared/policy/tally.ts';
import type { SeatRow } from '#shared/wire/seats.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';
import { standingWords } from '#shared/words/standing.ts';
import { teamWords } from '#shared/words/team.ts';

export function standingText({ says, numbers }: RowProps): string {
  const { seat, terms } = says;
  const words = popupWords[numbers.language];
  if (seat.shown === 'nothing') return words.observingTitle;
  const isCollecting = seat.shown === 'collecting' || seat.shown === 'collecting_low';
  if (!isCollecting) return standingWord(wordViewOf(seat, terms), numbers);
  const { count } = numbers;
  if (seat.row.tally.total === 0) return standingWords[numbers.language].noInMails;
  return words.ofMinimum(count(seat.row.tally.total), count(terms.minimumVolume));
}

/** The counts that the rate is of, short for the eye and in words for a screen reader. */
export function volumeOf({ tally, provisional }: SeatRow, numbers: Numbers) {
  const words = teamWords[numbers.language];
  if (tally.total === 0) return numbers.count(0);
  const [answered, total] = [numbers.count(answeredOf(tally)), numbers.count(tally.total)];
  const said = words.answered(answered, total);
  const counts = (
    <span role="img" aria-label={said} title={said}>
      {`${answered}/${total}`}
    </span>
  );
  if (provisional === 0) return counts;
  const notConfirmed = words.notConfirmed(provisional, numbers.count(provisional));
  return (
    <>
      {counts}
      <span class="note" role="img" aria-label={notConfirmed} title={notConfirmed}>
        {' *'}
      </span>
    </>
  );
}

export function trendOf({ trend, says, numbers }: RowProps) {
  const { seat, terms } = says;
  if (trend === undefined) return null;
  const words = teamWords[numbers.language];
  const rates = trend.total.flatMap((all, index) =>
    all === 0 ? [] : [Math.floor(((trend.answered[index] ?? 0) * 10_000) / all)],
  );
  const [from, to] = [rates[0], rates.at(-1)];
  if (from === undefined || to === undefined) return <span class="unseen">{words.noTrend}</span>;
  const said = words.trend(numbers.rate(from), numbers.rate(to), numbers.term(terms.thresholdBps));
  return (
    <span role="img" aria-label={said} title={said}>
      <Sparkline
        trend={trend}
        tone={toneOf(seat.shown)}
        thresholdBps={terms.thresholdBps}
        minimumVolume={terms.minimumVolume}
      />
    </span>
  );
}

export function checkOf({ says, numbers }: RowProps) {
  const { seat, now } = says;
  const words = standingWords[numbers.language];
  const at = seat.row.nextCheckAt;
  if (at === null) return <span>{teamWords[numbers.language].afterContinue}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={instantText(at, numbers)}>
      {at > now ? words.inTime(numbers.duration(at - now)) : words.unknown.check_due.word}
    </time>
  );
}

/** Most seats of a list are checked at one of a few instants, and writing one takes a while. */
const texts = new WeakMap<Numbers, Map<Instant, string>>();

function instantText(at: Instant, numbers: Numbers): string {
  const known = texts.get(numbers) ?? new Map<Instant, string>();
  texts.set(numbers, known);
  const text = known.get(at) ?? numbers.instant(at);
  known.set(at, text);
  return text;
}
