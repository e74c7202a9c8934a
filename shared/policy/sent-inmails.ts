import type { Response } from '#shared/policy/events.ts';
import type { Instant } from '#shared/policy/instant.ts';
import { tallyOf, type Tally, type Window } from '#shared/policy/tally.ts';

/** One counted InMail with the earliest response known so far. */
export type SentInMail = {
  inmail: string;
  sentAt: Instant;
  respondedAt: Instant | null;
  outcome: Response | null;
};

/** The earliest response settles an InMail; of two at one instant, the one recorded first. */
export function settle(sent: SentInMail, outcome: Response, respondedAt: Instant): void {
  if (sent.respondedAt !== null && sent.respondedAt <= respondedAt) return;
  sent.outcome = outcome;
  sent.respondedAt = respondedAt;
}

/** The counted InMails of one seat in the order of sending; old ones can be let go. */
export class SentInMails {
  #sent: SentInMail[] = [];

  get size(): number {
    return this.#sent.length;
  }

  add(sent: SentInMail): void {
    const last = this.#sent.at(-1);
    if (last === undefined || last.sentAt <= sent.sentAt) this.#sent.push(sent);
    else this.#sent.splice(this.#firstAfter(sent.sentAt), 0, sent);
  }

  /** The tally of a window, with the outcomes known so far whose response is not after `knownAt`. */
  tally(window: Window, knownAt: Instant): Tally {
    let accepted = 0;
    let declined = 0;
    const first = this.#firstAfter(window.after);
    const end = this.#firstAfter(window.through);
    for (let index = first; index < end; index += 1) {
      const sent = this.#sent[index];
      const isKnown =
        sent !== undefined && sent.respondedAt !== null && sent.respondedAt <= knownAt;
      if (isKnown && sent.outcome === 'accepted') accepted += 1;
      else if (isKnown) declined += 1;
    }
    const total = Math.max(0, end - first);
    return tallyOf(accepted, declined, total - accepted - declined);
  }

  /** Lets go of the InMails sent up to `through`, and says which they were. */
  letGo(through: Instant): SentInMail[] {
    const end = this.#firstAfter(through);
    return end === 0 ? [] : this.#sent.splice(0, end);
  }

  /** Index of the first InMail sent after `instant`. */
  #firstAfter(instant: Instant): number {
    let low = 0;
    let high = this.#sent.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const sentAt = this.#sent[middle]?.sentAt ?? Infinity;
      if (sentAt <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
