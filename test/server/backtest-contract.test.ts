import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backtestContract } from '#server/commands/backtest-contract.ts';
import { backtestFile, type Ran } from '#server/commands/backtest-run.ts';
import { LedgerFile } from '#server/commands/ledger-file.ts';
import { exportLedger } from '#server/ledger/export.ts';
import { summarise, type TrialOptions } from '#shared/policy/backtest.ts';
import { DAY_MS, HOUR_MS } from '#shared/policy/instant.ts';
import { layTerms, PROFILES } from '#shared/policy/terms.ts';
import { iso, sends, setUp, START, temporaryFolder, TestServer } from '#test/server/harness.ts';
import { retainAll } from '#test/server/retention.ts';

const DAYS = 40;

/** Weeks of three seats, one better than the next; answers come a day late, some before their sends. */
async function live(server: TestServer) {
  const of = await setUp(server, { seats: 3 });
  let waiting: Record<string, string>[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    await server.moveTo(START + day * DAY_MS);
    const events = [0, 1, 2].flatMap((index) => {
      const burst = { seat: `seat-${index + 1}`, count: 6, accepted: index === 2 ? 3 : day % 2 };
      return sends(`d${day}-${index}`, server.clock.now, burst);
    });
    const answers = events.filter(({ type }) => type === 'inmail.responded');
    await server.events(of.feed, [
      ...waiting,
      ...events.filter(({ type }) => type !== 'inmail.responded'),
    ]);
    waiting = answers.map((answer) => ({ ...answer, at: iso(server.clock.now + HOUR_MS) }));
    if (day % 9 === 4) await server.events(of.feed, answers.slice(0, 1));
  }
  return of;
}

const TRIED: readonly TrialOptions[] = [
  { thresholdBps: 1300, minimumVolume: 20 },
  { thresholdBps: 4000, minimumVolume: 5, improvementDays: 3 },
  { windowDays: 5, warningDays: 2, minimumVolume: 12, warnsOnce: false },
].flatMap((laid) => {
  const options = { terms: layTerms(PROFILES['inmail-2014'], laid), acknowledgeAfterDays: 1 };
  // As soon as can be, so that what no window can reach is let go in so short a history too.
  return [options, { ...options, sweepEveryEvents: 1 }];
});

const told = ({ history, trials }: Ran) => ({
  span: history.span,
  events: history.events,
  results: trials.map((trial) => ({ ...summarise(history, trial), changes: trial.changes })),
});

test.each([
  ['as it came', null],
  ['after a retention', 10],
])("a contract's ledger, %s, comes to what its exported file comes to", async (_, keptDays) => {
  const server = await TestServer.start();
  const of = await live(server);
  if (keptDays !== null) await retainAll(server, of, keptDays);
  const { database } = server.running.ledger;
  const path = join(temporaryFolder(), 'ledger.ndjson');
  const lines = (await exportLedger(database, of.contract)).map((raw) => JSON.stringify(raw));
  writeFileSync(path, lines.join('\n'));
  const file = LedgerFile.open(path);
  const ofFile = told(
    backtestFile(
      file,
      TRIED,
      () => undefined,
      () => undefined,
    ),
  );
  file.close();
  expect(ofFile.events).toBe(lines.length);
  expect(ofFile.results.some(({ all }) => all.restricted > 0)).toBe(true);
  for (const rowsAPage of [3, 40]) {
    const shares: number[] = [];
    const reading = {
      now: server.clock.now,
      onProgress: (share: number) => void shares.push(share),
      rowsAPage,
    };
    const ofContract = await backtestContract(database, of.contract, TRIED, reading);
    expect(told(ofContract)).toEqual(ofFile);
    expect([shares.at(0), shares.toSorted((one, other) => one - other)]).toEqual([0, shares]);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  }
});
