import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCheckAt } from '#shared/policy/checks.ts';
import { gateOf } from '#shared/policy/gate.ts';
import { DAY_MS, type Instant } from '#shared/policy/instant.ts';
import { MODES, type Mode } from '#shared/policy/rollout.ts';
import {
  acknowledgeNotice,
  changeMode,
  checkSeat,
  openSeat,
  restoreStanding,
  transferSeat,
} from '#shared/policy/standing-steps.ts';
import {
  NEW_SEAT,
  NOTICE_TYPES,
  type NoticeType,
  type SeatState,
  type Step,
} from '#shared/policy/standing.ts';
import { tallyOf } from '#shared/policy/tally.ts';
import { layTerms, PROFILES, type Terms } from '#shared/policy/terms.ts';

/** One thing that happens to a seat, a day after the one before it. */
type Happening =
  | { kind: 'check'; breach: boolean }
  | { kind: 'press'; notice: NoticeType; early: boolean }
  | { kind: 'transfer'; to: string }
  | { kind: 'restore' }
  | { kind: 'mode'; mode: Mode };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('check' as const), breach: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      notice: fc.constantFrom('warning' as const, ...NOTICE_TYPES),
      early: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('transfer' as const), to: fc.constantFrom('h1', 'h2') }),
  fc.record({ kind: fc.constant('restore' as const) }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('mode' as const), mode: fc.constantFrom(...MODES) }),
  },
);

const BREACH = tallyOf(0, 0, 100);
const NO_BREACH = tallyOf(13, 0, 87);
const START = Date.UTC(2026, 0, 5);

function step(state: SeatState, what: Happening, at: Instant, terms: Terms): Step {
  switch (what.kind) {
    case 'check':
      // `warning_due` is never checked; every other standing may be, on any day.
      if (state.standing === 'warning_due') return { state, changes: [] };
      return checkSeat(state, at, what.breach ? BREACH : NO_BREACH, terms);
    case 'press': {
      const pressedAt = what.early ? at - 3 * DAY_MS : at;
      return acknowledgeNotice(state, { notice: what.notice, pressedAt, at, terms });
    }
    case 'transfer':
      return transferSeat(state, what.to, at, terms);
    case 'restore':
      return restoreStanding(state, at, terms);
    case 'mode':
      return changeMode(state, what.mode, at, terms);
  }
}

function expectPossible(state: SeatState, at: Instant, terms: Terms): void {
  const { standing, periodEndsAt, everWarned, notice } = state;
  const isTimed = standing === 'warned' || standing === 'improvement';
  expect(periodEndsAt !== null).toBe(isTimed);
  expect(nextCheckAt(state, at, terms) === null).toBe(standing === 'warning_due');
  // Nobody comes to a standing other than good without a warning.
  if (standing !== 'good') expect(everWarned).toBe(true);
  if (standing === 'warning_due') expect(notice?.type).toBe('warning');
  if (notice?.type === 'improvement_ended') expect(standing).toBe('good');
  if (notice !== null) expect(notice.issuedAt).toBeLessThanOrEqual(at);
}

const terms = fc
  .record({
    profile: fc.constantFrom('inmail-2014' as const, 'inmail-current' as const),
    warnsOnce: fc.boolean(),
    graceDays: fc.constantFrom(0, 7),
  })
  .map(({ profile, ...laid }) => layTerms(PROFILES[profile], laid));
const walk = fc.array(happening, { maxLength: 40 });

describe('the standing machine', () => {
  it('never reaches an impossible state (standing/no-impossible-state)', () => {
    fc.assert(
      fc.property(terms, walk, (terms, happenings) => {
        let state = NEW_SEAT;
        for (const [day, what] of happenings.entries()) {
          const at = START + day * DAY_MS;
          const { state: after, changes } = step(state, what, at, terms);
          expectPossible(after, at, terms);
          for (const change of changes) {
            // A line says something: a standing that changed, or a notice that was issued.
            expect(change.from !== change.to || change.notice !== null).toBe(true);
            expect(change.tally !== null).toBe(change.cause === 'check');
          }
          expect(changes.at(0)?.from ?? state.standing).toBe(state.standing);
          expect(changes.at(-1)?.to ?? state.standing).toBe(after.standing);
          expect(changes.at(-1)?.periodEndsAt ?? after.periodEndsAt).toBe(after.periodEndsAt);
          state = after;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses no bulk send before a warning was read (rollout/no-refusal-unwarned)', () => {
    const source = PROFILES['inmail-2014'];
    fc.assert(
      fc.property(fc.boolean(), walk, (warnsOnce, happenings) => {
        const terms = layTerms(source, { warnsOnce });
        let state = NEW_SEAT;
        let wasRead = false;
        for (const [day, what] of happenings.entries()) {
          const before = state;
          const at = START + day * DAY_MS;
          state = step(before, what, at, terms).state;
          const pressed = what.kind === 'press' && before.standing === 'warning_due';
          if (pressed && state.standing === 'warned' && state.mode !== 'observe') wasRead = true;
          const { bulk } = gateOf(state.standing, state.mode, state.periodEndsAt);
          expect(bulk.allowed || wasRead).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does refuse some, and reaches every standing in every mode', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walk, (happenings) => {
        let state = NEW_SEAT;
        for (const [day, what] of happenings.entries()) {
          state = step(state, what, START + day * DAY_MS, PROFILES['inmail-2014']).state;
          const { bulk } = gateOf(state.standing, state.mode, state.periodEndsAt);
          reached.add(`${state.standing} ${state.mode} ${bulk.allowed}`);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(reached).toContain('improvement enforce false');
    // In observe no warning waits to be read: 4 standings in 3 modes, without that one.
    expect(reached.size).toBe(11);
  });

  it('keeps a warning given in observe from counting as read later', () => {
    const terms = PROFILES['inmail-2014'];
    const unseen = step(
      { ...NEW_SEAT, mode: 'observe' },
      { kind: 'check', breach: true },
      0,
      terms,
    );
    expect(unseen.state.standing).toBe('warned');
    const left = changeMode(unseen.state, 'enforce', DAY_MS, terms).state;
    const checked = step(left, { kind: 'check', breach: true }, 2 * DAY_MS, terms).state;
    expect(checked.standing).toBe('warning_due');
  });

  it('is set by an opening to what the opening says', () => {
    const opening = {
      standing: 'warned' as const,
      everWarned: true,
      countsFrom: START,
      periodEndsAt: START + DAY_MS,
      notice: 'inherited' as const,
    };
    const before: SeatState = { ...NEW_SEAT, mode: 'observe', holder: 'h1' };
    const { state } = openSeat(before, opening, START);
    const notice = { type: 'inherited', issuedAt: START };
    expect(state).toEqual({ ...before, ...opening, notice });
  });
});
