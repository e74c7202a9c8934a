import {
  FOLD_RANK,
  type InMailResponded,
  type InMailSent,
  type LedgerEvent,
  type SeatOpened,
} from '#shared/policy/events.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { SeatFold, type FoldSurroundings, type SeatChange } from '#shared/policy/seat-fold.ts';
import { settle, type SentInMail } from '#shared/policy/sent-inmails.ts';
import {
  acknowledgeNotice,
  changeMode,
  openSeat,
  restoreStanding,
  transferSeat,
} from '#shared/policy/standing-steps.ts';
import type { SeatState, Step } from '#shared/policy/standing.ts';
import { windowEndingAt, type Tally } from '#shared/policy/tally.ts';
import { layTerms, type Terms } from '#shared/policy/terms.ts';

export type FoldOptions = Readonly<{
  terms: Terms;
  /** Days after which an issued warning is acknowledged by itself; null: never. */
  acknowledgeAfterDays?: number | null;
  /** Keeps every InMail, so that even a check recorded long after its instant can be made. */
  keepsHistory?: boolean;
  /** After how many events what no window can reach is let go; less only shows mistakes sooner. */
  sweepEveryEvents?: number;
  /** Told of a seat at each check that found InMails enough to judge it by. */
  onJudged?: ((seat: string) => void) | undefined;
}>;

const SWEEP_EVERY_EVENTS = 50_000;
const ACKNOWLEDGED_RANK = FOLD_RANK['notice.acknowledged'];

/**
 * The fold of a ledger: every event in the order of `compareInFold`, each check when it is due.
 * Source of the rules: the InMail policy FAQ, as settled in the docs' policy page.
 */
export class Fold {
  readonly #around: FoldSurroundings;
  readonly #keepsHistory: boolean;
  readonly #sweepEveryEvents: number;
  readonly #seats = new Map<string, SeatFold>();
  readonly #active = new Map<string, { seat: SeatFold; sent: SentInMail }>();
  /** Responses whose InMail is not known yet. */
  readonly #early = new Map<string, SentInMail>();
  #sinceSweep = 0;

  constructor(options: FoldOptions) {
    const days = options.acknowledgeAfterDays ?? null;
    this.#around = {
      terms: options.terms,
      acknowledgeAfterMs: days === null ? null : daysToMs(days),
      changes: [],
      onJudged: options.onJudged,
    };
    this.#keepsHistory = options.keepsHistory ?? false;
    this.#sweepEveryEvents = options.sweepEveryEvents ?? SWEEP_EVERY_EVENTS;
  }

  /** What has happened since the last call, in the order it came about. */
  takeChanges(): SeatChange[] {
    return this.#around.changes.splice(0);
  }

  /**
   * Folds one event; events come in the order of `compareInFold`.
   * @param isSent whether an InMail that is no longer held was sent: its response changes nothing.
   */
  apply(event: LedgerEvent, isSent: (inmail: string) => boolean = () => false): void {
    this.#sweepNowAndThen(event.recordedAt);
    switch (event.type) {
      case 'inmail.sent':
        return this.#send(event);
      case 'inmail.responded':
        return this.#respond(event, isSent);
      case 'terms.changed':
        return this.#changeTerms(event.terms, event.recordedAt);
      case 'seat.opened':
        return this.#move(event, (state, at) => openSeat(state, openingOf(event), at));
      case 'seat.transferred':
        return this.#move(event, (state, at, terms) => transferSeat(state, event.to, at, terms));
      case 'notice.acknowledged':
        return this.#move(event, (state, at, terms) =>
          acknowledgeNotice(state, { notice: event.notice, pressedAt: event.at, at, terms }),
        );
      case 'standing.restored':
        return this.#move(event, restoreStanding);
      case 'mode.changed':
        return this.#move(event, (state, at, terms) => changeMode(state, event.mode, at, terms));
    }
  }

  /** Whether the InMail is still within some window's reach, so that a response changes a tally. */
  holds(inmail: string): boolean {
    return this.#active.has(inmail);
  }

  /** Makes every check due at or before `until`. */
  finish(until: Instant): void {
    for (const seat of this.#seats.values()) seat.advance(until + 1);
  }

  /** Every seat that a folded event named, as it stands after `finish(until)`. */
  seats(
    until: Instant,
  ): { seat: string; state: SeatState; nextCheckAt: Instant | null; tally: Tally }[] {
    return [...this.#seats.values()].map(({ id, state, nextCheckAt, sent }) => ({
      seat: id,
      state,
      nextCheckAt,
      tally: sent.tally(windowEndingAt(until, state.countsFrom, this.#around.terms), until),
    }));
  }

  #seat(id: string, namedAt: Instant): SeatFold {
    const known = this.#seats.get(id);
    if (known !== undefined) return known;
    const seat = new SeatFold(id, namedAt, this.#around);
    this.#seats.set(id, seat);
    return seat;
  }

  #send(event: InMailSent): void {
    const seat = this.#seat(event.seat, event.recordedAt);
    seat.advance(event.recordedAt);
    const early = this.#early.get(event.inmail);
    this.#early.delete(event.inmail);
    if (event.channel !== 'inmail' || seat.isLost(event.at)) return;
    const sent: SentInMail = {
      inmail: event.inmail,
      sentAt: event.at,
      respondedAt: early?.respondedAt ?? null,
      outcome: early?.outcome ?? null,
    };
    seat.sent.add(sent);
    this.#active.set(event.inmail, { seat, sent });
  }

  #respond(event: InMailResponded, isSent: (inmail: string) => boolean): void {
    const known = this.#active.get(event.inmail);
    if (known !== undefined) {
      known.seat.advance(event.recordedAt);
      settle(known.sent, event.outcome, event.at);
      return;
    }
    const early = this.#early.get(event.inmail);
    if (early !== undefined) settle(early, event.outcome, event.at);
    else if (!isSent(event.inmail)) this.#early.set(event.inmail, earlyResponse(event));
  }

  #move(
    event: Exclude<LedgerEvent, { type: 'inmail.sent' | 'inmail.responded' | 'terms.changed' }>,
    step: (state: SeatState, at: Instant, terms: Terms) => Step,
  ): void {
    const at = event.recordedAt;
    const seat = this.#seat(event.seat, at);
    seat.advance(at, FOLD_RANK[event.type] > ACKNOWLEDGED_RANK);
    seat.take(step(seat.state, at, this.#around.terms), at, event.type === 'seat.opened');
  }

  #changeTerms(laid: Partial<Terms>, at: Instant): void {
    for (const seat of this.#seats.values()) seat.advance(at);
    this.#around.terms = layTerms(this.#around.terms, laid);
    for (const seat of this.#seats.values()) seat.moveCheck(at);
  }

  /** Lets go of what no window can reach any more, of all seats in turn. */
  #sweepNowAndThen(now: Instant): void {
    this.#sinceSweep += 1;
    if (this.#keepsHistory || this.#sinceSweep < this.#sweepEveryEvents) return;
    this.#sinceSweep = 0;
    for (const seat of this.#seats.values()) {
      seat.advance(now);
      for (const { inmail } of seat.letGo(now)) this.#active.delete(inmail);
    }
  }
}

function earlyResponse({ inmail, outcome, at }: InMailResponded): SentInMail {
  return { inmail, sentAt: Infinity, respondedAt: at, outcome };
}

function openingOf(event: SeatOpened) {
  const { standing, everWarned, countsFrom, periodEndsAt, notice } = event;
  return { standing, everWarned, countsFrom, periodEndsAt, notice };
}
