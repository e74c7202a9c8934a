import type { LedgerEvent } from '#shared/policy/events.ts';
import { HistoryNeeded } from '#shared/policy/seat-fold.ts';
import { parseInstant, type Instant } from '#shared/policy/instant.ts';
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
import { DEFAULT_PROFILE, layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';
import type { NaiveOptions, NaiveResult } from '#test/policy/naive-replay.ts';

/** Runs text through `shared/policy` as the command does, without a file and in the model's terms. */

class MalformedLine extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line}`);
    this.line = line;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export type Reading = { kept: LedgerEvent[]; conflicts: number[]; intake: Intake };

/** @throws MalformedLine */
function readLines(text: string, keep: (event: LedgerEvent, intake: Intake) => void): Reading {
  const lines = text.split('\n');
  const raws = new Map<number, Record<string, unknown>>();
  const intake = new Intake((position) => raws.get(position) ?? {});
  const reading: Reading = { kept: [], conflicts: [], intake };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const raw = parsed(line);
    if (typeof raw === 'object' && raw !== null) raws.set(index, { ...raw });
    const taken = intake.take(raw, index);
    if (taken.as === 'malformed') throw new MalformedLine(index + 1);
    if (taken.as === 'conflict') reading.conflicts.push(index + 1);
    if (taken.as !== 'kept') continue;
    reading.kept.push(taken.event);
    keep(taken.event, intake);
  }
  return reading;
}

export function keptEvents(text: string): LedgerEvent[] {
  return readLines(text, () => {}).kept;
}

function given(instant: string | undefined): Instant | null {
  if (instant === undefined) return null;
  const read = parseInstant(instant);
  if (read === null) throw new Error(`${instant} is no instant`);
  return read;
}

export function termsOf(options: NaiveOptions): Terms {
  const laid = readTerms(options.terms ?? {});
  if (!laid.ok) throw new Error(laid.fault.detail);
  return layTerms(PROFILES[options.profile ?? DEFAULT_PROFILE], laid.value);
}

/** The model's options, and how soon the fold lets go of what no window can reach. */
export type PolicyOptions = NaiveOptions & { sweepEveryEvents?: number };

export function replayOptionsOf(options: PolicyOptions): ReplayOptions {
  return {
    terms: termsOf(options),
    until: given(options.until),
    acknowledgeAfterDays: options.acknowledgeAfter ?? null,
    ...(options.sweepEveryEvents === undefined
      ? {}
      : { sweepEveryEvents: options.sweepEveryEvents }),
  };
}

export function printed(replayed: Replayed, options: NaiveOptions): string[] {
  return options.standings === true
    ? replayed.standings.map(formatStanding)
    : replayed.changes.map(formatChange);
}

/** As a stream while the lines come in order, sorted otherwise. */
export function policyReplay(text: string, options: PolicyOptions = {}): NaiveResult {
  const replayOptions = replayOptionsOf(options);
  try {
    let replay: Replay | null = null;
    let mustSort = false;
    const { kept, conflicts, intake } = readLines(text, (event, live) => {
      replay ??= new Replay(replayOptions, live.isSent);
      if (!mustSort) mustSort = isRefused(() => replay?.add(event));
    });
    const stream = replay ?? new Replay(replayOptions, intake.isSent);
    let replayed: Replayed | null = null;
    if (!mustSort) {
      mustSort = isRefused(() => {
        replayed = stream.finish();
      });
    }
    const stdout = printed(replayed ?? replayEvents(kept, replayOptions), options);
    return { status: 0, stdout, conflicts };
  } catch (error) {
    if (!(error instanceof MalformedLine)) throw error;
    return { status: 2, stdout: [], conflicts: [], badLine: error.line };
  }
}

function isRefused(attempt: () => void): boolean {
  try {
    attempt();
    return false;
  } catch (error) {
    if (error instanceof OutOfOrder || error instanceof HistoryNeeded) return true;
    throw error;
  }
}
