import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingFor, provenOpening, type Past } from '#server/retention/opening.ts';
import { Intake } from '#shared/policy/intake.ts';
import { daysToMs, DAY_MS } from '#shared/policy/instant.ts';
import { compareInFold, type LedgerEvent } from '#shared/policy/events.ts';
import { replayEvents } from '#shared/policy/replay.ts';
import { readTerms } from '#shared/policy/terms-rules.ts';
import { layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';
import { ledgerLines, LEDGER_START, ledgerOptions } from '#test/policy/ledger-arbitrary.ts';

const SEAT = 's1';
/** A seat is added with its holder. */
const ADDED: LedgerEvent = {
  id: 'added',
  type: 'seat.transferred',
  at: LEDGER_START - DAY_MS,
  recordedAt: LEDGER_START - DAY_MS,
  seat: SEAT,
  to: 'holder-1',
};

/** What a ledger keeps of its lines, as far as it is about one seat or the terms of all. */
function eventsOf(lines: readonly Record<string, unknown>[]): LedgerEvent[] {
  const intake = new Intake((position) => ({ ...lines[position] }));
  const kept = lines.flatMap((line, position) => {
    const taken = intake.take(line, position);
    return taken.as === 'kept' ? [taken.event] : [];
  });
  const own = new Set(
    kept.flatMap((event) =>
      event.type === 'inmail.sent' && event.seat === SEAT ? [event.inmail] : [],
    ),
  );
  const ofSeat = kept.filter((event) => {
    if (event.type === 'inmail.responded') return own.has(event.inmail);
    if (event.type === 'terms.changed') return true;
    // The server writes an opening when it acts, so that no period in it is over.
    const isLate = event.type === 'seat.opened' && event.recordedAt > event.at;
    return event.seat === SEAT && !isLate;
  });
  return [ADDED, ...ofSeat].sort(compareInFold);
}

function termsOf(profile: 'inmail-2014' | 'inmail-current', laid: unknown): Terms {
  const read = readTerms(laid);
  if (!read.ok) throw new Error(read.fault.detail);
  return layTerms(PROFILES[profile], read.value);
}

/** CONTINUE that was pressed before the opening and told after it: the opening makes it older. */
function isPressedAcross({ events, before }: Past): boolean {
  return events.some(
    ({ type, at, recordedAt }) =>
      type === 'notice.acknowledged' && at < before && recordedAt >= before,
  );
}

test('what is left with an opening replays to what there was', () => {
  let opened = 0;
  const history = fc.record({
    lines: ledgerLines,
    options: ledgerOptions,
    cutDay: fc.integer({ min: 1, max: 80 }),
    cutMs: fc.constantFrom(0, 0, 1, 43_200_000),
  });
  fc.assert(
    fc.property(history, ({ lines, options, cutDay, cutMs }) => {
      const events = eventsOf(lines);
      const terms = termsOf(options.profile ?? 'inmail-2014', options.terms ?? {});
      const last = Math.max(LEDGER_START, ...events.map(({ recordedAt }) => recordedAt));
      const until = Math.max(last, LEDGER_START + cutDay * DAY_MS) + 30 * DAY_MS;
      const whole = replayEvents(events, { terms, until, acknowledgeAfterDays: null });
      const stands = whole.standings.find(({ seat }) => seat === SEAT);
      if (stands === undefined) return;
      let before = LEDGER_START + cutDay * DAY_MS + cutMs;
      while (whole.changes.some(({ at }) => at === before)) before -= 1;
      const sentThrough = before - daysToMs(terms.windowDays);
      const past = { seat: SEAT, events, terms, before, sentThrough };
      const opening = openingFor(past, 'opening');
      if (opening === null) return;
      const { state, nextCheckAt } = stands;
      const holder = state.holder ?? '';
      const seat = { id: SEAT, nextCheckAt, noticeTally: null, state: { ...state, holder } };
      const changes = whole.changes.filter(({ at }) => at >= before);
      const held = { seat, changes, until };
      const outcome = provenOpening(opening, past, held);
      if (outcome === null) expect(isPressedAcross(past)).toBe(true);
      else opened += 1;
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: false },
  );
  // Most histories come to one, so that the property is about something.
  expect(opened).toBeGreaterThan(20);
}, 60_000);
