import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replayCases, rules } from '#test/cases/cases.ts';
import { valueCases } from '#test/cases/value-cases.ts';

const cases = [...replayCases, ...valueCases];
const guarded = new Set(cases.flatMap((each) => each.rules));
const here = new URL('.', import.meta.url);
const tests = readdirSync(here)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, here), 'utf8'))
  .join('');

describe('the index of rules', () => {
  it('has a case for every rule that a case can show', () => {
    const open = rules.filter(
      ({ id, by, shownBy }) => by === undefined && shownBy === undefined && !guarded.has(id),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('knows every rule that a case names', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect([...guarded].filter((id) => !known.has(id))).toEqual([]);
  });

  it('names every rule that only a property can show in the test of that property', () => {
    const open = rules.filter(({ id, by }) => by === 'property' && !tests.includes(id));
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('names the test of every rule that is kept elsewhere', () => {
    const root = new URL('../../', import.meta.url);
    const open = rules.filter(({ shownBy }) => {
      if (shownBy === undefined) return false;
      const source = readFileSync(new URL(shownBy.file, root), 'utf8');
      return !source.includes(shownBy.test);
    });
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('has each rule once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('tells the cases of a history apart by their names', () => {
    const names = replayCases.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
