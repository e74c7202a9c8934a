import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { streamLedger } from '#server/ledger/export.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { verifyContract } from '#server/standing/verify.ts';
import { DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import type { Bench } from '#test/bench/bench.ts';
import { addSeats, createLargeContract, feed, feedKey } from '#test/bench/large-contract.ts';

const SEATS = 10_000;
/** A seat's InMails of each day; one of eight is answered. */
const A_DAY = 8;
const DAYS = 2;
const START = Date.UTC(2026, 0, 5, 9);

type Measured = { seconds: number; highestMb: number };

/** How long it takes, and how much memory the process has at the most meanwhile. */
async function measure(work: () => Promise<unknown>): Promise<Measured> {
  let highest = 0;
  const look = () => (highest = Math.max(highest, process.memoryUsage().rss));
  const timer = setInterval(look, 50);
  const start = performance.now();
  await work();
  look();
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, highestMb: Math.round(highest / 1e6) };
}

const each = (count: number, { seconds }: Measured, what: string): string =>
  `${Math.round(count / seconds).toLocaleString('en')} ${what} a second`;
const took = ({ seconds, highestMb }: Measured): string =>
  `${seconds.toFixed(1)} s, ${highestMb} MB at the most`;

async function fill({ url }: RunningServer, key: string, clock: { now: Instant }): Promise<number> {
  const sendsOf = () => ({ sent: A_DAY, accepted: 1 });
  let count = 0;
  for (let day = 0; day < DAYS; day += 1) {
    clock.now = START + day * DAY_MS;
    count += await feed(url, key, { at: clock.now, seats: SEATS, sendsOf });
  }
  return count;
}

export const tenThousandSeats: Bench = {
  name: 'ten-thousand-seats',
  about: `a contract of ${SEATS.toLocaleString('en')} seats that send ${A_DAY} InMails a day for ${DAYS} days`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'good-standing-bench-'));
    const clock = { now: START };
    const log = pino({ level: 'silent' });
    const databaseUrl = `file:${join(folder, 'good-standing.db')}`;
    const now = () => clock.now;
    const server = await startServer({ databaseUrl, host: '127.0.0.1', port: 0, now, log });
    try {
      const { ledger } = server;
      const id = await createLargeContract(ledger);
      const seats = await measure(() => addSeats(ledger, id, SEATS));
      const key = await feedKey(ledger, id);
      let events = 0;
      const filled = await measure(async () => (events = await fill(server, key, clock)));
      clock.now += 15 * HOUR_MS + 1;
      const checks = await measure(() => server.tick());
      let lines = 0;
      const exported = await measure(async () => {
        for await (const some of streamLedger(ledger.database, id)) lines += some.length;
      });
      let verified: object = {};
      const proved = await measure(
        async () => (verified = await verifyContract(ledger.database, id)),
      );
      return [
        `seats added: ${took(seats)}`,
        `events taken in over HTTP: ${events.toLocaleString('en')}, ${each(events, filled, 'events')}; ${took(filled)}`,
        `a check of each seat: ${each(SEATS, checks, 'seats')}; ${took(checks)}`,
        `export of ${lines.toLocaleString('en')} events: ${took(exported)}`,
        `verify, ${JSON.stringify(verified)}: ${took(proved)}`,
      ];
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
