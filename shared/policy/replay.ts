import { compareInFold, type LedgerEvent } from '#shared/policy/events.ts';
import { Fold } from '#shared/policy/fold.ts';
import type { SeatChange } from '#shared/policy/seat-fold.ts';
import { formatInstant, formatInstantOrNull, type Instant } from '#shared/policy/instant.ts';
import type { SeatState } from '#shared/policy/standing.ts';
import { responseRateBps, type Tally } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';

export type ReplayOptions = Readonly<{
  terms: Terms;
  /** Events recorded later are not folded; null: up to the last one recorded. */
  until: Instant | null;
  acknowledgeAfterDays: number | null;
  keepsHistory?: boolean;
  sweepEveryEvents?: number;
  onJudged?: ((seat: string) => void) | undefined;
}>;

/** How a seat stands at the end of a replay, and when it is checked next after it. */
export type SeatStanding = {
  seat: string;
  state: SeatState;
  nextCheckAt: Instant | null;
  tally: Tally;
};

/** `changes` by `at`, then seat, then as they came about; `standings` by seat. */
export type Replayed = { changes: SeatChange[]; standings: SeatStanding[] };

/** Thrown when an event was recorded before one that is folded already: sort, and replay again. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder';
}

/**
 * Replays kept events that come by `recordedAt`; those of one instant may come in any order.
 * @throws OutOfOrder, and HistoryNeeded (see `Fold`).
 */
export class Replay {
  readonly #fold: Fold;
  readonly #until: Instant | null;
  readonly #isSent: (inmail: string) => boolean;
  #instant: LedgerEvent[] = [];
  /** InMails answered in this instant that were sent by a line before the response. */
  readonly #sentBefore = new Set<string>();
  #lastRecordedAt: Instant | null = null;

  constructor(options: ReplayOptions, isSent: (inmail: string) => boolean) {
    this.#fold = new Fold(options);
    this.#until = options.until;
    this.#isSent = isSent;
  }

  add(event: LedgerEvent): void {
    if (this.#until !== null && event.recordedAt > this.#until) return;
    if (this.#lastRecordedAt !== null && event.recordedAt !== this.#lastRecordedAt) {
      if (event.recordedAt < this.#lastRecordedAt) throw new OutOfOrder();
      this.#foldInstant();
    }
    this.#lastRecordedAt = event.recordedAt;
    if (event.type === 'inmail.responded') this.#noteWhetherSent(event.inmail);
    this.#instant.push(event);
  }

  finish(): Replayed {
    this.#foldInstant();
    const until = this.#until ?? this.#lastRecordedAt;
    if (until === null) return { changes: [], standings: [] };
    this.#fold.finish(until);
    return {
      changes: this.#fold
        .takeChanges()
        .sort((one, other) => one.at - other.at || compare(one.seat, other.seat)),
      standings: this.#fold.seats(until).sort((one, other) => compare(one.seat, other.seat)),
    };
  }

  /** Asked now: when the instant is folded, a send of the next one is known already. */
  #noteWhetherSent(inmail: string): void {
    if (!this.#fold.holds(inmail) && this.#isSent(inmail)) this.#sentBefore.add(inmail);
  }

  #foldInstant(): void {
    if (this.#instant.length > 1) this.#instant.sort(compareInFold);
    for (const event of this.#instant) {
      this.#fold.apply(event, (inmail) => this.#sentBefore.has(inmail));
    }
    this.#instant = [];
    this.#sentBefore.clear();
  }
}

/** Replays kept events in any order, given in the order received. */
export function replayEvents(events: readonly LedgerEvent[], options: ReplayOptions): Replayed {
  const replay = new Replay({ ...options, keepsHistory: true }, () => false);
  for (const event of events.toSorted(compareInFold)) replay.add(event);
  return replay.finish();
}

/** By UTF-16 code units, as JavaScript compares strings. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** One line of `replay`, as the interchange format writes it. */
export function formatChange(change: SeatChange): string {
  const { seat, cause, from, to, notice, tally } = change;
  return JSON.stringify({
    at: formatInstant(change.at),
    seat,
    cause,
    from,
    to,
    notice,
    tally: tally === null ? null : tallyForJson(tally),
    periodEndsAt: formatInstantOrNull(change.periodEndsAt),
  });
}

/** One line of `replay --standings`. */
export function formatStanding({ seat, state, nextCheckAt, tally }: SeatStanding): string {
  return JSON.stringify({
    seat,
    standing: state.standing,
    everWarned: state.everWarned,
    periodEndsAt: formatInstantOrNull(state.periodEndsAt),
    nextCheckAt: formatInstantOrNull(nextCheckAt),
    notice: state.notice?.type ?? null,
    tally: tallyForJson(tally),
    responseRateBps: responseRateBps(tally),
  });
}

function tallyForJson({ accepted, declined, pending, total }: Tally): Tally {
  return { accepted, declined, pending, total };
}
