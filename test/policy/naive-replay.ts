import {
  Malformed,
  parseNaiveInstant,
  parseNaiveLine,
  type NaiveEvent,
} from '#test/policy/naive-events.ts';
import { World } from '#test/policy/naive-fold.ts';
import { compareText, PROFILES, type Terms } from '#test/policy/naive-seat.ts';

/**
 * A second reading of the policy page: everything in memory, one thing at a time, every tally
 * counted anew. Slow on purpose; it is here to disagree with `shared/policy` when one is wrong.
 */
export interface NaiveOptions {
  profile?: 'inmail-2014' | 'inmail-current' | undefined;
  terms?: Readonly<Record<string, unknown>> | undefined;
  until?: string | undefined;
  acknowledgeAfter?: number | undefined;
  standings?: boolean | undefined;
}

export interface NaiveResult {
  status: 0 | 2;
  stdout: string[];
  /** Numbers of the lines that were refused, counted from 1. */
  conflicts: number[];
  badLine?: number;
}

function termsOf(options: NaiveOptions): Terms {
  const given = { ...options.terms };
  if (given['effectiveFrom'] !== undefined) {
    given['effectiveFrom'] = parseNaiveInstant(given['effectiveFrom']);
  }
  return { ...PROFILES[options.profile ?? 'inmail-2014'], ...given };
}

interface Kept {
  kept: NaiveEvent[];
  conflicts: number[];
}

/** In line order: of one id the first stays, and an InMail has one send. */
function keepFirst(events: readonly NaiveEvent[]): Kept {
  const kept: NaiveEvent[] = [];
  const conflicts: number[] = [];
  const contents = new Map<string, string>();
  const sent = new Set<string>();
  for (const event of events) {
    const known = contents.get(event.id);
    if (known === event.content) continue;
    if (known !== undefined || (event.type === 'inmail.sent' && sent.has(event.inmail))) {
      conflicts.push(event.line);
      continue;
    }
    contents.set(event.id, event.content);
    if (event.type === 'inmail.sent') sent.add(event.inmail);
    kept.push(event);
  }
  return { kept, conflicts };
}

export function naiveReplay(text: string, options: NaiveOptions = {}): NaiveResult {
  const events: NaiveEvent[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      events.push(parseNaiveLine(line, index + 1));
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      return { status: 2, stdout: [], conflicts: [], badLine: index + 1 };
    }
  }
  const { kept, conflicts } = keepFirst(events);
  if (kept.length === 0) return { status: 0, stdout: [], conflicts };
  const until =
    options.until === undefined
      ? kept.reduce((last, event) => Math.max(last, event.recordedAt), Number.NEGATIVE_INFINITY)
      : parseNaiveInstant(options.until);
  const world = new World(termsOf(options), options.acknowledgeAfter);
  const folded = kept
    .filter((event) => event.recordedAt <= until)
    .toSorted((a, b) => a.recordedAt - b.recordedAt || a.rank - b.rank || a.line - b.line);
  for (const event of folded) {
    world.advance(event.recordedAt, event.rank);
    world.apply(event);
  }
  world.advance(until, Number.POSITIVE_INFINITY);
  if (options.standings === true) return { status: 0, stdout: world.standings(until), conflicts };
  const printed = world.lines.toSorted((a, b) => a.at - b.at || compareText(a.seat, b.seat));
  return { status: 0, stdout: printed.map((line) => line.text), conflicts };
}
