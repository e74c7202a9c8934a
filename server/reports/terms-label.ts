import type { TriedTerms } from '#shared/policy/tried-terms.ts';
import { TERM_NAMES } from '#shared/policy/terms-rules.ts';
import { PROFILES, type TermName, type Terms } from '#shared/policy/terms.ts';
import type { BacktestWords } from '#shared/words/backtest-words.ts';
import type { Numbers } from '#shared/words/numbers.ts';

type Say = (terms: Terms, words: BacktestWords, numbers: Numbers) => string;

const asDays =
  (name: 'windowDays' | 'checkEveryDays' | 'warningDays' | 'graceDays' | 'improvementDays'): Say =>
  (terms, words, numbers) =>
    words.days(numbers.decimal(terms[name]), terms[name] === 1);

const VALUES: Readonly<Record<TermName, Say>> = {
  thresholdBps: (terms, _words, numbers) => numbers.term(terms.thresholdBps),
  minimumVolume: (terms, _words, numbers) => numbers.count(terms.minimumVolume),
  windowDays: asDays('windowDays'),
  checkEveryDays: asDays('checkEveryDays'),
  checkHourUtc: (terms) => String(terms.checkHourUtc).padStart(2, '0'),
  warningDays: asDays('warningDays'),
  warningStarts: (terms, words) => words.starts[terms.warningStarts],
  warnsOnce: (terms, words) => (terms.warnsOnce ? words.yesOrNo.yes : words.yesOrNo.no),
  graceDays: asDays('graceDays'),
  improvementDays: asDays('improvementDays'),
  effectiveFrom: (terms, _words, numbers) => numbers.date(terms.effectiveFrom),
  closeBps: (terms, _words, numbers) => numbers.term(terms.closeBps),
  earlyVolume: (terms, _words, numbers) => numbers.count(terms.earlyVolume),
};

/** Terms by the profile that they start from, and by what of them differs from it. */
export function termsLabel(
  { profile, terms }: TriedTerms,
  words: BacktestWords,
  numbers: Numbers,
): string {
  const differing = TERM_NAMES.filter((name) => terms[name] !== PROFILES[profile][name]);
  const said = differing.map((name) => words.terms[name](VALUES[name](terms, words, numbers)));
  return [profile, ...said].join(', ');
}
