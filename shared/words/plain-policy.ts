import type { Terms } from '#shared/policy/terms.ts';
import type { Catalogue } from '#shared/words/language.ts';
import type { Numbers } from '#shared/words/numbers.ts';
import { de } from '#shared/words/plain-policy-de.ts';
import { en } from '#shared/words/plain-policy-en.ts';
import { es } from '#shared/words/plain-policy-es.ts';
import { fr } from '#shared/words/plain-policy-fr.ts';
import type { PlainPolicyWords, PolicyFigures } from '#shared/words/plain-policy-words.ts';

export const plainPolicyWords: Catalogue<PlainPolicyWords> = { en, de, es, fr };

/** The terms as the policy in plain words says them. */
export function figuresOf(terms: Terms, numbers: Numbers): PolicyFigures {
  const enough = Math.ceil((terms.minimumVolume * terms.thresholdBps) / 10_000);
  return {
    line: numbers.term(terms.thresholdBps),
    minimum: numbers.count(terms.minimumVolume),
    days: numbers.count(terms.windowDays),
    warningDays: numbers.count(terms.warningDays),
    improvementDays: numbers.count(terms.improvementDays),
    graceDays: terms.graceDays === 0 ? null : numbers.count(terms.graceDays),
    startsAtContinue: terms.warningStarts === 'acknowledgement',
    warnsOnce: terms.warnsOnce,
    checkEveryDays: terms.checkEveryDays === 1 ? null : numbers.count(terms.checkEveryDays),
    checkTime: `${String(terms.checkHourUtc).padStart(2, '0')}:00`,
    enough: numbers.count(enough),
    oneTooFew: numbers.count(enough - 1),
  };
}
