import type { BacktestReport } from '#server/reports/backtest-report.ts';
import { termsLabel } from '#server/reports/terms-label.ts';
import type { Met } from '#shared/policy/backtest.ts';
import { DAY_MS } from '#shared/policy/instant.ts';
import { PROFILES } from '#shared/policy/terms.ts';
import type { TriedTerms } from '#shared/policy/tried-terms.ts';
import { wilsonInterval } from '#shared/policy/wilson.ts';
import type { BacktestWords, Part } from '#shared/words/backtest-words.ts';
import type { Numbers } from '#shared/words/numbers.ts';

export type Speech = Readonly<{ words: BacktestWords; numbers: Numbers }>;

/** A share for people: rounded down to one decimal, and a dash where there is nothing to share. */
export function shareText(part: number, of: number, { numbers }: Speech): string {
  return of === 0 ? '–' : numbers.rate(Math.floor((part * 10_000) / of));
}

/** Where the share lies with 95 % confidence. */
export function intervalText(part: number, of: number, { numbers }: Speech): string {
  const interval = wilsonInterval(part, of);
  if (interval === null) return '–';
  return `${numbers.rate(interval.lowBps)} – ${numbers.rate(interval.highBps)}`;
}

export function partOf(part: number, of: number, speech: Speech): Part {
  const { count } = speech.numbers;
  return { part: count(part), of: count(of), share: shareText(part, of, speech) };
}

export function daysText(ms: number, { numbers }: Speech): string {
  return numbers.decimal(Math.round((ms / DAY_MS) * 10) / 10);
}

/** Each of the terms on trial, as people call them. */
export function labelOf(tried: TriedTerms, { trials }: BacktestReport, speech: Speech): string {
  const beside = trials.map((trial) => trial.tried);
  return termsLabel(tried, beside, speech.words, speech.numbers);
}

export function historySentence({ history }: BacktestReport, { words, numbers }: Speech): string {
  const { seats, inmails, span } = history;
  const [from, until] = [numbers.date(span.from), numbers.date(span.until)];
  return words.history(numbers.count(seats), numbers.count(inmails), from, until);
}

/** What the leading terms would have done, in a sentence, and why that may be nothing. */
export function leadSentences(report: BacktestReport, speech: Speech): string[] {
  const { history, lead } = report;
  const { words, numbers } = speech;
  const { all } = lead.backtested;
  const sentences = [
    words.lead(
      labelOf(lead.tried, report, speech),
      partOf(all.warned, all.seats, speech),
      partOf(all.restricted, all.seats, speech),
    ),
  ];
  const { effectiveFrom } = lead.tried.terms;
  if (effectiveFrom > history.span.until)
    sentences.push(words.notInForce(numbers.date(effectiveFrom)));
  else if (all.judged === 0) sentences.push(words.notEnough);
  return sentences;
}

/** What became of the leading terms' warnings and restrictions, in plain sentences. */
export function outcomeSentences({ lead }: BacktestReport, speech: Speech): string[] {
  const { words, numbers } = speech;
  const { all, warnings, spells } = lead.backtested;
  const sentences: string[] = [];
  if (warnings.issued > 0) {
    const { issued, restricted, recovered, tooFew } = warnings;
    sentences.push(
      words.warningsCameTo(
        numbers.count(issued),
        numbers.count(restricted),
        numbers.count(recovered),
        numbers.count(tooFew),
      ),
    );
    const { unread } = warnings;
    if (unread > 0) sentences.push(words.warningsUnread(numbers.count(unread)));
  }
  if (all.restricted > 0) {
    const running = spells.filter(({ end }) => end === 'running').length;
    sentences.push(
      words.restrictionsEnded(
        numbers.count(all.releasedRecovered),
        numbers.count(all.releasedTooFew),
        numbers.count(running),
      ),
      words.heldInMails(partOf(all.inmailsHeld, all.inmails, speech)),
    );
  }
  return sentences;
}

/** What each profile on trial is, by its own figures. */
export function profileSentences({ trials }: BacktestReport, { words, numbers }: Speech): string[] {
  return [...new Set(trials.map(({ tried }) => tried.profile))].map((profile) => {
    const { thresholdBps, minimumVolume, windowDays, checkEveryDays, graceDays } =
      PROFILES[profile];
    return words.profiles[profile]({
      line: numbers.term(thresholdBps),
      minimum: numbers.count(minimumVolume),
      window: numbers.decimal(windowDays),
      every: words.every(numbers.decimal(checkEveryDays), checkEveryDays === 1),
      grace: numbers.decimal(graceDays),
    });
  });
}

/** How acknowledgements were assumed, and what else was. */
export function assumptionSentences(report: BacktestReport, { words, numbers }: Speech): string[] {
  const { acknowledgeAfterDays: after, history, trials } = report;
  const { assumptions } = words;
  const starts = new Set(trials.map(({ tried }) => tried.terms.warningStarts));
  const reading =
    after === null
      ? history.acknowledgements > 0
        ? assumptions.readAsInHistory(numbers.count(history.acknowledgements))
        : assumptions.neverRead
      : after === 0
        ? assumptions.readAtOnce
        : assumptions.readAfter(words.days(numbers.decimal(after), after === 1));
  return [
    ...(starts.has('acknowledgement') ? [reading] : []),
    ...(starts.has('check') ? [assumptions.needsNoReading] : []),
    assumptions.termsSetAside(numbers.count(history.termsChanges)),
  ];
}

/** The figures that are told as a share, each with what it is a share of. */
export const SHARES = {
  warned: ({ warned, seats }: Met) => [warned, seats] as const,
  restricted: ({ restricted, seats }: Met) => [restricted, seats] as const,
  held: ({ inmailsHeld, inmails }: Met) => [inmailsHeld, inmails] as const,
  rate: ({ answered, inmails }: Met) => [answered, inmails] as const,
};
