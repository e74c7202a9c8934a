import type { Instant } from '#shared/policy/instant.ts';

/** An InMail that the overlay saw leave, with what may tell which answer is its own. */
export type Candidate = {
  inmail: string;
  sentAt: Instant;
  recipient: string | null;
  nameHash: string | null;
  conversation: string | null;
  isPending: boolean;
  /** The ledger holds it; otherwise another source keeps the ledger, and it is provisional. */
  isInLedger: boolean;
};

export type Sighting = { at: Instant; recipient: string; conversation: string | null };

/** The newest that waits for its answer; where none does, the newest, whose state was seen again. */
function newest(candidates: readonly Candidate[]): Candidate | null {
  const waiting = candidates.filter(({ isPending }) => isPending);
  const of = waiting.length > 0 ? waiting : candidates;
  return of.reduce<Candidate | null>(
    (best, each) => (best === null || each.sentAt > best.sentAt ? each : best),
    null,
  );
}

/** What is certain goes first, as it may leave a name to one person. */
export const WAYS = ['by_identity', 'by_name'] as const;
export type Way = (typeof WAYS)[number];

/**
 * The InMail that an answer in the inbox belongs to, or null where that would be a guess.
 *
 * A conversation belongs to one InMail once it is known, and neither takes part in anything else.
 * A member is one person. A name may be several people's: as soon as InMails to more than one of
 * them bear it, it decides nothing.
 */
export function matchOf(
  sighting: Sighting,
  candidates: readonly Candidate[],
  way: Way,
): Candidate | null {
  const { at, recipient, conversation } = sighting;
  const before = candidates.filter(({ sentAt }) => sentAt < at);
  if (conversation !== null) {
    const linked = before.filter((each) => each.conversation === conversation);
    if (linked.length > 0) return newest(linked);
  }
  const free = before.filter((each) => conversation === null || each.conversation === null);
  const toMember = free.filter((each) => each.recipient === recipient);
  if (toMember.length > 0) return newest(toMember);
  if (way === 'by_identity') return null;
  const toName = free.filter((each) => each.nameHash === recipient);
  const people = new Set(toName.map((each) => each.recipient ?? `inmail ${each.inmail}`));
  return people.size === 1 ? newest(toName) : null;
}
