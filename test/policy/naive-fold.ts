import {
  KINDS,
  type NaiveEvent,
  type NaiveMode,
  type NaiveNotice,
  type NaiveStanding,
} from '#test/policy/naive-events.ts';
import {
  compareText,
  DAY,
  iso,
  newSeat,
  type Cause,
  type Line,
  type Seat,
  type Tally,
  type Terms,
} from '#test/policy/naive-seat.ts';

const ACKNOWLEDGEMENT_RANK = KINDS.indexOf('notice.acknowledged');
const CHECK_RANK = KINDS.length;

export class World {
  terms: Terms;
  readonly lines: Line[] = [];
  readonly seats = new Map<string, Seat>();
  /** Everything recorded so far, by what a tally asks for. */
  private readonly sends = new Map<string, NaiveEvent[]>();
  private readonly responses = new Map<string, NaiveEvent[]>();
  private readonly acknowledgeAfter: number | undefined;

  constructor(terms: Terms, acknowledgeAfter: number | undefined) {
    this.terms = terms;
    this.acknowledgeAfter = acknowledgeAfter;
  }

  private gridFrom(at: number, open: boolean): number {
    const { effectiveFrom, checkHourUtc, checkEveryDays } = this.terms;
    let first = Math.floor(effectiveFrom / DAY) * DAY + checkHourUtc * 3_600_000;
    if (first < effectiveFrom) first += DAY;
    const every = checkEveryDays * DAY;
    const earliest = open ? at + 1 : at;
    let found = first + Math.max(0, Math.floor((at - first) / every)) * every;
    while (found < earliest) found += every;
    return found;
  }

  /** `after` is open behind a check made at that instant, closed behind an event. */
  private schedule(seat: Seat, at: number, after: 'check' | 'event'): void {
    const { effectiveFrom, graceDays } = this.terms;
    const ends = seat.periodEndsAt ?? Number.NaN;
    if (seat.standing === 'good') seat.checkAt = this.gridFrom(at, after === 'check');
    else if (seat.standing === 'warning_due') seat.checkAt = null;
    else if (seat.standing === 'improvement') seat.checkAt = Math.max(ends, effectiveFrom);
    else seat.checkAt = Math.max(ends + graceDays * DAY, effectiveFrom);
  }

  tally(seat: Seat, windowEnd: number, asOf: number): Tally {
    const tally = { accepted: 0, declined: 0, pending: 0, total: 0 };
    const countsFrom = seat.countsFrom ?? Number.NEGATIVE_INFINITY;
    for (const send of this.sends.get(seat.seat) ?? []) {
      if (send.type !== 'inmail.sent' || !send.counted || send.at <= countsFrom) continue;
      if (send.at <= windowEnd - this.terms.windowDays * DAY || send.at > windowEnd) continue;
      // They stand here in the order they were recorded, so the first of the earliest wins.
      let settled: NaiveEvent | null = null;
      for (const response of this.responses.get(send.inmail) ?? []) {
        if (response.at <= asOf && (settled === null || response.at < settled.at)) {
          settled = response;
        }
      }
      tally[settled?.type === 'inmail.responded' ? settled.outcome : 'pending'] += 1;
      tally.total += 1;
    }
    return tally;
  }

  private isBreach(tally: Tally): boolean {
    const { minimumVolume, thresholdBps } = this.terms;
    const answered = tally.accepted + tally.declined;
    return tally.total >= minimumVolume && answered * 10_000 < thresholdBps * tally.total;
  }

  private print(
    at: number,
    seat: Seat,
    from: NaiveStanding,
    cause: Cause,
    notice: NaiveNotice | null,
    tally: Tally | null,
  ): void {
    if (from === seat.standing && notice === null) return;
    const head = { at: iso(at), seat: seat.seat, cause, from, to: seat.standing, notice };
    const text = JSON.stringify({ ...head, tally, periodEndsAt: iso(seat.periodEndsAt) });
    this.lines.push({ at, seat: seat.seat, text });
  }

