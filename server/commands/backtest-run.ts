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

/** Folds events under all of the terms as they come, by `recordedAt`. */
export class Run {
  readonly #history = new History();
  readonly #backtests: readonly Backtest[];

  constructor(tried: readonly TrialOptions[]) {
    this.#backtests = tried.map((options) => new Backtest(options, this.#history.isSent));
  }

  /** @throws OutOfOrder, and HistoryNeeded: then `foldsAgain` says so. */
  add(event: LedgerEvent): void {
    this.#history.add(event);
    for (const backtest of this.#backtests) backtest.add(event);
  }

  finish(): Ran {
    const trials = this.#backtests.map((backtest) => backtest.finish());
    return { history: this.#history, trials };
  }
}

/** Whether events that could not be folded as they came can be from memory, all of them and sorted. */
export function foldsAgain(error: unknown): boolean {
  return error instanceof OutOfOrder || error instanceof HistoryNeeded;
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
  let ran: Ran;
  try {
    const run = new Run(tried);
    for (const event of eventsOf(new Intake(recallFrom(file)))) run.add(event);
    ran = run.finish();
  } catch (error) {
    if (!foldsAgain(error)) throw error;
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
