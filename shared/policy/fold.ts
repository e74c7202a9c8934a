import { isCheckMoved, nextCheckAt, windowOfCheck } from '#shared/policy/checks.ts';
import {
  FOLD_RANK,
  type InMailResponded,
  type InMailSent,
  type LedgerEvent,
  type SeatOpened,
} from '#shared/policy/events.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { SentInMails, settle, type SentInMail } from '#shared/policy/sent-inmails.ts';
import {
  acknowledgeNotice,
  changeMode,
  checkSeat,
  NEW_SEAT,
  openSeat,
  restoreStanding,
  transferSeat,
  type Change,
  type OpenNotice,
  type SeatState,
  type Step,
} from '#shared/policy/standing.ts';
import { windowEndingAt, type Tally } from '#shared/policy/tally.ts';
import { layTerms, type Terms } from '#shared/policy/terms.ts';

/** A check reached back past what the fold had let go; fold again with `keepsHistory`. */
export class HistoryNeeded extends Error {
  override readonly name = 'HistoryNeeded';
}

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

export type SeatChange = Change & { readonly seat: string };

type Seat = {
  readonly id: string;
  state: SeatState;
  nextCheckAt: Instant | null;
  readonly sent: SentInMails;
  /** InMails sent up to here were let go. */
  lostThrough: Instant;
  /** When the open warning is acknowledged by itself; null: never, or none is open. */
  acknowledgeAt: Instant | null;
};

const SWEEP_EVERY_EVENTS = 50_000;
const ACKNOWLEDGED_RANK = FOLD_RANK['notice.acknowledged'];

/**
 * The fold of a ledger: every event in the order of `compareInFold`, each check when it is due.
 * Source of the rules: the InMail policy FAQ, as settled in the docs' policy page.
 */
export class Fold {
  #terms: Terms;
  readonly #acknowledgeAfterMs: number | null;
  readonly #keepsHistory: boolean;
  readonly #sweepEveryEvents: number;
  readonly #onJudged: FoldOptions['onJudged'];
  readonly #seats = new Map<string, Seat>();
  readonly #active = new Map<string, { seat: Seat; sent: SentInMail }>();
  /** Responses whose InMail is not known yet. */
  readonly #early = new Map<string, SentInMail>();
  readonly #changes: SeatChange[] = [];
  #sinceSweep = 0;

  constructor(options: FoldOptions) {
    this.#terms = options.terms;
    const days = options.acknowledgeAfterDays ?? null;
    this.#acknowledgeAfterMs = days === null ? null : daysToMs(days);
    this.#keepsHistory = options.keepsHistory ?? false;
    this.#sweepEveryEvents = options.sweepEveryEvents ?? SWEEP_EVERY_EVENTS;
    this.#onJudged = options.onJudged;
  }

