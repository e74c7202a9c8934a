import { describe, expect, it } from 'vitest';
import { replayCases } from '#test/cases/cases.ts';
import { runsOf, textOfSteps } from '#test/cases/expand.ts';
import {
  lineOf,
  linesOfSame,
  malformedCases,
  sameContentCases,
  wellFormedCases,
} from '#test/cases/value-cases.ts';
import { policyReplay } from '#test/policy/policy-replay.ts';

describe('histories', () => {
  it.each(replayCases)('$name', (each) => {
    for (const { options, stdout } of runsOf(each)) {
      const result = policyReplay(textOfSteps(each.events), options);
      expect(result.stdout).toEqual(stdout);
      expect(result.badLine).toBe(each.badLine);
      expect(result.status).toBe(each.badLine === undefined ? 0 : 2);
      if (each.conflicts !== undefined) expect(result.conflicts).toEqual(each.conflicts);
    }
  });
});

describe('histories, letting go of all that no window can reach after every line', () => {
  it.each(replayCases)('$name', (each) => {
    for (const { options, stdout } of runsOf(each)) {
      const result = policyReplay(textOfSteps(each.events), { ...options, sweepEveryEvents: 1 });
      expect(result.stdout).toEqual(stdout);
    }
  });
});

describe('lines', () => {
  it.each(malformedCases)('refuses $name', (each) => {
    expect(policyReplay(lineOf(each))).toMatchObject({ status: 2, badLine: 1 });
  });

  it.each(wellFormedCases)('takes $name', (each) => {
    expect(policyReplay(lineOf(each)).status).toBe(0);
  });

  it.each(sameContentCases)('same content ($same): $name', (each) => {
    expect(policyReplay(linesOfSame(each)).conflicts).toEqual(each.same ? [] : [2]);
  });
});
