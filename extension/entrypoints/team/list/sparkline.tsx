import type { Trend } from '#extension/entrypoints/team/list/use-trends.ts';

const WIDTH = 104;
const HEIGHT = 28;
const EDGE = 4;

type Terms = { thresholdBps: number; minimumVolume: number };
type Point = { x: number; y: number; isJudged: boolean } | null;

/**
 * Where each point lies. The line of the policy is always at the same height, a third of the way up:
 * what matters is how far from it a rate is, and one far above it may leave through the top.
 */
function pointsOf(
  { answered, total }: Props['trend'],
  { thresholdBps, minimumVolume }: Terms,
): Point[] {
  const scale = (thresholdBps / 10_000) * 3;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, total.length - 1);
  return total.map((all, index) => {
    if (all === 0) return null;
    const part = Math.min(1, (answered[index] ?? 0) / all / scale);
    const y = HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE);
    return { x: EDGE + index * step, y, isJudged: all >= minimumVolume };
  });
}

/** One path through the points that are there, broken where none is, or not one of its kind. */
function pathOf(points: readonly Point[], isWanted: (isJudged: boolean) => boolean): string {
  let path = '';
  points.forEach((point, index) => {
    const last = points[index - 1] ?? null;
    if (point === null || last === null) return;
    // A piece is judged where both its ends are.
    if (!isWanted(last.isJudged && point.isJudged)) return;
    const from = path.endsWith(`${last.x.toFixed(1)} ${last.y.toFixed(1)}`)
      ? ''
      : `M${last.x.toFixed(1)} ${last.y.toFixed(1)}`;
    path += `${from}L${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
  });
  return path;
}

type Props = Terms & { trend: Pick<Trend, 'answered' | 'total'>; tone: string };

/** What is drawn of a trend, which is drawn again each time that it comes into view. */
const drawn = new WeakMap<
  Props['trend'],
  { of: string; last: Point; faint: string; rate: string }
>();

function drawingOf(trend: Props['trend'], terms: Terms) {
  const of = `${terms.thresholdBps} ${terms.minimumVolume}`;
  const known = drawn.get(trend);
  if (known?.of === of) return known;
  const points = pointsOf(trend, terms);
  const drawing = {
    of,
    last: points.findLast((point) => point !== null) ?? null,
    faint: pathOf(points, (isJudged) => !isJudged),
    rate: pathOf(points, (isJudged) => isJudged),
  };
  drawn.set(trend, drawing);
  return drawing;
}

/** How the rate went day by day against the line; too few InMails to be judged are drawn faint. */
export function Sparkline({ trend, tone, thresholdBps, minimumVolume }: Props) {
  const { last, faint, rate } = drawingOf(trend, { thresholdBps, minimumVolume });
  const line = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) / 3;
  return (
    <svg
      class="spark"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <path class="spark-line" d={`M0 ${line}H${WIDTH}`} />
      {faint !== '' && <path class="spark-faint" d={faint} />}
      {rate !== '' && <path class="spark-rate" d={rate} />}
      {last !== null && <circle class={`gs-${tone}`} cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}
