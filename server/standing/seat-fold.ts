import type { Seat, SeatChange } from '#server/standing/store.ts';
import { isCheckMoved, nextCheckAt } from '#shared/policy/checks.ts';
import type { LedgerEvent } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import {
  acknowledgeNotice,
  changeMode,
  openSeat,
  restoreStanding,
  transferSeat,
} from '#shared/policy/standing-steps.ts';
import type { SeatState, Step } from '#shared/policy/standing.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** What happens to one seat's standing, sends and responses aside. */
export type SeatEvent = Exclude<
  LedgerEvent,
  { type: 'inmail.sent' | 'inmail.responded' | 'terms.changed' }
>;

export type SeatStep = { seat: Seat; changes: readonly SeatChange[] };

/**
 * Takes over a step's state. The next check moves only when the standing or its period did.
 * @param openFrom the earliest instant at which a check in good standing may still fall.
 * @param isNewStart the check moves in any case, as after an opening.
 */
export function takeStep(
  seat: Seat,
  step: Step,
  openFrom: Instant,
  terms: Terms,
  isNewStart = false,
): SeatStep {
  const { notice } = step.state;
  const issued = step.changes.findLast((change) => change.notice !== null);
  const isSameNotice = notice !== null && notice === seat.state.notice;
  const isMoved = isNewStart || isCheckMoved(seat.state, step.state);
  return {
    seat: {
      id: seat.id,
      state: { ...step.state, holder: step.state.holder ?? seat.state.holder },
      nextCheckAt: isMoved ? nextCheckAt(step.state, openFrom, terms) : seat.nextCheckAt,
      noticeTally: isSameNotice ? seat.noticeTally : noticeTallyOf(notice === null, issued),
    },
    changes: step.changes.map((change) => ({ ...change, seat: seat.id })),
  };
}

function noticeTallyOf(isClosed: boolean, issued: Step['changes'][number] | undefined) {
  return isClosed ? null : (issued?.tally ?? null);
}

function stepOf(state: SeatState, event: SeatEvent, terms: Terms): Step {
  const at = event.recordedAt;
  switch (event.type) {
    case 'seat.opened': {
      const { standing, everWarned, countsFrom, periodEndsAt, notice } = event;
      return openSeat(state, { standing, everWarned, countsFrom, periodEndsAt, notice }, at);
    }
    case 'seat.transferred':
      return transferSeat(state, event.to, at, terms);
    case 'notice.acknowledged':
      return acknowledgeNotice(state, { notice: event.notice, pressedAt: event.at, at, terms });
    case 'standing.restored':
      return restoreStanding(state, at, terms);
    case 'mode.changed':
      return changeMode(state, event.mode, at, terms);
  }
}

/** Folds one event; the checks due before it are made already. */
export function foldEvent(seat: Seat, event: SeatEvent, terms: Terms): SeatStep {
  const step = stepOf(seat.state, event, terms);
  return takeStep(seat, step, event.recordedAt, terms, event.type === 'seat.opened');
}
