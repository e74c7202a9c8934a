import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createContract } from '#server/contracts/contracts.ts';
import { composeSeats } from '#server/contracts/seats.ts';
import { createFeedKey } from '#server/identity/invite.ts';
import { newKey } from '#server/identity/token.ts';
import { streamLedger } from '#server/ledger/export.ts';
import { writeLedger } from '#server/ledger/ledger.ts';
import { startServer, type RunningServer } from '#server/serve.ts';
import { verifyContract } from '#server/standing/verify.ts';
import { formatInstant, DAY_MS, HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import type { Bench } from '#test/bench/bench.ts';

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

async function addSeats({ ledger }: RunningServer, contract: string): Promise<void> {
  const seats = Array.from({ length: SEATS }, (_, index) => ({
    id: `seat-${index + 1}`,
    holder: `Holder ${index + 1}`,
  }));
  await writeLedger(ledger, contract, async (writing) => ({
    events: await composeSeats(writing, seats, newKey),
    result: null,
  }));
}

/** What a feed tells of one day, a batch at a time. */
function* batchesOf(day: number, at: Instant): Generator<object[]> {
  let batch: object[] = [];
  for (let seat = 1; seat <= SEATS; seat += 1) {
    for (let index = 0; index < A_DAY; index += 1) {
      const inmail = `d${day}-${seat}-${index}`;
      const base = { at: formatInstant(at), inmail };
      batch.push({
        ...base,
        id: `${inmail}-s`,
        type: 'inmail.sent',
        seat: `seat-${seat}`,
        mode: 'bulk',
      });
      if (index === 0) {
        batch.push({ ...base, id: `${inmail}-r`, type: 'inmail.responded', outcome: 'accepted' });
      }
    }
    if (batch.length > 990) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function post(url: string, key: string, events: object[]): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const body = JSON.stringify({ events });
  const answer = await fetch(`${url}/v1/events`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

const each = (count: number, { seconds }: Measured, what: string): string =>
  `${Math.round(count / seconds).toLocaleString('en')} ${what} a second`;
const took = ({ seconds, highestMb }: Measured): string =>
  `${seconds.toFixed(1)} s, ${highestMb} MB at the most`;

async function fill(server: RunningServer, key: string, clock: { now: Instant }): Promise<number> {
  let count = 0;
  for (let day = 0; day < DAYS; day += 1) {
    clock.now = START + day * DAY_MS;
    for (const events of batchesOf(day, clock.now)) {
      await post(server.url, key, events);
      count += events.length;
    }
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
      const plain = { name: 'Bench', profile: 'inmail-2014', source: 'feed' } as const;
      const { id } = await createContract(ledger, { ...plain, relationshipManager: null }, newKey);
      const seats = await measure(() => addSeats(server, id));
      const { key } = await createFeedKey(ledger, id, 'Feed');
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
