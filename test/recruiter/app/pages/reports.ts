import type { ReportAnswer } from '../../wire.ts';
import { arrived, ask, grouped, say, type App } from '../app.ts';
import { plain } from '../dom.ts';
import type { OpenPage } from '../page.ts';
import type { Texts } from '../texts/en.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const HEIGHT = 160;

function bars(weeks: readonly number[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('aria-hidden', 'true');
  const most = Math.max(1, ...weeks);
  const step = WIDTH / weeks.length;
  for (const [index, count] of weeks.entries()) {
    const bar = document.createElementNS(SVG, 'rect');
    const height = Math.max(2, (count / most) * (HEIGHT - 8));
    bar.setAttribute('x', String(index * step + step * 0.2));
    bar.setAttribute('y', String(HEIGHT - height));
    bar.setAttribute('width', String(step * 0.6));
    bar.setAttribute('height', String(height));
    bar.setAttribute('rx', '3');
    bar.setAttribute('fill', 'currentColor');
    svg.append(bar);
  }
  return svg;
}

function percent(app: App, part: number, whole: number): string {
  const style = { style: 'percent', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(app.session.locale, style).format(whole === 0 ? 0 : part / whole);
}

function insights(app: App, { sent, accepted, declined, weeks }: ReportAnswer): HTMLElement {
  const metric = (key: keyof Texts, value: string) =>
    plain(
      'div',
      { look: 'metric' },
      plain('span', { look: 'quiet-text small' }, say(app, key)),
      plain('span', { look: 'metric-value' }, value),
    );
  const chart = plain('div', { look: 'chart' });
  chart.append(bars(weeks));
  return plain(
    'section',
    { look: 'card padded' },
    plain('h2', {}, say(app, 'reportInsights')),
    plain(
      'div',
      { look: 'metrics' },
      metric('reportSent', grouped(app, sent)),
      metric('reportResponded', grouped(app, accepted + declined)),
      metric('reportAccepted', grouped(app, accepted)),
      metric('reportDeclined', grouped(app, declined)),
      metric('reportRate', percent(app, accepted + declined, sent)),
    ),
    chart,
  );
}

function details(app: App, { sent, accepted, declined }: ReportAnswer): HTMLElement {
  const row = (cell: 'th' | 'td', texts: string[]) =>
    plain('tr', {}, ...texts.map((text) => plain(cell, {}, text)));
  const titles = ['templates', 'reportSent', 'reportAccepted', 'reportDeclined'] as const;
  const numbers = [sent, accepted, declined].map((count) => grouped(app, count));
  return plain(
    'section',
    { look: 'card padded' },
    plain('h2', {}, say(app, 'reportDetails')),
    plain(
      'table',
      { look: 'table' },
      row(
        'th',
        titles.map((title) => say(app, title)),
      ),
      row('td', [say(app, 'noTemplate'), ...numbers]),
    ),
  );
}

function rail(app: App): HTMLElement {
  const group = (key: keyof Texts, value: string) =>
    plain(
      'div',
      { look: 'filter' },
      plain('h3', {}, say(app, key)),
      plain('span', { look: 'chip' }, value),
    );
  return plain(
    'aside',
    { look: 'card filters' },
    plain('h2', {}, say(app, 'filters')),
    group('reportRange', say(app, 'reportRangeValue')),
    group('reportOwner', app.session.seatName),
    group('reportBenchmark', say(app, 'filterAny')),
  );
}

/** Nothing is known of the page's marks, so it has none; the parts are those of its description. */
export const openReports: OpenPage = (app, _url, left) => {
  const column = plain(
    'div',
    { look: 'list-column' },
    plain('div', { look: 'card ghost ghost-tall' }),
  );
  void (async () => {
    const report = await ask<ReportAnswer>('/talent/api/report');
    if (await arrived(app, left))
      column.replaceChildren(insights(app, report), details(app, report));
  })();
  return {
    element: plain(
      'div',
      { look: 'wide-page' },
      plain(
        'div',
        { look: 'title-line' },
        plain('h1', { look: 'page-title' }, say(app, 'inmailReport')),
        plain('button', { look: 'button' }, say(app, 'recommendations')),
        plain('button', { look: 'button' }, say(app, 'export')),
      ),
      plain('div', { look: 'columns' }, rail(app), column),
      plain('p', { look: 'quiet-text small report-note' }, say(app, 'reportNote')),
    ),
  };
};
