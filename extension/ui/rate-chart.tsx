import type { ChartPoint } from '#shared/words/report-content.ts';

export type RateChartProps = {
  points: readonly ChartPoint[];
  /** What it shows, for those who do not see it. */
  title: string;
  says: string;
};

const WIDTH = 600;
const HEIGHT = 120;
/** How much of the height the volume may take. */
const VOLUME_SHARE = 0.22;

/** The highest rate that is drawn, in basis points: the line is never at the very top. */
export function topOf(points: readonly ChartPoint[]): number {
  const highest = points.map(({ rateBps, lineBps }) => Math.max(rateBps ?? 0, lineBps * 1.6));
  return Math.min(10_000, Math.max(...highest) * 1.1);
}

/** The path through the days that pass, broken where one does not. */
function pathOf(
  points: readonly ChartPoint[],
  draws: (point: ChartPoint, before: ChartPoint) => boolean,
  heightOf: (point: ChartPoint) => number,
): string {
  const step = points.length < 2 ? 0 : WIDTH / (points.length - 1);
  const at = (of: ChartPoint, place: number) =>
    `${(place * step).toFixed(1)} ${(HEIGHT - heightOf(of)).toFixed(1)}`;
  let path = '';
  let isGoingOn = false;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const isDrawn = before !== undefined && draws(point, before);
    // A piece comes from the day before, so that pieces of two kinds join.
    if (isDrawn) path += `${isGoingOn ? '' : `M${at(before, index - 1)}`}L${at(point, index)}`;
    isGoingOn = isDrawn;
  }
  return path;
}

/**
 * The rate day by day against the line, over bars of the volume. It stretches to its place, without
 * text of its own; lines keep their width.
 */
export function RateChart({ points, title, says }: RateChartProps) {
  const top = topOf(points);
  const most = Math.max(1, ...points.map(({ total }) => total));
  const step = points.length < 2 ? WIDTH : WIDTH / (points.length - 1);
  const height = (bps: number) => (bps / top) * HEIGHT;
  const isDrawn = (point: ChartPoint, before: ChartPoint) =>
    point.rateBps !== null && before.rateBps !== null;
  const rateHeight = ({ rateBps }: ChartPoint) => height(rateBps ?? 0);
  return (
    <svg
      class="gs-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby="gs-chart-title gs-chart-says"
    >
      <title id="gs-chart-title">{title}</title>
      <desc id="gs-chart-says">{says}</desc>
      {points.map(({ total }, index) => {
        const barHeight = (total / most) * HEIGHT * VOLUME_SHARE;
        return (
          <rect
            class="gs-chart-volume"
            x={(index * step - step * 0.35).toFixed(1)}
            y={(HEIGHT - barHeight).toFixed(1)}
            width={(step * 0.7).toFixed(1)}
            height={barHeight.toFixed(1)}
          />
        );
      })}
      <path
        class="gs-chart-line"
        d={pathOf(
          points,
          () => true,
          ({ lineBps }) => height(lineBps),
        )}
      />
      <path
        class="gs-chart-faint"
        d={pathOf(points, (point, before) => isDrawn(point, before) && !point.isJudged, rateHeight)}
      />
      <path
        class="gs-chart-rate"
        d={pathOf(points, (point, before) => isDrawn(point, before) && point.isJudged, rateHeight)}
      />
    </svg>
  );
}