  private open(seat: Seat, name: NaiveNotice, at: number): void {
    const days = name === 'warning' ? this.acknowledgeAfter : undefined;
    const acknowledgeAt = days === undefined ? null : at + Math.round(days * DAY);
    seat.notice = { name, issuedAt: at, acknowledgeAt };
  }

  private become(seat: Seat, standing: NaiveStanding, periodEndsAt: number | null): void {
    seat.standing = standing;
    seat.periodEndsAt = periodEndsAt;
  }

  private pressContinue(seat: Seat, at: number): void {
    const wasWarning = seat.notice?.name === 'warning';
    seat.notice = null;
    if (!wasWarning || seat.standing !== 'warning_due') return;
    this.become(seat, 'warned', at + this.terms.warningDays * DAY);
    this.schedule(seat, at, 'event');
    this.print(at, seat, 'warning_due', 'acknowledged', null, null);
  }

  private check(seat: Seat, at: number): void {
    const from = seat.standing;
    const windowEnd = from === 'warned' ? (seat.periodEndsAt ?? Number.NaN) : at;
    const tally = this.tally(seat, windowEnd, at);
    const notice = this.isBreach(tally) ? this.punish(seat, at) : this.absolve(seat);
    if (notice !== null) this.open(seat, notice, at);
    this.schedule(seat, at, 'check');
    this.print(at, seat, from, 'check', notice, tally);
    if (notice === 'warning' && seat.mode === 'observe') this.pressContinue(seat, at);
  }

  private absolve(seat: Seat): NaiveNotice | null {
    const from = seat.standing;
    if (from === 'warned') seat.notice = null;
    this.become(seat, 'good', null);
    return from === 'improvement' ? 'improvement_ended' : null;
  }

  private punish(seat: Seat, at: number): NaiveNotice {
    const { warnsOnce, warningStarts, warningDays, improvementDays } = this.terms;
    const from = seat.standing;
    if (from === 'good' && (!seat.everWarned || !warnsOnce)) {
      seat.everWarned = true;
      if (warningStarts === 'acknowledgement') this.become(seat, 'warning_due', null);
      else this.become(seat, 'warned', at + warningDays * DAY);
      return 'warning';
    }
    this.become(seat, 'improvement', at + improvementDays * DAY);
    return from === 'improvement' ? 'improvement_renewed' : 'improvement_started';
  }

  private seatNamed(name: string, recordedAt: number): Seat {
    const known = this.seats.get(name);
    if (known !== undefined) return known;
    const seat = newSeat(name);
    this.schedule(seat, recordedAt, 'event');
    this.seats.set(name, seat);
    return seat;
  }

  /** Makes every check, and every CONTINUE of `--acknowledge-after`, that comes before this. */
  advance(limitAt: number, limitRank: number): void {
    for (;;) {
      let next: { at: number; rank: number; seat: Seat } | null = null;
      for (const seat of this.seats.values()) {
        const press = { at: seat.notice?.acknowledgeAt ?? null, rank: ACKNOWLEDGEMENT_RANK };
        for (const { at, rank } of [press, { at: seat.checkAt, rank: CHECK_RANK }]) {
          if (at === null || at > limitAt || (at === limitAt && rank >= limitRank)) continue;
          const isSooner = next === null || at < next.at || (at === next.at && rank < next.rank);
          if (isSooner) next = { at, rank, seat };
        }
      }
      if (next === null) return;
      if (next.rank === CHECK_RANK) this.check(next.seat, next.at);
      else this.pressContinue(next.seat, next.at);
    }
  }

