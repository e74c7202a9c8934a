import { readContract } from '#server/contracts/store.ts';
import { ContractUnknown } from '#server/ledger/ledger.ts';
import { listTerms } from '#server/reports/store.ts';
import { makeDueChecks, type CheckContext } from '#server/standing/checks.ts';
import type { SeatEvent } from '#server/standing/seat-fold.ts';
import { readLastSeen } from '#server/team/fleet-store.ts';
import { readStory, type JudgedChange, type SeatStory } from '#server/team/history-store.ts';
import type { Instant } from '#shared/policy/instant.ts';
import type { Mode } from '#shared/policy/rollout.ts';
import { endOfCheck } from '#shared/policy/spells.ts';
import { NEW_SEAT } from '#shared/policy/standing.ts';
import { responseRateBps } from '#shared/policy/tally.ts';
import type { Terms } from '#shared/policy/terms.ts';
import type { HistoryChange, SeatHistory } from '#shared/wire/history.ts';

type Told = Pick<SeatHistory, 'changes' | 'holders' | 'modes'>;

/** Tells a seat's past again from its beginning, to know at each step who held it and what was open. */
class Telling {
  readonly #terms: ReadonlyMap<number, Terms>;
  readonly #changes: HistoryChange[] = [];
  readonly #holders: Told['holders'] = [];
  readonly #modes: Told['modes'];
  /** Where among the changes the notice was issued that is open. */
  #open: number | null = null;
  #reason: string | null = null;

  constructor(terms: ReadonlyMap<number, Terms>, createdAt: Instant) {
    this.#terms = terms;
    this.#modes = [{ mode: NEW_SEAT.mode, since: createdAt }];
  }

  event(event: SeatEvent): void {
    const since = event.recordedAt;
    switch (event.type) {
      case 'seat.transferred':
        return this.#pass(event.to, since);
      case 'notice.acknowledged':
        return this.#acknowledge(event.notice, event.at);
      case 'standing.restored':
        this.#reason = event.reason;
        this.#open = null;
        return;
      case 'mode.changed':
        return this.#move(event.mode, since);
      case 'seat.opened':
        return;
    }
  }

  change(change: JudgedChange): void {
    const { at, cause, from, to, notice, tally, periodEndsAt, termsVersion } = change;
    // In observation a warning counts as acknowledged when it is issued, or when that begins.
    if (to === 'warned' && from === 'warning_due') this.#settle({ at, by: null });
    const terms = this.#terms.get(termsVersion);
    if (terms === undefined) throw new Error(`There are no terms of version ${termsVersion}.`);
    const { thresholdBps, minimumVolume } = terms;
    const isReleased = cause === 'check' && from !== 'good' && to === 'good' && tally !== null;
    this.#changes.push({
      at,
      cause,
      from,
      to,
      tally,
      responseRateBps: tally === null ? null : responseRateBps(tally),
      terms: { version: termsVersion, thresholdBps, minimumVolume },
      periodEndsAt,
      release: isReleased ? endOfCheck(tally, terms) : null,
      reason: cause === 'restored' ? this.#reason : null,
      holder: this.#holders[0]?.holder ?? '',
      notice,
      acknowledged: null,
    });
    if (notice !== null) this.#open = this.#changes.length - 1;
    else if (to === 'good') this.#open = null;
  }

  told(): Told {
    const changes = this.#changes.toReversed();
    return { changes, holders: this.#holders, modes: this.#modes };
  }

  #pass(holder: string, since: Instant): void {
    if (holder === this.#holders[0]?.holder) return;
    if (this.#openChange()?.notice === 'improvement_ended') this.#open = null;
    this.#holders.unshift({ holder, since });
  }

  #move(mode: Mode, since: Instant): void {
    // Leaving observation closes whatever is open; entering it settles a warning, by its change.
    if (this.#modes[0]?.mode === 'observe' && mode !== 'observe') this.#open = null;
    if (this.#modes[0]?.since === since) this.#modes.shift();
    this.#modes.unshift({ mode, since });
  }

  #openChange(): HistoryChange | undefined {
    return this.#open === null ? undefined : this.#changes[this.#open];
  }

  #acknowledge(notice: HistoryChange['notice'], at: Instant): void {
    const open = this.#openChange();
    if (open?.notice !== notice || at < open.at) return;
    this.#settle({ at, by: this.#holders[0]?.holder ?? null });
  }

  #settle(acknowledged: NonNullable<HistoryChange['acknowledged']>): void {
    const open = this.#openChange();
    if (this.#open === null || open === undefined) return;
    this.#changes[this.#open] = { ...open, acknowledged };
    this.#open = null;
  }
}

function tell({ createdAt, changes, events }: SeatStory, terms: ReadonlyMap<number, Terms>): Told {
  const telling = new Telling(terms, createdAt);
  let told = 0;
  const tellUntil = (at: Instant): void => {
    for (let event = events[told]; event !== undefined && event.recordedAt <= at;) {
      telling.event(event);
      told += 1;
      event = events[told];
    }
  };
  // A check at an instant comes after all that was recorded at it, and every other change is of an event.
  for (const change of changes) {
    tellUntil(change.at);
    telling.change(change);
  }
  tellUntil(Infinity);
  return telling.told();
}

/**
 * Everything that happened to a seat's standing, with the numbers and terms it was judged by, or
 * null where the contract has no such seat.
 * @throws ContractUnknown
 */
export async function readHistory(
  context: CheckContext,
  contractId: string,
  seat: string,
): Promise<SeatHistory | null> {
  await makeDueChecks(context, contractId);
  const asOf = context.now();
  return context.database.read(async (reader) => {
    const contract = await readContract(reader, contractId);
    if (contract === null) throw new ContractUnknown(contractId);
    const lastSeenAt = await readLastSeen(reader, contractId, seat);
    const story = await readStory(reader, contractId, seat);
    if (story === null) return null;
    const versions = await listTerms(reader, contract);
    const terms = new Map(versions.map((each, index) => [index + 1, each.terms]));
    const told = tell(story, terms);
    const holder = told.holders[0]?.holder ?? '';
    return {
      seat: { id: seat, holder },
      asOf,
      createdAt: story.createdAt,
      lastSeenAt,
      ...told,
    };
  });
}
