import { html } from 'hono/html';
import type { BacktestReport } from '#server/reports/backtest-report.ts';
import {
  assumptionSentences,
  daysText,
  historySentence,
  intervalText,
  leadSentences,
  profileSentences,
  SHARES,
  shareText,
  type Speech,
} from '#server/reports/backtest-sentences.ts';
import { list, reportPage, tiles } from '#server/reports/report-page.ts';
import { segmentsSection } from '#server/reports/segments-section.ts';
import { stackedBar, type Html } from '#server/reports/strips.ts';
import { termsSection } from '#server/reports/terms-section.ts';
import { restrictedSections } from '#server/reports/restricted-section.ts';
import type { Backtested, Met } from '#shared/policy/backtest.ts';
import type { Language } from '#shared/words/language.ts';

function shareNotes(all: Met, share: keyof typeof SHARES, speech: Speech): string[] {
  const [part, of] = SHARES[share](all);
  const { words, numbers } = speech;
  return [
    `${words.ofMany(numbers.count(part), numbers.count(of))} · ${shareText(part, of, speech)}`,
    `${words.heads.interval} ${intervalText(part, of, speech)}`,
  ];
}

function summaryTiles(all: Met, speech: Speech): Html {
  const { words, numbers } = speech;
  const each = all.restricted === 0 ? 0 : all.restrictedMs / all.restricted;
  return tiles([
    {
      says: words.tiles.warned,
      figure: numbers.count(all.warned),
      tone: 'warned',
      notes: shareNotes(all, 'warned', speech),
    },
    {
      says: words.tiles.restricted,
      figure: numbers.count(all.restricted),
      tone: 'restricted',
      notes: shareNotes(all, 'restricted', speech),
    },
    {
      says: words.tiles.days,
      figure: daysText(all.restrictedMs, speech),
      notes: [words.daysEach(daysText(each, speech))],
    },
    {
      says: words.tiles.held,
      figure: numbers.count(all.inmailsHeld),
      notes: shareNotes(all, 'held', speech),
    },
  ]);
}

function warningsBar({ warnings }: Backtested, { words, numbers }: Speech): Html | '' {
  const { issued, restricted, recovered, tooFew, unread } = warnings;
  if (issued === 0) return '';
  const says = words.warningEnds;
  return html`<h3>${words.warningsBecame}</h3>
    ${stackedBar(
      [
        { says: says.restricted, count: restricted, tone: 'restricted' },
        { says: says.recovered, count: recovered, tone: 'recovered' },
        { says: says.tooFew, count: tooFew, tone: 'rate' },
        { says: says.unread, count: unread, tone: 'warned' },
        {
          says: says.other,
          count: issued - restricted - recovered - tooFew - unread,
          tone: 'other',
        },
      ],
      numbers.count,
    )}`;
}

function pausesBar({ spells }: Backtested, { words, numbers }: Speech): Html | '' {
  if (spells.length === 0) return '';
  const count = (wanted: keyof typeof words.ends): number =>
    spells.filter(({ end }) => end === wanted).length;
  return html`<h3>${words.pausesEnded}</h3>
    ${stackedBar(
      [
        { says: words.ends.recovered, count: count('recovered'), tone: 'recovered' },
        { says: words.ends.too_few, count: count('too_few'), tone: 'rate' },
        { says: words.ends.running, count: count('running'), tone: 'restricted' },
        { says: words.ends.otherwise, count: count('otherwise'), tone: 'other' },
      ],
      numbers.count,
    )}`;
}

function summarySection(report: BacktestReport, speech: Speech): Html {
  const { backtested } = report.lead;
  const [lead = '', ...others] = leadSentences(report, speech);
  return html`<section>
    <h2>${speech.words.summary}</h2>
    <p class="lead">${lead}</p>
    ${others.map((sentence) => html`<p>${sentence}</p>`)} ${summaryTiles(backtested.all, speech)}
    ${warningsBar(backtested, speech)} ${pausesBar(backtested, speech)}
    <p class="note">${assumptionSentences(report, speech)[0] ?? ''}</p>
  </section>`;
}

/** A backtest as one page to hand on. */
export function backtestPage(
  report: BacktestReport,
  language: Language,
  speech: Speech,
): Promise<string> {
  const { words, numbers } = speech;
  return reportPage({
    language,
    title: words.title,
    about: [historySentence(report, speech), words.madeAt(numbers.date(report.madeAt))],
    sections: [
      summarySection(report, speech),
      termsSection(report, speech),
      segmentsSection(report, speech),
      ...restrictedSections(report, speech),
      html`<section>
        <h2>${words.assumed}</h2>
        ${list([...profileSentences(report, speech), ...assumptionSentences(report, speech)])}
      </section>`,
      html`<section>
        <h2>${words.limits}</h2>
        ${list(words.limitsOf)}
      </section>`,
    ],
  });
}
