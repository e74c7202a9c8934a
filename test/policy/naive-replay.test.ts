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
import { naiveReplay } from '#test/policy/naive-replay.ts';

/** The model is only worth comparing with while it agrees with what was worked out by hand. */
describe('the slow model: histories', () => {
  it.each(replayCases)('$name', (each) => {
    for (const { options, stdout } of runsOf(each)) {
      const result = naiveReplay(textOfSteps(each.events), options);
      expect(result.stdout).toEqual(stdout);
      expect(result.badLine).toBe(each.badLine);
      expect(result.status).toBe(each.badLine === undefined ? 0 : 2);
      if (each.conflicts !== undefined) expect(result.conflicts).toEqual(each.conflicts);
    }
  });
});

describe('the slow model: lines', () => {
  it.each(malformedCases)('refuses $name', (each) => {
    expect(naiveReplay(lineOf(each))).toMatchObject({ status: 2, badLine: 1 });
  });

  it.each(wellFormedCases)('takes $name', (each) => {
    expect(naiveReplay(lineOf(each)).status).toBe(0);
  });

  it.each(sameContentCases)('same content ($same): $name', (each) => {
    expect(naiveReplay(linesOfSame(each)).conflicts).toEqual(each.same ? [] : [2]);
  });
});
