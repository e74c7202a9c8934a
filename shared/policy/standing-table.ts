import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import type { NoticeType, SeatState, Standing } from '#shared/policy/standing.ts';
import type { Terms } from '#shared/policy/terms.ts';

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
