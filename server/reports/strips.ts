import { html } from 'hono/html';
import type { ShareInterval } from '#shared/policy/wilson.ts';

export type Html = ReturnType<typeof html>;

/** What a mark stands for: the colour is never alone, as the numbers stand beside it. */
export type Tone = 'warned' | 'restricted' | 'recovered' | 'rate' | 'other';

/** Which stretch a strip covers, from its left end to its right. */
export type Scale = Readonly<{ from: number; to: number }>;

function percentAlong(value: number, { from, to }: Scale): number {
  const share = to === from ? 0 : (value - from) / (to - from);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** A round end for a scale of shares: the next of 5, 10, 20 ... per cent that holds them all. */
export function shareScale(shares: readonly (ShareInterval | null)[], atLeastBps = 0): Scale {
  const highest = Math.max(atLeastBps, ...shares.map((interval) => interval?.highBps ?? 0));
  const ends = [500, 1000, 2000, 3000, 4000, 6000, 8000, 10_000];
  return { from: 0, to: ends.find((end) => end >= highest) ?? 10_000 };
}

const grid = [0, 50, 100].map(
  (at) => html`<line class="grid" x1="${at}" x2="${at}" y1="0" y2="20" />`,
);

export type IntervalMark = { tone: Tone; bps: number; interval: ShareInterval };

/** Shares with their intervals on one line, one below the other, and the line that they should pass. */
export function intervalStrip(
  marks: readonly IntervalMark[],
  scale: Scale,
  lineBps: number | null = null,
): Html {
  const step = 20 / (marks.length + 1);
  return html`<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
    ${grid}
    ${
      lineBps === null
        ? ''
        : html`<line
            class="line"
            x1="${percentAlong(lineBps, scale)}"
            x2="${percentAlong(lineBps, scale)}"
            y1="-4"
            y2="24"
          />`
    }
    ${marks.map(({ tone, bps, interval }, index) => {
      const y = (index + 1) * step;
      const [low, high] = [interval.lowBps, interval.highBps].map((end) =>
        percentAlong(end, scale),
      );
      return html`<line class="reach ${tone}" x1="${low}" x2="${high}" y1="${y}" y2="${y}" />
        <path class="dot ${tone}" d="M${percentAlong(bps, scale)} ${y}h0" />`;
    })}
  </svg>`;
}

/** What the marks of a strip stand for. */
export function marksLegend(marks: readonly { tone: Tone; says: string }[]): Html {
  return html`<ul class="legend marks">
    ${marks.map(
      ({ tone, says }) =>
        html`<li>
          <svg viewBox="0 0 10 10" aria-hidden="true"><path class="dot ${tone}" d="M5 5h0" /></svg>
          <span>${says}</span>
        </li>`,
    )}
  </ul>`;
}

export type Span = { from: number; until: number; tone: Tone };

/** When something was so, along the time that a scale covers. */
export function timeStrip(spans: readonly Span[], scale: Scale): Html {
  return html`<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
    ${grid}
    ${spans.map(({ from, until, tone }) => {
      const begin = percentAlong(from, scale);
      // What is too short to be seen is drawn as the shortest that can be.
      const width = Math.max(0.6, percentAlong(until, scale) - begin);
      return html`<rect
        class="${tone}"
        x="${begin}"
        y="5"
        width="${width}"
        height="10"
        rx="0.6"
      />`;
    })}
  </svg>`;
}

export type Piece = { says: string; count: number; tone: Tone };

/** How a whole falls into parts, each of them named with its count. */
export function stackedBar(pieces: readonly Piece[], figure: (count: number) => string): Html | '' {
  const shown = pieces.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  let before = 0;
  return html`<div class="stack">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        ${shown.map(({ count, tone }) => {
          const x = (before * 100) / total;
          before += count;
          return html`<rect
            class="${tone}"
            x="${x}"
            y="0"
            width="${(count * 100) / total}"
            height="10"
          />`;
        })}
      </svg>
    </div>
    <ul class="legend">
      ${shown.map(
        ({ says, count, tone }) =>
          html`<li>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect class="${tone}" width="10" height="10" />
            </svg>
            <span>${says} <strong>${figure(count)}</strong></span>
          </li>`,
      )}
    </ul>`;
}

export type Step = { at: number; value: number };

/** How many at a time: level from each step to the next. */
export function stepArea(steps: readonly Step[], scale: Scale, top: number): Html {
  const y = (value: number): number => Math.round((1 - value / top) * 10_000) / 100;
  let path = 'M0 100';
  let level = 100;
  for (const { at, value } of steps) {
    const x = percentAlong(at, scale);
    path += `L${x} ${level}L${x} ${y(value)}`;
    level = y(value);
  }
  path += `L100 ${level}`;
  return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    ${[0, 50, 100].map((at) => html`<line class="grid" x1="0" x2="100" y1="${at}" y2="${at}" />`)}
    <path class="area restricted" d="${path}L100 100Z" />
    <path class="edge" d="${path}" />
  </svg>`;
}

/** The ends and the middle of a scale, over or under what is drawn on it. */
export function scaleLabels({ from, to }: Scale, figure: (value: number) => string): Html {
  return html`<div class="scale">
    <span>${figure(from)}</span><span>${figure((from + to) / 2)}</span><span>${figure(to)}</span>
  </div>`;
}
