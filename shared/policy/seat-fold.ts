import { isCheckMoved, nextCheckAt, windowOfCheck } from '#shared/policy/checks.ts';
import { daysToMs, type Instant } from '#shared/policy/instant.ts';
import { SentInMails, type SentInMail } from '#shared/policy/sent-inmails.ts';
import { NEW_SEAT, type Change, type OpenNotice, type Step } from '#shared/policy/standing.ts';
import { acknowledgeNotice, checkSeat } from '#shared/policy/standing-steps.ts';
import type { Terms } from '#shared/policy/terms.ts';

/** A check reached back past what the fold had let go; fold again with `keepsHistory`. */
export class HistoryNeeded extends Error {
  override readonly name = 'HistoryNeeded';
}

/** One line of a replay. */
export type SeatChange = Change & { readonly seat: string };

/** What all seats of a fold have in common. */
export type FoldSurroundings = {
  /** In force now; the ledger changes them. */
  terms: Terms;
  /** How long after its issue a warning is acknowledged by itself; null: never. */
  readonly acknowledgeAfterMs: number | null;
  /** What has happened and nobody has taken yet, in the order it came about. */
  readonly changes: SeatChange[];
  /** Told of a seat at each check that found InMails enough to judge it by. */
  readonly onJudged: ((seat: string) => void) | undefined;
};

/** One seat of a fold: how it stands, its InMails, and what comes about by itself as time passes. */
export class SeatFold {
  readonly id: string;
  readonly sent = new SentInMails();
  readonly #around: FoldSurroundings;
  #state = NEW_SEAT;
  #nextCheckAt: Instant | null;
  /** InMails sent up to here were let go. */
  #lostThrough: Instant = -Infinity;
  /** When the open warning is acknowledged by itself; null: never, or none is open. */
  #acknowledgeAt: Instant | null = null;

  /** @param namedAt when the ledger first named the seat: it is checked from then on. */
  constructor(id: string, namedAt: Instant, around: FoldSurroundings) {
    this.id = id;
    this.#around = around;
    this.#nextCheckAt = nextCheckAt(this.#state, namedAt, around.terms);
  }

  get state() {
    return this.#state;
  }

  get nextCheckAt(): Instant | null {
    return this.#nextCheckAt;
  }

  /** Whether an InMail sent then is out of every window's reach. */
  isLost(sentAt: Instant): boolean {
    return sentAt <= this.#lostThrough;
  }

  /**
   * Takes over a step's state; the next check moves only when the standing or its period did.
   * @param openFrom the earliest instant at which a check in good standing may still fall.
   * @param isNewStart the check moves in any case, as after an opening.
   */
  take(step: Step, openFrom: Instant, isNewStart = false): void {
    const before = this.#state;
    this.#state = step.state;
    if (isNewStart || isCheckMoved(before, step.state)) {
      this.#nextCheckAt = nextCheckAt(step.state, openFrom, this.#around.terms);
    }
    if (before.notice !== step.state.notice) {
      this.#acknowledgeAt = this.#acknowledgementOf(step.state.notice);
    }
    for (const change of step.changes) this.#around.changes.push({ ...change, seat: this.id });
  }

  /** New terms came into force at `at`: they move the checks in good standing, no running period. */
  moveCheck(at: Instant): void {
    if (this.#state.standing !== 'good') return;
    this.#nextCheckAt = nextCheckAt(this.#state, at, this.#around.terms);
  }

  /**
   * Makes the checks due before `before`, and what acknowledges itself before it.
   * @param acknowledgesAtIt what acknowledges itself at `before` is included.
   */
  advance(before: Instant, acknowledgesAtIt = false): void {
    for (;;) {
      const acknowledgeAt = this.#acknowledgeAt ?? Infinity;
      const checkAt = this.#nextCheckAt ?? Infinity;
      if (acknowledgeAt <= checkAt) {
        if (acknowledgeAt > before || (acknowledgeAt === before && !acknowledgesAtIt)) return;
        this.#acknowledgeByItself(acknowledgeAt);
      } else {
        if (checkAt >= before) return;
        this.#check(checkAt, before);
      }
    }
  }

  /** Lets go of the InMails that no window can reach at `now` or later, and says which. */
  letGo(now: Instant): SentInMail[] {
    const { standing, periodEndsAt } = this.#state;
    const reach = standing === 'warned' ? (periodEndsAt ?? now) : now;
    const through = Math.min(reach, now) - daysToMs(this.#around.terms.windowDays);
    this.#lostThrough = Math.max(this.#lostThrough, through);
    return this.sent.letGo(through);
  }

  /** Each issue of a warning has its own day: that of one never closes the next. */
  #acknowledgementOf(notice: OpenNotice | null): Instant | null {
    const after = this.#around.acknowledgeAfterMs;
    return notice?.type !== 'warning' || after === null ? null : notice.issuedAt + after;
  }

  #acknowledgeByItself(at: Instant): void {
    const press = { notice: 'warning', pressedAt: at, at, terms: this.#around.terms } as const;
    this.take(acknowledgeNotice(this.#state, press), at);
  }

  #check(at: Instant, before: Instant): void {
    const { terms, onJudged } = this.#around;
    const window = windowOfCheck(this.#state, at, terms);
    if (window.after < this.#lostThrough) throw new HistoryNeeded();
    if (this.#state.standing === 'good' && this.sent.size < terms.minimumVolume) {
      // No check of so few InMails is a breach, this one and all others up to the next event.
      this.#nextCheckAt = nextCheckAt(this.#state, before, terms);
      return;
    }
    const tally = this.sent.tally(window, at);
    if (tally.total >= terms.minimumVolume) onJudged?.(this.id);
    this.take(checkSeat(this.#state, at, tally, terms), at + 1, true);
  }
}
