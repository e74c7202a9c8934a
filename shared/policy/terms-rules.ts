import { daysToMs, parseInstant } from '#shared/policy/instant.ts';
import {
  accepted,
  isObject,
  refused,
  type InputFault,
  type Outcome,
} from '#shared/policy/outcome.ts';
import type { TermName, Terms } from '#shared/policy/terms.ts';

/** Which direction of a term is tighter; `fixed` terms no contract changes, `free` ones anybody. */
export type Tightness = 'higher' | 'lower' | 'longer' | 'fixed' | 'free';

type Rule = {
  tighter: Tightness;
  expects: string;
  /** The value in its own type, or null where the raw one does not fit. */
  read: (raw: unknown) => Terms[TermName] | null;
};

function numberFrom(raw: unknown, fits: (value: number) => boolean): number | null {
  return typeof raw === 'number' && Number.isFinite(raw) && fits(raw) ? raw : null;
}
const wholeFromZero = (raw: unknown) => numberFrom(raw, (n) => Number.isInteger(n) && n >= 0);
/** Less than a millisecond would be no length at all: a seat is never checked twice at one instant. */
const lengthInDays = (raw: unknown) => numberFrom(raw, (n) => daysToMs(n) > 0);

const COUNT = { expects: 'a whole number, at least 0', read: wholeFromZero };
const DAYS = { expects: 'a number of days above 0', read: lengthInDays };

/** One row a term: how it may be changed, and what a value must be. */
export const TERM_RULES: Readonly<Record<TermName, Rule>> = {
  thresholdBps: { tighter: 'higher', ...COUNT },
  minimumVolume: { tighter: 'lower', ...COUNT },
  windowDays: { tighter: 'fixed', ...DAYS },
  checkEveryDays: { tighter: 'fixed', ...DAYS },
  checkHourUtc: {
    tighter: 'free',
    expects: 'a whole hour from 0 to 23',
    read: (raw) => numberFrom(raw, (n) => Number.isInteger(n) && n >= 0 && n <= 23),
  },
  warningDays: { tighter: 'fixed', ...DAYS },
  warningStarts: {
    tighter: 'fixed',
    expects: '"acknowledgement" or "check"',
    read: (raw) => (raw === 'acknowledgement' || raw === 'check' ? raw : null),
  },
  warnsOnce: {
    tighter: 'fixed',
    expects: 'true or false',
    read: (raw) => (typeof raw === 'boolean' ? raw : null),
  },
  graceDays: {
    tighter: 'fixed',
    expects: 'a number of days, at least 0',
    read: (raw) => numberFrom(raw, (n) => n >= 0),
  },
  improvementDays: { tighter: 'longer', ...DAYS },
  effectiveFrom: {
    tighter: 'fixed',
    expects: 'an instant such as 2014-08-13T00:00:00Z',
    read: parseInstant,
  },
  closeBps: { tighter: 'free', ...COUNT },
  earlyVolume: { tighter: 'free', ...COUNT },
};

export const TERM_NAMES: readonly TermName[] = Object.keys(TERM_RULES).filter(isTermName);

function isTermName(name: string): name is TermName {
  return Object.hasOwn(TERM_RULES, name);
}

/** The terms that a `terms.changed` event may carry: those that a contract may tighten or choose. */
export function isChangeable(name: string): name is TermName {
  return isTermName(name) && TERM_RULES[name].tighter !== 'fixed';
}

/**
 * Reads terms to be laid over others, each with its own type and range; instants as ISO text.
 * @param only which names are taken; the default takes every term.
 * Faults: `not_an_object`, `field_unknown`, `field_invalid`; the field is the term's name.
 */
export function readTerms(
  raw: unknown,
  only: (name: string) => boolean = isTermName,
): Outcome<Partial<Terms>, InputFault> {
  if (!isObject(raw)) return refused('not_an_object', 'terms', 'Terms are a JSON object.');
  const laid: Record<string, Terms[TermName]> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (!isTermName(name) || !only(name)) {
      return refused('field_unknown', name, `"${name}" is not a term that can be given here.`);
    }
    const read = TERM_RULES[name].read(value);
    if (read === null) {
      return refused('field_invalid', name, `"${name}" must be ${TERM_RULES[name].expects}.`);
    }
    laid[name] = read;
  }
  return accepted(laid);
}

function isLooser(name: TermName, base: Terms, laid: Partial<Terms>): boolean {
  const before = base[name];
  const after = laid[name];
  if (after === undefined || after === before) return false;
  switch (TERM_RULES[name].tighter) {
    case 'free':
      return false;
    case 'lower':
      return after > before;
    case 'higher':
    case 'longer':
      return after < before;
    case 'fixed':
      return true;
  }
}

/**
 * A contract may tighten a term or change a free one, never loosen one.
 * @returns the first term that `laid` would loosen against the profile's, or null.
 */
export function findLoosenedTerm(profile: Terms, laid: Partial<Terms>): TermName | null {
  for (const name of Object.keys(laid)) {
    if (isTermName(name) && isLooser(name, profile, laid)) return name;
  }
  return null;
}
