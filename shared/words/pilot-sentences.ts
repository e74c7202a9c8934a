import type { DifferenceInterval } from '#shared/policy/difference.ts';
import { RIPE_DAYS } from '#shared/policy/pilot-arms.ts';
import { ENOUGH, type PilotReport } from '#shared/policy/pilot.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import type { PilotReportWords } from '#shared/words/pilot-report-words.ts';

export type PilotSpeech = Readonly<{ words: PilotReportWords; numbers: Numbers }>;

/** A pilot's report with the contract that it is about. */
export type TitledPilot = Readonly<{ contract: string; report: PilotReport }>;

const MINUS = '\u2212';

/** A difference of rates in percentage points, with its sign. */
export function pointsText(bps: number, { numbers }: PilotSpeech): string {
  const sign = bps > 0 ? '+' : bps < 0 ? MINUS : '';
  return `${sign}${numbers.decimal(Math.abs(bps) / 100)}`;
}

export function pointsInterval(
  { lowBps, highBps }: DifferenceInterval,
  speech: PilotSpeech,
): string {
  return `${pointsText(lowBps, speech)} – ${pointsText(highBps, speech)}`;
}

export function ruleOf({ numbers }: PilotSpeech) {
  return {
    seats: numbers.count(ENOUGH.seats),
    inmails: numbers.count(ENOUGH.inmails),
    days: numbers.count(ENOUGH.days),
  };
}

/** When the pilot began, as far as that is known; nothing where it is not, which the verdict says. */
function sinceSentences({ enteredAt, startUnknown }: PilotReport, speech: PilotSpeech): string[] {
  const { words, numbers } = speech;
  if (enteredAt === null) return startUnknown > 0 ? [] : [words.since(null)];
  const entered = numbers.date(enteredAt);
  return [startUnknown > 0 ? words.sinceKnown(entered) : words.since(entered)];
}

/** What is compared, and which seats are not, or for a shorter time than there is. */
export function comparedSentences(
  { treated, observed, startUnknown }: PilotReport,
  { words, numbers }: PilotSpeech,
): string[] {
  const counted = [
    { seats: treated.shortened + observed.shortened, says: words.shortened },
    { seats: treated.withoutBefore + observed.withoutBefore, says: words.withoutBefore },
    { seats: startUnknown, says: words.startUnknown },
  ];
  return [
    words.ratesNote(numbers.count(RIPE_DAYS)),
    ...counted.flatMap(({ seats, says }) => (seats === 0 ? [] : [says(numbers.count(seats))])),
  ];
}

export function aboutSentences({ contract, report }: TitledPilot, speech: PilotSpeech): string[] {
  const { words, numbers } = speech;
  const { treated, observed, asOf } = report;
  return [
    words.about(contract, numbers.count(treated.seats), numbers.count(observed.seats)),
    ...sinceSentences(report, speech),
    words.madeAt(numbers.date(asOf)),
  ];
}

/** Whether it worked, or why the numbers are too small to tell. */
export function verdictSentences({ verdict, difference }: PilotReport, speech: PilotSpeech) {
  const { words } = speech;
  if (verdict.tells === 'too_small' || difference === null) {
    const rule = ruleOf(speech);
    return [words.tooSmall, ...verdict.doubts.map((doubt) => words.doubts[doubt](rule))];
  }
  const points = words.points(pointsText(difference.bps, speech));
  return [words[verdict.tells](points, pointsInterval(difference, speech))];
}
