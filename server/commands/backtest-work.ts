import assert from 'node:assert/strict';
import { backtestFile, type OnProgress, type Ran } from '#server/commands/backtest-run.ts';
import { HistoryEmpty } from '#server/commands/history-empty.ts';
import { describeLedgerFault } from '#server/commands/ledger-events.ts';
import { LedgerFile } from '#server/commands/ledger-file.ts';
import { Progress } from '#server/commands/progress.ts';
import { writeReport } from '#server/commands/write-report.ts';
import { backtestJson } from '#server/reports/backtest-json.ts';
import { backtestPage } from '#server/reports/backtest-page.ts';
import type { BacktestReport } from '#server/reports/backtest-report.ts';
import { assumptionSentences, type Speech } from '#server/reports/backtest-sentences.ts';
import { backtestText } from '#server/reports/backtest-text.ts';
import { summarise, type TrialOptions } from '#shared/policy/backtest.ts';
import { DEFAULT_PROFILE, type ProfileName, type Terms } from '#shared/policy/terms.ts';
import {
  leadingOf,
  profileTerms,
  triedTerms,
  type TriedTerms,
} from '#shared/policy/tried-terms.ts';
import { backtestWords } from '#shared/words/backtest.ts';
import type { Language } from '#shared/words/language.ts';
import { numbersIn } from '#shared/words/numbers.ts';

/** What a backtest is asked for; either a file or a contract. */
export type Wanted = {
  file: string | undefined;
  contract?: string | undefined;
  database?: string | undefined;
  profile?: readonly ProfileName[] | undefined;
  terms?: readonly Partial<Terms>[] | undefined;
  grid?: readonly (readonly Partial<Terms>[])[] | undefined;
  by?: 'segment' | undefined;
  acknowledgeAfter?: number | undefined;
  html?: string | undefined;
  lang: Language;
  json?: true | undefined;
};

type Running = (options: readonly TrialOptions[], onProgress: OnProgress) => Ran | Promise<Ran>;

async function reportOf(
  wanted: Wanted,
  inForce: TriedTerms,
  run: Running,
): Promise<BacktestReport> {
  const bases = wanted.profile?.map(profileTerms) ?? [inForce];
  const tried = triedTerms(bases, wanted.terms ?? [], wanted.grid ?? []);
  const acknowledgeAfterDays = wanted.acknowledgeAfter ?? null;
  const progress = new Progress(process.stderr, 1, Date.now, () => `terms tried: ${tried.length}`);
  const { history, trials } = await run(
    tried.map(({ terms }) => ({ terms, acknowledgeAfterDays })),
    (share) => progress.update(share),
  );
  progress.clear();
  const { span, acknowledgements, termsChanges } = history;
  if (span === null) throw new HistoryEmpty();
  const reported = trials.flatMap((trial, index) => {
    const of = tried[index];
    return of === undefined ? [] : [{ tried: of, backtested: summarise(history, trial) }];
  });
  const lead = reported[leadingOf(tried, bases)];
  assert(lead !== undefined, 'At least one set of terms is on trial.');
  const { seats, inmails } = lead.backtested.all;
  return {
    history: { seats, inmails, span, acknowledgements, termsChanges },
    acknowledgeAfterDays,
    trials: reported,
    lead,
    madeAt: Date.now(),
  };
}

async function tell(wanted: Wanted, report: BacktestReport): Promise<void> {
  const speech: Speech = {
    words: backtestWords[wanted.lang],
    numbers: numbersIn(wanted.lang, 'UTC'),
  };
  if (wanted.json === true) {
    for (const { backtested } of report.trials) {
      console.log(JSON.stringify(backtestJson(backtested)));
    }
    for (const sentence of assumptionSentences(report, speech)) console.error(sentence);
  } else {
    console.log(backtestText(report, speech, { bySegment: wanted.by === 'segment' }));
  }
  if (wanted.html === undefined) return;
  writeReport(wanted.html, await backtestPage(report, wanted.lang, speech));
}

async function reportOfFile(wanted: Wanted, path: string): Promise<BacktestReport> {
  const file = path === '-' ? LedgerFile.ofStandardInput() : LedgerFile.open(path);
  try {
    return await reportOf(wanted, profileTerms(DEFAULT_PROFILE), (options, onProgress) =>
      backtestFile(
        file,
        options,
        (line, why) => console.error(`line ${line}: conflict: ${why}`),
        onProgress,
      ),
    );
  } finally {
    file.close();
  }
}

/** Only a contract needs what opens the database, which takes longer to load than all else. */
async function reportOfContract(wanted: Wanted, contract: string): Promise<void> {
  const { operate } = await import('#server/commands/operator.ts');
  const { backtestContract, readInForce } = await import('#server/commands/backtest-contract.ts');
  await operate(
    wanted,
    async ({ database, now }) => {
      const inForce = await readInForce(database, contract);
      const report = await reportOf(wanted, inForce, (options, onProgress) =>
        backtestContract(database, contract, options, { now: now(), onProgress }),
      );
      await tell(wanted, report);
      return null;
    },
    { isThere: true },
  );
}

/** Runs a backtest and tells what came of it; exit status 2 where the history cannot be read. */
export async function runBacktest(wanted: Wanted): Promise<void> {
  if (wanted.contract !== undefined) return reportOfContract(wanted, wanted.contract);
  try {
    await tell(wanted, await reportOfFile(wanted, wanted.file ?? '-'));
  } catch (error) {
    console.error(`backtest: ${describeLedgerFault(error)}`);
    process.exitCode = 2;
  }
}
