import { describe, expect, it } from 'vitest';
import { IdIndex } from '#shared/policy/id-index.ts';

describe('the index of ids', () => {
  it('finds every id among thousands, each with its own number', () => {
    const index = new IdIndex();
    for (let number = 0; number < 5000; number += 1) index.add(`id-${number}`, number);
    expect(index.size).toBe(5000);
    for (let number = 0; number < 5000; number += 1) {
      expect(index.find(`id-${number}`, (value) => value === number)).toBe(number);
    }
    expect(index.find('id-5000', () => true)).toBeNull();
  });

  it('leaves it to the caller which of two ids of one hash is meant', () => {
    // The same id twice stands in for two ids of one hash, which nobody has at hand.
    const index = new IdIndex();
    index.add('one', 1);
    index.add('one', 2);
    expect(index.find('one', (value) => value === 2)).toBe(2);
    expect(index.find('one', () => true)).toBe(1);
    expect(index.find('one', () => false)).toBeNull();
  });

  it('takes an empty id and one of any script', () => {
    const index = new IdIndex();
    for (const [number, id] of ['', '\u{1f600}', 'é', '\u0000'].entries()) index.add(id, number);
    expect(index.find('\u{1f600}', () => true)).toBe(1);
    expect(index.find('', () => true)).toBe(0);
  });
});
