import { pageSaysSchema } from '#extension/state/message-schemas.ts';
import { rememberShown, wasShownIn } from '#extension/state/shown-contracts.ts';
import { storedReading } from '#extension/state/stored.ts';
import { hasNav, plainName } from '#extension/surfaces/nav.ts';
import type { Instant } from '#shared/policy/instant.ts';

/** More than any contract is called, should a page try to fill the memory. */
const MOST_NAME = 500;

/**
 * What happens on a page that never names a contract is ours where its tab has named ours before. On one
 * that does, its script has compared the names.
 * @throws where that is not known. The page may name it a moment later, and tells it again.
 */
export async function requireOurs(message: unknown, now: Instant): Promise<void> {
  const { contract, sender } = pageSaysSchema.parse(message);
  if (contract !== null) return;
  // The tab may have gone on to another contract, which its navigation is about to name.
  if (hasNav(new URL(sender.url))) throw new Error('This page has not named its contract yet.');
  const stored = await storedReading.getValue();
  const ours = stored === null ? null : plainName(stored.reading.contract.name);
  const isOurs = ours !== null && (await wasShownIn(sender.tab.id, ours, now));
  if (!isOurs) throw new Error('This page names no contract, and its tab has not named ours.');
}

/** The next page of the tab may name none. */
export async function rememberContract(message: unknown, now: Instant): Promise<void> {
  const { contract = null, sender } = pageSaysSchema.parse(message);
  if (contract === null) return;
  await rememberShown(sender.tab.id, contract.slice(0, MOST_NAME), now);
}
