import type { Contract } from '#server/contracts/store.ts';
import type { Instant } from '#shared/policy/instant.ts';

export type Source = Contract['source'];
/** InMails sent up to `at` are the source's before, later ones the source's after. */
export type SourceChange = Readonly<{ at: Instant; before: Source; after: Source }>;

/**
 * The source whose InMail it is that was sent at `sentAt`: the one that kept the ledger then. So
 * each InMail has one source, in whatever order the sources report it, and however late.
 * @param changes in their order.
 */
export function sourceAt(
  { source }: Contract,
  changes: readonly SourceChange[],
  sentAt: Instant,
): Source {
  return changes.find(({ at }) => sentAt <= at)?.before ?? source;
}

/** True where the source kept the ledger at some time before `at`, so that it may know of answers. */
export function hasKept(
  contract: Contract,
  changes: readonly SourceChange[],
  source: Source,
  at: Instant,
): boolean {
  const first = changes[0]?.before ?? contract.source;
  return first === source || changes.some((each) => each.after === source && each.at < at);
}

/**
 * Whom a program's token speaks for. One that does not say so is the feed, or the import where the
 * contract never had a feed.
 */
export function reporterOf(
  contract: Contract,
  changes: readonly SourceChange[],
  said: Source | undefined,
): Source {
  if (said !== undefined) return said;
  return hasKept(contract, changes, 'feed', Infinity) ? 'feed' : 'import';
}
