import { describe, expect, it } from 'vitest';
import { gateOf, judgePress, type Gate, type Verdict } from '#shared/policy/gate.ts';
import { formatInstant, parseInstant, type Instant } from '#shared/policy/instant.ts';
import { modeOfSeat } from '#shared/policy/rollout.ts';
import { shownOf } from '#shared/policy/shown.ts';
import {
  acceptanceRateBps,
  isBreach,
  rateTenths,
  responseRateBps,
  tallyOf,
} from '#shared/policy/tally.ts';
import { findLoosenedTerm, readTerms } from '#shared/policy/terms-rules.ts';
import { layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';
import {
  breachCases,
  gateCasesOfStanding,
  givenTermsCases,
  pressCases,
  profileCases,
  rolloutCases,
  shownCases,
  tallyCases,
  termChangeCases,
} from '#test/cases/value-cases.ts';

const SOURCE = PROFILES['inmail-2014'];

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

const orNull = (text: string | null): Instant | null => (text === null ? null : at(text));

function laid(raw: unknown): Partial<Terms> {
  const terms = readTerms(raw ?? {});
  if (!terms.ok) throw new Error(terms.fault.detail);
  return terms.value;
}

function read(bps: number | null): string | null {
  if (bps === null) return null;
  const { whole, tenth } = rateTenths(bps);
  return `${whole}.${tenth}`;
}

describe('tally', () => {
  it.each(tallyCases)('$name', (each) => {
    const tally = tallyOf(each.accepted, each.declined, each.pending);
    expect(tally.total).toBe(each.total);
    expect(responseRateBps(tally)).toBe(each.responseRateBps);
    expect(acceptanceRateBps(tally)).toBe(each.acceptanceRateBps);
    expect(read(responseRateBps(tally))).toBe(each.responseRate);
    expect(read(acceptanceRateBps(tally))).toBe(each.acceptanceRate);
  });
});

describe('breach', () => {
  it.each(breachCases)('$name: $breach', (each) => {
    const tally = tallyOf(each.accepted, each.declined, each.pending);
    expect(isBreach(tally, layTerms(SOURCE, laid(each.terms)))).toBe(each.breach);
  });
});

describe('terms', () => {
  it.each(profileCases)('$name', ({ profile, term, value }) => {
    const entry = Object.entries(PROFILES[profile]).find(([name]) => name === term);
    const held: unknown = entry?.[1];
    expect(term === 'effectiveFrom' ? formatInstant(Number(held)) : held).toBe(value);
  });

  it('has no term that no case names', () => {
    const named = new Set(profileCases.map(({ profile, term }) => `${profile} ${term}`));
    for (const [profile, terms] of Object.entries(PROFILES)) {
      for (const term of Object.keys(terms)) expect(named).toContain(`${profile} ${term}`);
    }
  });

  it.each(termChangeCases)('$name', (each) => {
    expect(findLoosenedTerm(PROFILES[each.profile], laid(each.laid))).toBe(each.loosened);
  });

  it.each(givenTermsCases)('--terms $name: $taken', (each) => {
    expect(readTerms(each.terms).ok).toBe(each.taken);
  });
});

describe('gate', () => {
  it.each(gateCasesOfStanding)('$name', (each) => {
    const { bulk } = gateOf(each.standing, each.mode, orNull(each.periodEndsAt));
    expect(bulk.allowed).toBe(each.allowed);
    if (bulk.allowed) return;
    expect(bulk.until).toBe(at(each.until ?? ''));
    expect(bulk).toMatchObject({ reason: 'improvement_period', stillPossible: 'one_to_one' });
  });

  const told = (verdict: Verdict) => (verdict.allowed ? verdict.sends : 'refused');

  it.each(pressCases)('$name', (each) => {
    const { reading } = each;
    const gate: Gate | null =
      reading && gateOf(reading.standing, reading.mode, orNull(reading.periodEndsAt));
    const verdict = judgePress(gate, each.part, each.recipients, at(each.at));
    expect(told(verdict)).toBe(each.verdict);
    if (each.surfaceMiss !== undefined) {
      expect(verdict).toHaveProperty('isSurfaceMiss', each.surfaceMiss);
    }
    if (each.until === undefined) return;
    const until = at(each.until);
    expect(verdict).toMatchObject({ reason: 'improvement_period', until });
    expect(verdict).toHaveProperty('stillPossible', 'one_to_one');
  });
});

describe('what is shown', () => {
  it.each(shownCases)('$name', (each) => {
    const reading = each.reading && {
      mode: each.reading.mode,
      standing: each.reading.standing,
      periodEndsAt: orNull(each.reading.periodEndsAt),
      tally: tallyOf(each.reading.accepted, each.reading.declined, each.reading.pending),
      terms: layTerms(SOURCE, laid(each.terms)),
    };
    expect(shownOf(reading, at(each.at))).toBe(each.shown);
  });
});

describe('rollout', () => {
  it.each(rolloutCases)('$name', (each) => {
    expect(modeOfSeat(each.pilot, each.seat)).toBe(each.mode);
  });
});
