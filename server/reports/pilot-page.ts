import { html } from 'hono/html';
import {
  aboutSentences,
  comparedSentences,
  pointsInterval,
  pointsText,
  ruleOf,
  verdictSentences,
  type PilotSpeech,
  type TitledPilot,
} from '#shared/words/pilot-sentences.ts';
import { list, reportPage, table, tiles, type Cell } from '#server/reports/report-page.ts';
import {
  intervalStrip,
  scaleLabels,
  shareScale,
  stackedBar,
  type Html,
  type Tone,
} from '#server/reports/strips.ts';
import type { ArmFigures, PeriodFigures, PilotReport } from '#shared/policy/pilot.ts';
import { REACTION_DAYS, REACTIONS, type Reaction } from '#shared/policy/reactions.ts';
import type { Language } from '#shared/words/language.ts';

const TONES: Readonly<Record<Reaction, Tone>> = {
  stopped: 'recovered',
  cut: 'rate',
  split: 'warned',
  as_before: 'restricted',
  no_bulk: 'other',
  too_recent: 'other',
};

function verdictSection({ report }: TitledPilot, speech: PilotSpeech): Html {
  const { words, numbers } = speech;
  const { notices, held, difference, verdict } = report;
  const [lead = '', ...why] = verdictSentences(report, speech);
  const median = notices.medianDays;
  return html`<section>
    <h2>${words.verdict}</h2>
    <div class="verdict ${verdict.tells}">
      <p class="lead">${lead}</p>
      ${why.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
    ${tiles([
      {
        says: words.tiles.difference,
        figure: difference === null ? '–' : pointsText(difference.bps, speech),
        notes: difference === null ? [] : [pointsInterval(difference, speech)],
      },
      {
        says: words.tiles.notices,
        figure: numbers.count(notices.issued),
        notes: [words.warningsOf(numbers.count(notices.warnings))],
      },
      {
        says: words.tiles.read,
        figure: numbers.count(notices.read),
        notes: median === null ? [] : [words.medianDays(median, numbers.decimal(median))],
      },
      {
        says: words.tiles.held,
        figure: numbers.count(held.sends),
        notes: [words.heldTo(numbers.count(held.inmails), numbers.count(held.seats))],
      },
    ])}
  </section>`;
}

function ratesSection(report: PilotReport, speech: PilotSpeech): Html {
  const { treated, observed } = report;
  const { words, numbers } = speech;
  const { heads } = words;
  const arms = [
    { name: words.treated, arm: treated },
    { name: words.observed, arm: observed },
  ];
  const scale = shareScale(arms.flatMap(({ arm }) => [arm.before.rate, arm.after.rate]));
  const row = (name: string, figures: PeriodFigures, tone: Tone, last: Cell[]): Cell[] => {
    const { rate, inmails, bulk, perSeatWeek } = figures;
    const marks = rate === null ? [] : [{ tone, bps: rate.bps, interval: rate }];
    return [
      { html: name, is: 'name' },
      { html: intervalStrip(marks, scale), is: 'strip' },
      {
        html:
          rate === null
            ? '–'
            : html`${numbers.rate(rate.bps)}
                <small>${numbers.rate(rate.lowBps)} – ${numbers.rate(rate.highBps)}</small>`,
      },
      { html: numbers.count(inmails) },
      { html: numbers.count(bulk) },
      { html: perSeatWeek === null ? '–' : numbers.decimal(perSeatWeek) },
      ...last,
    ];
  };
  const changeCell = ({ change }: ArmFigures): Cell => ({
    html:
      change === null
        ? '–'
        : html`${pointsText(change.bps, speech)} <small>${pointsInterval(change, speech)}</small>`,
  });
  const rows = arms.flatMap(({ name, arm }) => [
    row(`${name}, ${words.before}`, arm.before, 'other', [
      { html: numbers.count(arm.compared) },
      { html: '' },
    ]),
    row(`${name}, ${words.after}`, arm.after, 'rate', [{ html: '' }, changeCell(arm)]),
  ]);
  return html`<section>
    <h2>${words.rates}</h2>
    ${comparedSentences(report, speech).map((sentence) => html`<p class="note">${sentence}</p>`)}
    ${table(
      words.rates,
      [
        { html: heads.group, is: 'name' },
        { html: scaleLabels(scale, numbers.term), is: 'strip' },
        ...[
          heads.rate,
          heads.inmails,
          heads.bulk,
          heads.perSeatWeek,
          heads.compared,
          heads.change,
        ].map((head): Cell => ({ html: head })),
      ],
      rows,
    )}
  </section>`;
}

function reactionsOf(name: string, { reactions }: ArmFigures, speech: PilotSpeech): Html {
  const { words, numbers } = speech;
  const { sizeBefore, sizeAfter } = reactions;
  return html`<h3>${name}</h3>
    ${
      reactions.warned === 0
        ? html`<p>${words.nobodyWarned}</p>`
        : stackedBar(
            REACTIONS.map((reaction) => ({
              says: words.reactionsOf[reaction],
              count: reactions[reaction],
              tone: TONES[reaction],
            })),
            numbers.count,
          )
    }
    ${
      sizeBefore === null || sizeAfter === null
        ? ''
        : html`<p class="note">
            ${words.sizes(numbers.decimal(sizeBefore), numbers.decimal(sizeAfter))}
          </p>`
    }`;
}

/** The report on a pilot as one page to hand on. */
export function pilotPage(
  pilot: TitledPilot,
  language: Language,
  speech: PilotSpeech,
): Promise<string> {
  const { report } = pilot;
  const { words, numbers } = speech;
  return reportPage({
    language,
    title: words.title,
    about: aboutSentences(pilot, speech),
    sections: [
      verdictSection(pilot, speech),
      ratesSection(report, speech),
      html`<section>
        <h2>${words.reactions}</h2>
        <p class="note">${words.reactionsNote(numbers.count(REACTION_DAYS))}</p>
        ${reactionsOf(words.treated, report.treated, speech)}
        ${reactionsOf(words.observed, report.observed, speech)}
      </section>`,
      html`<section>
        <h2>${words.rule}</h2>
        ${list(words.ruleOf(ruleOf(speech)))}
      </section>`,
      html`<section>
        <h2>${words.limits}</h2>
        ${list(words.limitsOf)}
      </section>`,
    ],
  });
}
