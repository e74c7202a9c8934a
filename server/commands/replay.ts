import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { HistoryNeeded } from '#shared/policy/fold.ts';
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
import { readTerms } from '#shared/policy/terms-rules.ts';
import {
  DEFAULT_PROFILE,
  layTerms,
  PROFILE_NAMES,
  PROFILES,
  type Terms,
} from '#shared/policy/terms.ts';
import { instant } from '#server/commands/arguments.ts';
import { LedgerFile, NotUtf8, type LedgerLine } from '#server/commands/ledger-file.ts';

/** A line that ends the run. */
class MalformedLine extends Error {
  constructor(line: number, why: string) {
    super(`line ${line}: ${why}`);
  }
}

type Conflicts = (line: number, why: string) => void;

function parseLine(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedLine(number, 'not a JSON object.');
  }
}

function recallFrom(file: LedgerFile) {
  return (position: number): Record<string, unknown> => ({
    ...JSON.parse(file.textAt(position)),
  });
}

/** The events that a file keeps, in the order of its lines. */
function* keptEvents(
  lines: Iterable<LedgerLine>,
  intake: Intake,
  conflict: Conflicts,
): Generator<LedgerEvent> {
  for (const { text, number, position } of lines) {
    const taken = intake.take(parseLine(text, number), position);
    if (taken.as === 'kept') yield taken.event;
    else if (taken.as === 'malformed') throw new MalformedLine(number, taken.fault.detail);
    else if (taken.as === 'conflict') conflict(number, describeConflict(taken));
  }
}

function describeConflict(taken: { code: 'id_conflict' | 'inmail_conflict'; event: LedgerEvent }) {
  const { code, event } = taken;
  if (code === 'id_conflict') return `another event with the id "${event.id}" came first.`;
  const inmail = event.type === 'inmail.sent' ? event.inmail : '';
  return `the InMail "${inmail}" was sent before, by another event.`;
}

/** Folds a file in order as a stream; any other is read again, and sorted. */
function replayFile(file: LedgerFile, options: ReplayOptions, conflict: Conflicts): Replayed {
  const conflicts: [number, string][] = [];
  const intake = new Intake(recallFrom(file));
  const replay = new Replay(options, intake.isSent);
  const note: Conflicts = (line, why) => conflicts.push([line, why]);
  let replayed: Replayed;
  try {
    for (const event of keptEvents(file.lines(), intake, note)) replay.add(event);
    replayed = replay.finish();
  } catch (error) {
    if (!(error instanceof OutOfOrder || error instanceof HistoryNeeded)) throw error;
    conflicts.length = 0;
    const again = new Intake(recallFrom(file));
    replayed = replayEvents([...keptEvents(file.lines(), again, note)], options);
  }
  for (const [line, why] of conflicts) conflict(line, why);
  return replayed;
}

function daysArgument(text: string): number {
  const days = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(days) || days < 0) {
    throw new InvalidArgumentError('A number of days, 0 or more.');
  }
  return days;
}

function termsArgument(path: string): Partial<Terms> {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : 'It cannot be read.');
  }
  const terms = readTerms(raw);
  if (!terms.ok) throw new InvalidArgumentError(terms.fault.detail);
  return terms.value;
}

function writeLines(lines: readonly string[]): void {
  const LINES_A_WRITE = 10_000;
  for (let from = 0; from < lines.length; from += LINES_A_WRITE) {
    process.stdout.write(`${lines.slice(from, from + LINES_A_WRITE).join('\n')}\n`);
  }
}

export const replayCommand = new Command('replay')
  .description('Fold a ledger of NDJSON events and print every standing that changed.')
  .argument('<file>', 'the ledger; - for standard input')
  .addOption(
    new Option('--profile <name>', 'the terms to start from')
      .choices(PROFILE_NAMES)
      .default(DEFAULT_PROFILE),
  )
  .option('--terms <file>', 'a JSON object of terms laid over the profile', termsArgument)
  .option('--until <instant>', 'fold what was recorded up to here', instant)
  .option('--acknowledge-after <days>', 'acknowledge each warning so much later', daysArgument)
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
      if (!(error instanceof Error)) throw error;
      const where = error instanceof NotUtf8 ? `line ${error.line}: ` : '';
      console.error(`replay: ${where}${error.message}`);
      process.exitCode = 2;
    } finally {
      file?.close();
    }
  });
