import { Command, Option } from '@commander-js/extra-typings';
import { HistoryNeeded } from '#shared/policy/seat-fold.ts';
import { Intake } from '#shared/policy/intake.ts';
import {
  formatChange,
  formatStanding,
  OutOfOrder,
  Replay,
  replayEvents,
  type Replayed,
  type ReplayOptions,
} from '#shared/policy/replay.ts';
import { DEFAULT_PROFILE, layTerms, PROFILE_NAMES, PROFILES } from '#shared/policy/terms.ts';
import { days, instant, termsFile } from '#server/commands/arguments.ts';
import {
  describeLedgerFault,
  keptEvents,
  recallFrom,
  type Conflicts,
} from '#server/commands/ledger-events.ts';
import { LedgerFile } from '#server/commands/ledger-file.ts';

/**
 * Folds a file in order as a stream; any other is read again, and sorted. Conflicts are told once,
 * those before a malformed line included.
 */
function replayFile(file: LedgerFile, options: ReplayOptions, conflict: Conflicts): Replayed {
  let toldThrough = 0;
  const tell: Conflicts = (line, why) => {
    if (line > toldThrough) conflict(line, why);
    toldThrough = Math.max(toldThrough, line);
  };
  const intake = new Intake(recallFrom(file));
  const replay = new Replay(options, intake.isSent);
  try {
    for (const event of keptEvents(file.lines(), intake, tell)) replay.add(event);
    return replay.finish();
  } catch (error) {
    if (!(error instanceof OutOfOrder || error instanceof HistoryNeeded)) throw error;
    const again = new Intake(recallFrom(file));
    return replayEvents([...keptEvents(file.lines(), again, tell)], options);
  }
}

function writeLines(lines: readonly string[]): void {
  const LINES_A_WRITE = 10_000;
  for (let from = 0; from < lines.length; from += LINES_A_WRITE) {
    process.stdout.write(`${lines.slice(from, from + LINES_A_WRITE).join('\n')}\n`);
  }
}

/** For a file or an option that does not fit, as for a malformed line. */
const FAULT_STATUS = 2;

export const replayCommand = new Command('replay')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : FAULT_STATUS))
  .description('Fold a ledger of NDJSON events and print every standing that changed.')
  .argument('<file>', 'the ledger; - for standard input')
  .addOption(
    new Option('--profile <name>', 'the terms to start from')
      .choices(PROFILE_NAMES)
      .default(DEFAULT_PROFILE),
  )
  .option('--terms <file>', 'a JSON object of terms laid over the profile', termsFile)
  .option('--until <instant>', 'fold what was recorded up to here', instant)
  .option('--acknowledge-after <days>', 'acknowledge each warning so much later', days)
  .option('--json', 'what it prints is JSON in any case, a line each')
  .option('--standings', 'print one line a seat instead: how it stands at the end')
  .action((path, options) => {
    let file: LedgerFile | null = null;
    try {
      file = path === '-' ? LedgerFile.ofStandardInput() : LedgerFile.open(path);
      const replayed = replayFile(
        file,
        {
          terms: layTerms(PROFILES[options.profile], options.terms ?? {}),
          until: options.until ?? null,
          acknowledgeAfterDays: options.acknowledgeAfter ?? null,
        },
        (line, why) => console.error(`line ${line}: conflict: ${why}`),
      );
      writeLines(
        options.standings === true
          ? replayed.standings.map(formatStanding)
          : replayed.changes.map(formatChange),
      );
    } catch (error) {
      console.error(`replay: ${describeLedgerFault(error)}`);
      process.exitCode = FAULT_STATUS;
    } finally {
      file?.close();
    }
  });
