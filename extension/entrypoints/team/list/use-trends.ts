import { useEffect, useReducer, useRef } from 'preact/hooks';
import { afterFrame } from '#extension/entrypoints/team/after-frame.ts';
import { teamMessages } from '#extension/state/team-messages.ts';
import { MOST_TRENDS } from '#shared/wire/limits.ts';
import type { Trends } from '#shared/wire/trends.ts';

export type Trend = Trends['trends'][number];

/** While rows fly past nobody looks at their lines. */
const REST_MS = 120;
const FRESH_MS = 15 * 60_000;
/** So many lines are drawn in one go, so that no frame waits for all of them. */
const LINES_A_FRAME = 6;

/** The trends of the seats in view, asked for together once the list has come to rest. */
export function useTrends(inView: readonly string[]): ReadonlyMap<string, Trend> {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const known = useRef(new Map<string, Trend>());
  const askedAt = useRef(new Map<string, number>());
  const wanted = inView.join('\n');
  useEffect(() => {
    const isFresh = (seat: string): boolean =>
      Date.now() - (askedAt.current.get(seat) ?? -Infinity) < FRESH_MS;
    const missing = inView.filter((seat) => !isFresh(seat)).slice(0, MOST_TRENDS);
    if (missing.length === 0) return;
    const ask = async (): Promise<void> => {
      const outcome = await teamMessages
        .sendMessage('trends', { seats: missing })
        .catch(() => null);
      if (outcome === null || !outcome.ok) return;
      for (const seat of missing) askedAt.current.set(seat, Date.now());
      for (const [index, trend] of outcome.value.trends.entries()) {
        if (index > 0 && index % LINES_A_FRAME === 0) {
          redraw(undefined);
          await afterFrame();
        }
        known.current.set(trend.seat, trend);
      }
      redraw(undefined);
    };
    const timer = setTimeout(() => void ask(), REST_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return known.current;
}
