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
import { columns, indented, plainText } from '#server/reports/text-columns.ts';
import type { ArmFigures, PeriodFigures, PilotReport } from '#shared/policy/pilot.ts';
import { REACTION_DAYS, REACTIONS } from '#shared/policy/reactions.ts';

function periodRow(name: string, figures: PeriodFigures, { numbers }: PilotSpeech): string[] {
  const { rate, inmails, bulk, perSeatWeek } = figures;
  return [
    name,
    rate === null
      ? '–'
      : `${numbers.rate(rate.bps)} (${numbers.rate(rate.lowBps)} – ${numbers.rate(rate.highBps)})`,
    numbers.count(inmails),
    numbers.count(bulk),
    perSeatWeek === null ? '–' : numbers.decimal(perSeatWeek),
  ];
}

function ratesTable({ treated, observed }: PilotReport, speech: PilotSpeech): string {
  const { words } = speech;
  const { heads } = words;
  const rows = (name: string, arm: ArmFigures): string[][] => {
    const change =
      arm.change === null
        ? '–'
        : `${pointsText(arm.change.bps, speech)} (${pointsInterval(arm.change, speech)})`;
    return [
      [...periodRow(`${name}, ${words.before}`, arm.before, speech), ''],
      [...periodRow(`${name}, ${words.after}`, arm.after, speech), change],
    ];
  };
  return columns([
    [heads.group, heads.rate, heads.inmails, heads.bulk, heads.perSeatWeek, heads.change],
    ...rows(words.treated, treated),
    ...rows(words.observed, observed),
  ]);
}

function reactionsTable({ treated, observed }: PilotReport, { words, numbers }: PilotSpeech) {
  const row = (name: string, { reactions }: ArmFigures): string[] => [
    name,
    numbers.count(reactions.warned),
    ...REACTIONS.map((reaction) => numbers.count(reactions[reaction])),
  ];
  return columns([
    [
      words.heads.group,
      words.heads.warned,
      ...REACTIONS.map((reaction) => words.reactionsOf[reaction]),
    ],
    row(words.treated, treated),
    row(words.observed, observed),
  ]);
}

function shownSentences({ notices, held }: PilotReport, { words, numbers }: PilotSpeech) {
  const { tiles } = words;
  const median = notices.medianDays;
  return [
    `${tiles.notices}: ${numbers.count(notices.issued)} (${words.warningsOf(numbers.count(notices.warnings))})`,
    `${tiles.read}: ${numbers.count(notices.read)}${median === null ? '' : ` (${words.medianDays(median, numbers.decimal(median))})`}`,
    `${tiles.held}: ${numbers.count(held.sends)} (${words.heldTo(numbers.count(held.inmails), numbers.count(held.seats))})`,
  ];
}

/** The report on a pilot as text for a terminal. */
export function pilotText(pilot: TitledPilot, speech: PilotSpeech): string {
  const { report } = pilot;
  const { words, numbers } = speech;
  return plainText([
    words.title,
    indented(aboutSentences(pilot, speech)),
    words.verdict,
    indented(verdictSentences(report, speech)),
    indented(shownSentences(report, speech)),
    words.rates,
    ratesTable(report, speech),
    indented(comparedSentences(report, speech)),
    words.reactions,
    reactionsTable(report, speech),
    indented([words.reactionsNote(numbers.count(REACTION_DAYS))]),
    words.rule,
    indented(words.ruleOf(ruleOf(speech))),
    words.limits,
    indented(words.limitsOf),
  ]);
}
