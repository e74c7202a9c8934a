import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Limited } from '#test/bench/bench.ts';
import { writeLargeLedger } from '#test/bench/large-ledger.ts';
import { run } from '#test/server/processes.ts';

const EVENTS = 1_000_000;
const SEATS = 700;
const MOST_SECONDS = 60;
const GRID = 'thresholdBps=1200..1400:100';
const FURTHER_TERMS = 2;

/** The command says when it ends how much memory it had at the most, in kilobytes, and its processor time. */
const TELL_USE = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.error('used', maxRSS, userCPUTime + systemCPUTime);
})`;
const NODE_OPTIONS = `--import=data:text/javascript;base64,${Buffer.from(TELL_USE).toString('base64')}`;

type Measured = { seconds: number; cpuSeconds: number; peakMb: number; stdout: string };

/** The real command, in a process of its own. */
async function measure(...args: string[]): Promise<Measured> {
  const began = performance.now();
  const { status, stdout, stderr } = await run('server/cli.ts', args, { env: { NODE_OPTIONS } });
  const seconds = (performance.now() - began) / 1000;
  const [, peakKb, cpuMicros] = /^used (\d+) (\d+)$/m.exec(stderr) ?? [];
  if (status !== 0 || peakKb === undefined)
    throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  const peakMb = Math.round((Number(peakKb) * 1024) / 1e6);
  return { seconds, cpuSeconds: Number(cpuMicros) / 1e6, peakMb, stdout };
}

const took = ({ seconds, cpuSeconds, peakMb }: Measured): string =>
  `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${peakMb} MB at the most`;
const within = (what: string, measured: Measured): Limited => ({
  says: `${what}: ${took(measured)} (at most ${MOST_SECONDS} s)`,
  isHeld: measured.seconds <= MOST_SECONDS,
});

/** What came of the first terms, so that nobody measures a command that does nothing. */
function figuresOf({ stdout }: Measured): string {
  const [line = ''] = stdout.split('\n');
  const { seats, judged, warned, restricted, renewed }: Record<string, unknown> = JSON.parse(line);
  return JSON.stringify({ seats, judged, warned, restricted, renewed });
}

/** How long a history of a large customer takes, and how much memory. */
export const millionEvents: Bench = {
  name: 'million-events',
  about: `a file of ${EVENTS.toLocaleString('en')} events of ${SEATS} seats, by the real commands`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'good-standing-bench-'));
    const before = loadavg()[0]?.toFixed(1);
    try {
      const path = join(folder, 'ledger.ndjson');
      const days = writeLargeLedger(path, { events: EVENTS, seats: SEATS });
      const asked = ['backtest', path, '--acknowledge-after', '1', '--json'];
      const one = await measure(...asked);
      const several = await measure(...asked, '--grid', GRID);
      const each = (several.cpuSeconds - one.cpuSeconds) / FURTHER_TERMS;
      const replay = await measure('replay', path, '--acknowledge-after', '1');
      return [
        within(`backtest of ${days} days`, one),
        `  ${figuresOf(one)}`,
        `backtest of ${1 + FURTHER_TERMS} terms: ${took(several)}; ${each.toFixed(1)} s of processor time for each further terms`,
        within('replay', replay),
        `load of the machine before and after: ${before}, ${loadavg()[0]?.toFixed(1)}`,
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
