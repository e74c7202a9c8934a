import { useEffect, useRef, useState } from 'preact/hooks';
import { teamMessages } from '#extension/state/team-messages.ts';
import { MOST_TRENDS } from '#shared/wire/limits.ts';
import type { Trends } from '#shared/wire/trends.ts';

export type Trend = Trends['trends'][number];

/** While rows fly past nobody looks at their lines. */
const REST_MS = 120;
const FRESH_MS = 15 * 60_000;

/** The trends of the seats in view, asked for together once the list has come to rest. */
export function useTrends(inView: readonly string[]): ReadonlyMap<string, Trend> {
  const known = useRef(new Map<string, { trend: Trend; at: number }>());
  const [trends, setTrends] = useState<ReadonlyMap<string, Trend>>(new Map());
  const wanted = inView.join('\n');
  useEffect(() => {
    const isFresh = (seat: string): boolean =>
      Date.now() - (known.current.get(seat)?.at ?? -Infinity) < FRESH_MS;
    const missing = inView.filter((seat) => !isFresh(seat)).slice(0, MOST_TRENDS);
    if (missing.length === 0) return;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const outcome = await teamMessages
        .sendMessage('trends', { seats: missing })
        .catch(() => null);
      if (outcome === null || !outcome.ok) return;
      for (const trend of outcome.value.trends) {
        known.current.set(trend.seat, { trend, at: Date.now() });
      }
      if (isGone) return;
      setTrends(new Map([...known.current].map(([seat, { trend }]) => [seat, trend])));
    };
    const timer = setTimeout(() => void ask(), REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return trends;
}
