import { answeredOf, responseRateBps } from '#shared/policy/tally.ts';
import type { HistoryChange } from '#shared/wire/history.ts';
import type { Numbers } from '#shared/words/numbers.ts';

/** The integers of a check, each ready to be read; null for a change that no check made. */
export function judgedText({ tally, terms }: HistoryChange, numbers: Numbers) {
  if (tally === null) return null;
  const rate = responseRateBps(tally);
  return {
    answered: numbers.count(answeredOf(tally)),
    total: numbers.count(tally.total),
    rate: rate === null ? '–' : numbers.rate(rate),
    line: numbers.term(terms.thresholdBps),
    minimum: numbers.count(terms.minimumVolume),
  };
}
