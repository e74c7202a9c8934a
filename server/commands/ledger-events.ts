import { NotUtf8, type LedgerFile, type LedgerLine } from '#server/commands/ledger-file.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import type { Intake } from '#shared/policy/intake.ts';

/** A line that ends the run. */
class MalformedLine extends Error {
  constructor(line: number, why: string) {
    super(`line ${line}: ${why}`);
  }
}

/** Told of each line that was refused. */
export type Conflicts = (line: number, why: string) => void;

function parseLine(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedLine(number, 'not a JSON object.');
  }
}

export function recallFrom(file: LedgerFile) {
  return (position: number): Record<string, unknown> => ({
    ...JSON.parse(file.textAt(position)),
  });
}

/** The events that a file keeps, in the order of its lines. */
export function* keptEvents(
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

/** Why a ledger could not be read, in words and with the line where one is to blame. */
export function describeLedgerFault(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const where = error instanceof NotUtf8 ? `line ${error.line}: ` : '';
  return `${where}${error.message}`;
}
