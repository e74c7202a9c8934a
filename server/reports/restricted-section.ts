import { html } from 'hono/html';
import type { BacktestReport } from '#server/reports/backtest-report.ts';
import { daysText, labelOf, type Speech } from '#server/reports/backtest-sentences.ts';
import { table, type Cell } from '#server/reports/report-page.ts';
import { scaleLabels, stepArea, timeStrip, type Html, type Scale } from '#server/reports/strips.ts';
import { levelsOf, type Spell } from '#shared/policy/spells.ts';

/** As many pauses as a page shows at a glance; the others can be opened. */
const AT_A_GLANCE = 40;

function spellsTable(spells: readonly Spell[], scale: Scale, speech: Speech): Html {
  const { words, numbers } = speech;
  const { heads } = words;
  return table(
    words.who,
    [
      { html: heads.seat, is: 'name' },
      { html: scaleLabels(scale, numbers.day), is: 'strip' },
      ...[heads.from, heads.until, heads.days, heads.renewed, heads.end].map((head): Cell => ({
        html: head,
      })),
    ],
    spells.map(({ seat, from, until, renewals, end }) => [
      { html: seat, is: 'name' },
      { html: timeStrip([{ from, until, tone: 'restricted' }], scale), is: 'strip' },
      { html: numbers.date(from) },
      { html: end === 'running' ? '–' : numbers.date(until) },
      { html: daysText(until - from, speech) },
      { html: numbers.count(renewals) },
      { html: words.ends[end] },
    ]),
  );
}

function atATimeSection(spells: readonly Spell[], scale: Scale, speech: Speech): Html {
  const { words, numbers } = speech;
  const levels = levelsOf(spells);
  const most = levels.reduce((top, level) => (level.value > top.value ? level : top), {
    at: scale.from,
    value: 0,
  });
  return html`<section>
    <h2>${words.atATime}</h2>
    <p class="note">${words.atATimeNote(numbers.count(most.value), numbers.date(most.at))}</p>
    <div class="chart">
      <p class="top">${numbers.count(most.value)}</p>
      ${stepArea(levels, scale, most.value)} ${scaleLabels(scale, numbers.date)}
    </div>
  </section>`;
}

/** Who would have been restricted when under the leading terms, by seat alone. */
export function restrictedSections(report: BacktestReport, speech: Speech): (Html | '')[] {
  const { lead, history } = report;
  const { words, numbers } = speech;
  const scale = { from: history.span.from, to: history.span.until };
  const spells = lead.backtested.spells.toSorted((one, other) => one.from - other.from);
  const [shown, others] = [spells.slice(0, AT_A_GLANCE), spells.slice(AT_A_GLANCE)];
  const title = `${words.who} · ${labelOf(lead.tried, report, speech)}`;
  return [
    spells.length === 0 ? '' : atATimeSection(spells, scale, speech),
    html`<section>
      <h2>${title}</h2>
      ${
        spells.length === 0
          ? html`<p>${words.nobody}</p>`
          : html`<p class="note">
                ${words.whoNote(numbers.count(shown.length), numbers.count(spells.length))}
              </p>
              ${spellsTable(shown, scale, speech)}`
      }
      ${
        others.length === 0
          ? ''
          : html`<details>
              <summary>${words.more(numbers.count(others.length))}</summary>
              ${spellsTable(others, scale, speech)}
            </details>`
      }
    </section>`,
  ];
}
