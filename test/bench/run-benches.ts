import type { Bench } from '#test/bench/bench.ts';

/**
 * Runs the benches of these names, or all where none is named, and prints what they find.
 * @returns the exit status: 2 for a name that is unknown, 1 where a printed limit was missed.
 */
export async function runBenches(
  benches: readonly Bench[],
  wanted: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const known = benches.map(({ name }) => name);
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    print(`There is no bench ${unknown.join(', ')}; there are ${known.join(', ')}.`);
    return 2;
  }
  let missed = 0;
  for (const { name, about, run } of benches) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    print(`${name}: ${about}`);
    for (const line of await run()) {
      const isMissed = typeof line !== 'string' && !line.isHeld;
      if (isMissed) missed += 1;
      const says = typeof line === 'string' ? line : line.says;
      print(`  ${says}${isMissed ? ' — not held' : ''}`);
    }
  }
  if (missed > 0) print(`Limits that were not held: ${missed}.`);
  return missed > 0 ? 1 : 0;
}
