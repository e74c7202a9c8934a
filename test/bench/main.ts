import type { Bench } from '#test/bench/bench.ts';
import { churningPage } from '#test/bench/churning-page.ts';
import { leadOfTenThousand } from '#test/bench/lead-of-ten-thousand.ts';
import { tenThousandSeats } from '#test/bench/ten-thousand-seats.ts';

/** A new one is a file beside this one and a line here. */
const BENCHES: readonly Bench[] = [churningPage, tenThousandSeats, leadOfTenThousand];

const wanted = process.argv.slice(2);
const known = BENCHES.map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const { name, about, run } of BENCHES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`${name}: ${about}`);
    for (const line of await run()) console.log(`  ${line}`);
  }
}
