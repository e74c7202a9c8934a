import type { TriedTerms } from '#shared/policy/tried-terms.ts';
import { TERM_NAMES } from '#shared/policy/terms-rules.ts';
import { PROFILES, type TermName, type Terms } from '#shared/policy/terms.ts';
import type { BacktestWords } from '#shared/words/backtest-words.ts';
import type { Numbers } from '#shared/words/numbers.ts';

type Say = (terms: Terms, words: BacktestWords, numbers: Numbers) => string;

const asDays =
  (name: 'windowDays' | 'warningDays' | 'graceDays' | 'improvementDays'): Say =>
  (terms, words, numbers) =>
    words.days(numbers.decimal(terms[name]), terms[name] === 1);

const VALUES: Readonly<Record<TermName, Say>> = {
  thresholdBps: (terms, _words, numbers) => numbers.term(terms.thresholdBps),
  minimumVolume: (terms, _words, numbers) => numbers.count(terms.minimumVolume),
  windowDays: asDays('windowDays'),
  checkEveryDays: ({ checkEveryDays }, words, numbers) =>
    words.every(numbers.decimal(checkEveryDays), checkEveryDays === 1),
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

/**
 * Terms by the profile that they start from, and by what of them differs from it, or is on trial
 * with other values beside these.
 */
export function termsLabel(
  { profile, terms }: TriedTerms,
  beside: readonly TriedTerms[],
  words: BacktestWords,
  numbers: Numbers,
): string {
  const differs = (name: TermName): boolean =>
    terms[name] !== PROFILES[profile][name] ||
    beside.some((other) => other.profile === profile && other.terms[name] !== terms[name]);
  const said = TERM_NAMES.filter(differs).map((name) =>
    words.terms[name](VALUES[name](terms, words, numbers)),
  );
  return [profile, ...said].join(', ');
}
