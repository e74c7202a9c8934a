import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { isBreach, type Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

export const STANDINGS = ['good', 'warning_due', 'warned', 'improvement'] as const;
export type Standing = (typeof STANDINGS)[number];

export const NOTICE_TYPES = [
  'warning',
  'improvement_started',
  'improvement_renewed',
  'improvement_ended',
  'inherited',
] as const;
/** A must-read for a seat's holder. */
export type NoticeType = (typeof NOTICE_TYPES)[number];

export type OpenNotice = Readonly<{ type: NoticeType; issuedAt: Instant }>;

/** All that the policy remembers of a seat beside its InMails. It goes with the seat. */
export type SeatState = Readonly<{
  standing: Standing;
  everWarned: boolean;
  /** InMails sent up to here no longer count. */
  countsFrom: Instant | null;
  /** Set in the two timed standings, `warned` and `improvement`, and only there. */
  periodEndsAt: Instant | null;
  notice: OpenNotice | null;
  mode: Mode;
  /** Null until a transfer says who holds the seat. */
  holder: string | null;
}>;

export const CAUSES = [
  'check',
  'acknowledged',
  'transferred',
  'restored',
  'mode',
  'opened',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A standing that changed, or a notice that was issued. */
export type Change = Readonly<{
  at: Instant;
  cause: Cause;
  from: Standing;
  to: Standing;
  notice: NoticeType | null;
  /** What a check judged; null for every other cause. */
  tally: Tally | null;
  periodEndsAt: Instant | null;
}>;

/** The seat after something happened to it, and what there is to tell of it. */
export type Step = Readonly<{ state: SeatState; changes: readonly Change[] }>;

/** A seat as it starts: in good standing, in a mode that shows what happens. */
export const NEW_SEAT: SeatState = {
  standing: 'good',
  everWarned: false,
  countsFrom: null,
  periodEndsAt: null,
  notice: null,
  mode: 'enforce',
  holder: null,
};

/** Everything that can happen to a standing. */
export type Occurrence =
  | 'check_without_breach'
  | 'check_with_breach'
  | 'warning_acknowledged'
  | 'transferred'
  | 'restored'
  | 'left_observe'
  | 'entered_observe';

/** What a cell of the table decides; `notice` is the one it issues. */
type Effect = Partial<SeatState> & { issues?: NoticeType };
type Cell = (state: SeatState, at: Instant, terms: Terms) => Effect;

const unchanged: Cell = () => ({});
const closesNotice: Cell = () => ({ notice: null });
const neverChecked: Cell = (state) => {
  throw new Error(`A seat in ${state.standing} is never checked.`);
};

const warned = (at: Instant, terms: Terms): Effect => ({
  standing: 'warned',
  periodEndsAt: at + daysToMs(terms.warningDays),
});

const improvement =
  (issues: NoticeType): Cell =>
  (_state, at, terms) => ({
    standing: 'improvement',
    periodEndsAt: at + daysToMs(terms.improvementDays),
    issues,
  });

const released = (issues?: NoticeType): Cell => {
  const effect: Effect = { standing: 'good', periodEndsAt: null, notice: null };
  return () => (issues === undefined ? effect : { ...effect, issues });
};

const firstOrFurtherBreach: Cell = (state, at, terms) => {
  if (state.everWarned && terms.warnsOnce)
    return improvement('improvement_started')(state, at, terms);
  const standing: Effect =
    terms.warningStarts === 'acknowledgement' ? { standing: 'warning_due' } : warned(at, terms);
  return { ...standing, everWarned: true, issues: 'warning' };
};

/** The warning's CONTINUE starts the warning period; 2014: "as soon as the user clicks". */
const startsWarningPeriod: Cell = (_state, at, terms) => ({ ...warned(at, terms), notice: null });

const passesOn: Cell = (state) => {
  const staysOpen = state.notice !== null && state.notice.type !== 'improvement_ended';
  if (staysOpen) return {};
  const hasPast = state.standing !== 'good' || state.everWarned;
  return hasPast ? { notice: null, issues: 'inherited' } : { notice: null };
};

const startsAnew: Effect = {
  standing: 'good',
  periodEndsAt: null,
  everWarned: false,
  notice: null,
};
const restores: Cell = (_state, at) => ({ ...startsAnew, countsFrom: at });
const restoresFromImprovement: Cell = (_state, at) => ({
  ...startsAnew,
  countsFrom: at,
  issues: 'improvement_ended',
});
const startsAnewWithItsInMails: Cell = () => startsAnew;

/** The standing machine: one cell for each standing and each thing that can happen to it. */
export const STANDING_TABLE = {
  good: {
    check_without_breach: unchanged,
    check_with_breach: firstOrFurtherBreach,
    warning_acknowledged: closesNotice,
    transferred: passesOn,
    restored: restores,
    left_observe: startsAnewWithItsInMails,
    entered_observe: unchanged,
  },
  warning_due: {
    check_without_breach: neverChecked,
    check_with_breach: neverChecked,
    warning_acknowledged: startsWarningPeriod,
    transferred: passesOn,
    restored: restores,
    left_observe: startsAnewWithItsInMails,
    entered_observe: startsWarningPeriod,
  },
  warned: {
    check_without_breach: released(),
    check_with_breach: improvement('improvement_started'),
    warning_acknowledged: closesNotice,
    transferred: passesOn,
    restored: restores,
    left_observe: startsAnewWithItsInMails,
    entered_observe: unchanged,
  },
  improvement: {
    check_without_breach: released('improvement_ended'),
    check_with_breach: improvement('improvement_renewed'),
    warning_acknowledged: closesNotice,
    transferred: passesOn,
    restored: restoresFromImprovement,
    left_observe: startsAnewWithItsInMails,
    entered_observe: unchanged,
  },
} as const satisfies Record<Standing, Record<Occurrence, Cell>>;

type Happening = { occurrence: Occurrence; cause: Cause; at: Instant; terms: Terms };

function happen(state: SeatState, what: Happening, tally: Tally | null = null): Step {
  const { at, cause } = what;
  const { issues = null, ...becomes } = STANDING_TABLE[state.standing][what.occurrence](
    state,
    at,
    what.terms,
  );
  const next: SeatState = { ...state, ...becomes };
  const after: SeatState =
    issues === null ? next : { ...next, notice: { type: issues, issuedAt: at } };
  const isWorthALine = state.standing !== after.standing || issues !== null;
  const change: Change = {
    at,
    cause,
    from: state.standing,
    to: after.standing,
    notice: issues,
    tally,
    periodEndsAt: after.periodEndsAt,
  };
  return { state: after, changes: isWorthALine ? [change] : [] };
}

function then(first: Step, next: (state: SeatState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, changes: [...first.changes, ...second.changes] };
}

/**
 * A check made at `at` of the tally it judges. In `observe` nobody can press CONTINUE, so that a
 * warning counts as acknowledged when it is issued.
 * @throws when the seat is in `warning_due`, which is never checked: a mistake of the caller's.
 */
export function checkSeat(state: SeatState, at: Instant, tally: Tally, terms: Terms): Step {
  const occurrence = isBreach(tally, terms) ? 'check_with_breach' : 'check_without_breach';
  const checked = happen(state, { occurrence, cause: 'check', at, terms }, tally);
  const warns = checked.changes.some((change) => change.notice === 'warning');
  const warnsUnseen = state.mode === 'observe' && warns;
  if (!warnsUnseen) return checked;
  return then(checked, (warnedState) =>
    acknowledgeNotice(warnedState, { notice: 'warning', pressedAt: at, at, terms }),
  );
}

type Acknowledgement = {
  notice: NoticeType;
  /** When CONTINUE was pressed. */
  pressedAt: Instant;
  /** When the ledger learned of it, from which on it acts. */
  at: Instant;
  terms: Terms;
};

/** CONTINUE. A no-op for a notice that is not open, or pressed before that notice was issued. */
export function acknowledgeNotice(state: SeatState, press: Acknowledgement): Step {
  const { notice, pressedAt, at, terms } = press;
  const isOpen = state.notice?.type === notice && pressedAt >= state.notice.issuedAt;
  if (!isOpen) return { state, changes: [] };
  if (notice !== 'warning') return { state: { ...state, notice: null }, changes: [] };
  return happen(state, { occurrence: 'warning_acknowledged', cause: 'acknowledged', at, terms });
}

/** The seat passes to another holder; to the one who holds it already nothing happens. */
export function transferSeat(state: SeatState, to: string, at: Instant, terms: Terms): Step {
  if (state.holder === to) return { state, changes: [] };
  const moved = { ...state, holder: to };
  return happen(moved, { occurrence: 'transferred', cause: 'transferred', at, terms });
}

/** The seatholder's objection was upheld: the seat starts anew, its earlier InMails uncounted. */
export function restoreStanding(state: SeatState, at: Instant, terms: Terms): Step {
  return happen(state, { occurrence: 'restored', cause: 'restored', at, terms });
}

/** The seat is judged in another mode from `at` on. */
export function changeMode(state: SeatState, mode: Mode, at: Instant, terms: Terms): Step {
  const moved = { ...state, mode };
  const wasObserved = state.mode === 'observe';
  const isObserved = mode === 'observe';
  if (wasObserved === isObserved) return { state: moved, changes: [] };
  const occurrence = isObserved ? 'entered_observe' : 'left_observe';
  return happen(moved, { occurrence, cause: 'mode', at, terms });
}

export type Opening = Pick<SeatState, 'standing' | 'everWarned' | 'countsFrom' | 'periodEndsAt'> & {
  notice: NoticeType | null;
};

/** Sets a seat's state as given, in place of the history that a retention removed. */
export function openSeat(state: SeatState, opening: Opening, at: Instant): Step {
  const { notice: type, ...given } = opening;
  const notice = type === null ? null : { type, issuedAt: at };
  const opened: SeatState = { ...state, ...given, notice };
  const isWorthALine = state.standing !== opened.standing || type !== null;
  const change: Change = {
    at,
    cause: 'opened',
    from: state.standing,
    to: opened.standing,
    notice: type,
    tally: null,
    periodEndsAt: opened.periodEndsAt,
  };
  return { state: opened, changes: isWorthALine ? [change] : [] };
}
