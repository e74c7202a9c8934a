import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { STANDING_TABLE, type Occurrence } from '#shared/policy/standing-table.ts';
import type { Cause, Change, NoticeType, SeatState, Step } from '#shared/policy/standing.ts';
import { isBreach, type Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

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

/** The state that a `seat.opened` gives; the seat keeps its mode, its holder and its InMails. */
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
