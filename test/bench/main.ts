import type { Bench } from '#test/bench/bench.ts';
import { churningPage } from '#test/bench/churning-page.ts';
import { leadOfTenThousand } from '#test/bench/lead-of-ten-thousand.ts';
import { millionEvents } from '#test/bench/million-events.ts';
import { runBenches } from '#test/bench/run-benches.ts';
import { tenThousandSeats } from '#test/bench/ten-thousand-seats.ts';

/** A new one is a file beside this one and a line here. */
const BENCHES: readonly Bench[] = [
  churningPage,
  tenThousandSeats,
  leadOfTenThousand,
  millionEvents,
];

process.exitCode = await runBenches(BENCHES, process.argv.slice(2), console.log);