  /** What has happened since the last call, in the order it came about. */
  takeChanges(): SeatChange[] {
    return this.#changes.splice(0);
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
        return this.#move(event, (state, at) => transferSeat(state, event.to, at, this.#terms));
      case 'notice.acknowledged':
        return this.#move(event, (state, at) =>
          acknowledgeNotice(state, {
            notice: event.notice,
            pressedAt: event.at,
            at,
            terms: this.#terms,
          }),
        );
      case 'standing.restored':
        return this.#move(event, (state, at) => restoreStanding(state, at, this.#terms));
      case 'mode.changed':
        return this.#move(event, (state, at) => changeMode(state, event.mode, at, this.#terms));
    }
  }

  /** Whether the InMail is still within some window's reach, so that a response changes a tally. */
  holds(inmail: string): boolean {
    return this.#active.has(inmail);
  }

  /** Makes every check due at or before `until`. */
  finish(until: Instant): void {
    for (const seat of this.#seats.values()) this.#advance(seat, until + 1, false);
  }

  /** Every seat that a folded event named, as it stands after `finish(until)`. */
  seats(
    until: Instant,
  ): { seat: string; state: SeatState; nextCheckAt: Instant | null; tally: Tally }[] {
    return [...this.#seats.values()].map(({ id, state, nextCheckAt, sent }) => ({
      seat: id,
      state,
      nextCheckAt,
      tally: sent.tally(windowEndingAt(until, state.countsFrom, this.#terms), until),
    }));
  }

  #seat(id: string, firstNamedAt: Instant): Seat {
    const known = this.#seats.get(id);
    if (known !== undefined) return known;
    const seat: Seat = {
      id,
      state: NEW_SEAT,
      nextCheckAt: nextCheckAt(NEW_SEAT, firstNamedAt, this.#terms),
      sent: new SentInMails(),
      lostThrough: -Infinity,
      acknowledgeAt: null,
    };
    this.#seats.set(id, seat);
    return seat;
  }

  #send(event: InMailSent): void {
    const seat = this.#seat(event.seat, event.recordedAt);
    this.#advance(seat, event.recordedAt, false);
    const early = this.#early.get(event.inmail);
    this.#early.delete(event.inmail);
    if (event.channel !== 'inmail' || event.at <= seat.lostThrough) return;
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
      this.#advance(known.seat, event.recordedAt, false);
      settle(known.sent, event.outcome, event.at);
      return;
    }
    const early = this.#early.get(event.inmail);
    if (early !== undefined) settle(early, event.outcome, event.at);
    else if (!isSent(event.inmail)) this.#early.set(event.inmail, earlyResponse(event));
  }

  #move(
    event: Exclude<LedgerEvent, { type: 'inmail.sent' | 'inmail.responded' | 'terms.changed' }>,
    step: (state: SeatState, at: Instant) => Step,
  ): void {
    const at = event.recordedAt;
    const seat = this.#seat(event.seat, at);
    this.#advance(seat, at, FOLD_RANK[event.type] > ACKNOWLEDGED_RANK);
    this.#take(seat, step(seat.state, at), at, event.type === 'seat.opened');
  }

  #changeTerms(laid: Partial<Terms>, at: Instant): void {
    for (const seat of this.#seats.values()) this.#advance(seat, at, false);
    this.#terms = layTerms(this.#terms, laid);
    for (const seat of this.#seats.values()) {
      if (seat.state.standing !== 'good') continue;
      seat.nextCheckAt = nextCheckAt(seat.state, at, this.#terms);
    }
  }

  /** Takes over a step's state; the next check moves only when the standing or its period did. */
  #take(seat: Seat, step: Step, openFrom: Instant, isNewStart: boolean): void {
    const before = seat.state;
    seat.state = step.state;
    if (isNewStart || isCheckMoved(before, step.state))
      seat.nextCheckAt = nextCheckAt(step.state, openFrom, this.#terms);
    if (before.notice !== step.state.notice) {
      seat.acknowledgeAt = this.#acknowledgementOf(step.state.notice);
    }
    for (const change of step.changes) this.#changes.push({ ...change, seat: seat.id });
  }

  /** Each issue of a warning has its own day: that of one never closes the next. */
  #acknowledgementOf(notice: OpenNotice | null): Instant | null {
    if (notice?.type !== 'warning' || this.#acknowledgeAfterMs === null) return null;
    return notice.issuedAt + this.#acknowledgeAfterMs;
  }

  /** Makes the checks due before `before`, and what acknowledges itself before it (or at it). */
  #advance(seat: Seat, before: Instant, acknowledgesAtIt: boolean): void {
    for (;;) {
      const acknowledgeAt = seat.acknowledgeAt ?? Infinity;
      const checkAt = seat.nextCheckAt ?? Infinity;
      if (acknowledgeAt <= checkAt) {
        if (acknowledgeAt > before || (acknowledgeAt === before && !acknowledgesAtIt)) return;
        this.#acknowledgeByItself(seat, acknowledgeAt);
      } else {
        if (checkAt >= before) return;
        this.#check(seat, checkAt, before);
      }
    }
  }

  #acknowledgeByItself(seat: Seat, at: Instant): void {
    const press = { notice: 'warning', pressedAt: at, at, terms: this.#terms } as const;
    this.#take(seat, acknowledgeNotice(seat.state, press), at, false);
  }

  #check(seat: Seat, at: Instant, before: Instant): void {
    const window = windowOfCheck(seat.state, at, this.#terms);
    if (window.after < seat.lostThrough) throw new HistoryNeeded();
    if (seat.state.standing === 'good' && seat.sent.size < this.#terms.minimumVolume) {
      // No check of so few InMails is a breach, this one and all others up to the next event.
      seat.nextCheckAt = nextCheckAt(seat.state, before, this.#terms);
      return;
    }
    const tally = seat.sent.tally(window, at);
    if (tally.total >= this.#terms.minimumVolume) this.#onJudged?.(seat.id);
    this.#take(seat, checkSeat(seat.state, at, tally, this.#terms), at + 1, true);
  }

  /** Lets go of what no window can reach any more, of all seats in turn. */
  #sweepNowAndThen(now: Instant): void {
    this.#sinceSweep += 1;
    if (this.#keepsHistory || this.#sinceSweep < this.#sweepEveryEvents) return;
    this.#sinceSweep = 0;
    for (const seat of this.#seats.values()) {
      this.#advance(seat, now, false);
      const reach = seat.state.standing === 'warned' ? (seat.state.periodEndsAt ?? now) : now;
      const through = Math.min(reach, now) - daysToMs(this.#terms.windowDays);
      for (const { inmail } of seat.sent.letGo(through)) this.#active.delete(inmail);
      seat.lostThrough = Math.max(seat.lostThrough, through);
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
