import { Sparkline } from '#extension/entrypoints/team/list/sparkline.tsx';
import { storedReport } from '#extension/state/stored-report.ts';
import { useStored } from '#extension/state/use-stored.ts';
import { toneOf } from '#extension/ui/mark.tsx';
import type { Shown } from '#shared/policy/shown.ts';
import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { Reading } from '#shared/wire/reading.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { ownSeatWords } from '#shared/words/own-seat.ts';

type Props = { numbers: Numbers; shown: Shown; reading: Reading };

/** How the rate went over one window's length, up to now; nothing where there is no past to draw. */
export function OwnTrend({ numbers, shown, reading }: Props) {
  const words = ownSeatWords[numbers.language].trend;
  const report = useStored(storedReport) ?? null;
  const { tally, terms, seat } = reading;
  if (report === null || report.series.seat !== seat.id) return null;
  const past = report.series.points.slice(-terms.windowDays).map((point) => point.tally);
  const first = past.find(({ total }) => total > 0);
  const from = first === undefined ? null : responseRateBps(first);
  const to = responseRateBps(tally);
  if (from === null || to === null || past.length < 2) return null;
  const all = [...past, tally];
  const days = numbers.count(terms.windowDays);
  const said = words.said({
    days,
    from: numbers.rate(from),
    to: numbers.rate(to),
    line: numbers.term(terms.thresholdBps),
  });
  return (
    <span class="own-trend" title={words.title(days)}>
      <span class="unseen">{said}</span>
      <Sparkline
        trend={{ answered: all.map(answeredOf), total: all.map(({ total }) => total) }}
        tone={toneOf(shown)}
        thresholdBps={terms.thresholdBps}
        minimumVolume={terms.minimumVolume}
      />
    </span>
  );
}
