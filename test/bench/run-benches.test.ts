import { expect, test } from 'vitest';
import type { Bench } from '#test/bench/bench.ts';
import { runBenches } from '#test/bench/run-benches.ts';

const bench = (name: string, ...lines: Awaited<ReturnType<Bench['run']>>): Bench => ({
  name,
  about: `about ${name}`,
  run: () => Promise.resolve(lines),
});

const BENCHES = [
  bench('plain', 'two seconds'),
  bench('within', { says: '3 ms (at most 5 ms)', isHeld: true }),
  bench('over', { says: '7 ms (at most 5 ms)', isHeld: false }, 'and more'),
];

test('a limit that is printed and missed ends the run with 1, and is named', async () => {
  const printed: string[] = [];
  const status = await runBenches(BENCHES, [], (line) => printed.push(line));
  expect(status).toBe(1);
  expect(printed).toEqual([
    'plain: about plain',
    '  two seconds',
    'within: about within',
    '  3 ms (at most 5 ms)',
    'over: about over',
    '  7 ms (at most 5 ms) — not held',
    '  and more',
    'Limits that were not held: 1.',
  ]);
});

test('only what is asked for is run, and a name that is unknown ends it with 2', async () => {
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  expect(await runBenches(BENCHES, ['within', 'plain'], print)).toBe(0);
  expect(printed).toHaveLength(4);
  expect(await runBenches(BENCHES, ['overt'], print)).toBe(2);
  expect(printed.at(-1)).toBe('There is no bench overt; there are plain, within, over.');
});
