import { keptEvents, recallFrom, type Conflicts } from '#server/commands/ledger-events.ts';
import type { LedgerFile } from '#server/commands/ledger-file.ts';
import {
  Backtest,
  backtestEvents,
  type Trial,
  type TrialOptions,
} from '#shared/policy/backtest.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import { HistoryNeeded } from '#shared/policy/seat-fold.ts';
import { History } from '#shared/policy/history.ts';
import { Intake } from '#shared/policy/intake.ts';
import { OutOfOrder } from '#shared/policy/replay.ts';

export type Ran = { history: History; trials: readonly Trial[] };

/** Told how far a run has come, from 0 to 1. */
export type OnProgress = (share: number) => void;

const TELL_EVERY = 1000;

/** Backtests events that are in memory, in any order. */
export function backtestHeld(
  events: readonly LedgerEvent[],
  tried: readonly TrialOptions[],
  onProgress: OnProgress,
): Ran {
  const history = new History();
  for (const event of events) history.add(event);
  let folded = 0;
  const onFolded = (): void => {
    folded += 1;
    if (folded % TELL_EVERY === 0) onProgress(folded / (events.length * tried.length));
  };
  return { history, trials: tried.map((options) => backtestEvents(events, options, onFolded)) };
}

function backtestStream(
  events: Iterable<LedgerEvent>,
  isSent: (inmail: string) => boolean,
  tried: readonly TrialOptions[],
): Ran {
  const history = new History();
  const backtests = tried.map((options) => new Backtest(options, isSent));
  for (const event of events) {
    history.add(event);
    for (const backtest of backtests) backtest.add(event);
  }
  return { history, trials: backtests.map((backtest) => backtest.finish()) };
}

/**
 * Reads a file once and folds it under all of the terms as it streams by. A file out of order is
 * read again, into memory, and sorted.
 */
export function backtestFile(
  file: LedgerFile,
  tried: readonly TrialOptions[],
  conflict: Conflicts,
  onProgress: OnProgress,
): Ran {
  const conflicts: [number, string][] = [];
  const note: Conflicts = (line, why) => conflicts.push([line, why]);
  const eventsOf = (intake: Intake): Iterable<LedgerEvent> =>
    keptEvents(linesOf(file, onProgress), intake, note);
  const intake = new Intake(recallFrom(file));
  let ran: Ran;
  try {
    ran = backtestStream(eventsOf(intake), intake.isSent, tried);
  } catch (error) {
    if (!(error instanceof OutOfOrder || error instanceof HistoryNeeded)) throw error;
    conflicts.length = 0;
    const events = [...eventsOf(new Intake(recallFrom(file)))];
    ran = backtestHeld(events, tried, onProgress);
  }
  for (const [line, why] of conflicts) conflict(line, why);
  return ran;
}

function* linesOf(file: LedgerFile, onProgress: OnProgress) {
  for (const line of file.lines()) {
    if (line.number % TELL_EVERY === 0) onProgress(line.position / file.size);
    yield line;
  }
}