  apply(event: NaiveEvent): void {
    if (event.type === 'inmail.responded') {
      this.responses.set(event.inmail, [...(this.responses.get(event.inmail) ?? []), event]);
      return;
    }
    if (event.type === 'terms.changed') {
      this.terms = { ...this.terms, ...event.terms };
      for (const seat of this.seats.values()) {
        if (seat.standing === 'good') this.schedule(seat, event.recordedAt, 'event');
      }
      return;
    }
    const seat = this.seatNamed(event.seat, event.recordedAt);
    if (event.type === 'inmail.sent') {
      const sends = this.sends.get(seat.seat) ?? [];
      sends.push(event);
      this.sends.set(seat.seat, sends);
    } else {
      this.applyToStanding(seat, event);
    }
  }

  private applyToStanding(seat: Seat, event: NaiveEvent): void {
    switch (event.type) {
      case 'seat.opened':
        return this.openSeat(seat, event);
      case 'seat.transferred':
        return this.transfer(seat, event.to, event.recordedAt);
      case 'notice.acknowledged': {
        const isOpen = seat.notice?.name === event.notice && event.at >= seat.notice.issuedAt;
        return isOpen ? this.pressContinue(seat, event.recordedAt) : undefined;
      }
      case 'standing.restored':
        seat.countsFrom = event.recordedAt;
        return this.startAnew(seat, event.recordedAt, 'restored');
      case 'mode.changed':
        return this.changeMode(seat, event.mode, event.recordedAt);
      case 'inmail.sent':
      case 'inmail.responded':
      case 'terms.changed':
        return undefined;
    }
  }

  private openSeat(seat: Seat, event: Extract<NaiveEvent, { type: 'seat.opened' }>): void {
    const from = seat.standing;
    seat.everWarned = event.everWarned;
    seat.countsFrom = event.countsFrom;
    seat.notice = null;
    this.become(seat, event.standing, event.periodEndsAt);
    if (event.notice !== null) this.open(seat, event.notice, event.recordedAt);
    this.schedule(seat, event.recordedAt, 'event');
    this.print(event.recordedAt, seat, from, 'opened', event.notice, null);
  }

  private transfer(seat: Seat, to: string, at: number): void {
    if (seat.holder === to) return;
    seat.holder = to;
    if (seat.notice?.name === 'improvement_ended') seat.notice = null;
    if (seat.notice !== null || (seat.standing === 'good' && !seat.everWarned)) return;
    this.open(seat, 'inherited', at);
    this.print(at, seat, seat.standing, 'transferred', 'inherited', null);
  }

  private startAnew(seat: Seat, at: number, cause: 'restored' | 'mode'): void {
    const from = seat.standing;
    const endsImprovement = cause === 'restored' && from === 'improvement';
    seat.everWarned = false;
    seat.notice = null;
    this.become(seat, 'good', null);
    if (endsImprovement) this.open(seat, 'improvement_ended', at);
    this.schedule(seat, at, 'event');
    this.print(at, seat, from, cause, endsImprovement ? 'improvement_ended' : null, null);
  }

  private changeMode(seat: Seat, mode: NaiveMode, at: number): void {
    const before = seat.mode;
    seat.mode = mode;
    if (before === 'observe' && mode !== 'observe') this.startAnew(seat, at, 'mode');
    if (before === 'observe' || mode !== 'observe' || seat.standing !== 'warning_due') return;
    seat.notice = null;
    this.become(seat, 'warned', at + this.terms.warningDays * DAY);
    this.schedule(seat, at, 'event');
    this.print(at, seat, 'warning_due', 'mode', null, null);
  }

  standings(until: number): string[] {
    const seats = [...this.seats.values()].toSorted((a, b) => compareText(a.seat, b.seat));
    return seats.map((seat) => {
      const tally = this.tally(seat, until, until);
      const answered = tally.accepted + tally.declined;
      return JSON.stringify({
        seat: seat.seat,
        standing: seat.standing,
        everWarned: seat.everWarned,
        periodEndsAt: iso(seat.periodEndsAt),
        nextCheckAt: iso(seat.checkAt),
        notice: seat.notice?.name ?? null,
        tally,
        responseRateBps: tally.total === 0 ? null : Math.floor((answered * 10_000) / tally.total),
      });
    });
  }
}
