import { browser } from 'wxt/browser';
import { CONTRACT_ASKED } from '#extension/state/contract-asked.ts';
import { wasShownIn } from '#extension/state/shown-contracts.ts';
import { RECRUITER_PAGES } from '#extension/surfaces/matches.ts';
import { hasNav } from '#extension/surfaces/nav.ts';

/** What of a contract is open, as far as it concerns ours; null where nothing is, or not known yet. */
export type Open =
  | Readonly<{ is: 'ours' }>
  | Readonly<{ is: 'another'; name: string }>
  /** The page never names one, and its tab has not named ours before: nothing is counted there. */
  | Readonly<{ is: 'unnamed' }>;

/** The contract that Recruiter was last looked at with. @param ours as it is called in Recruiter. */
export async function openContract(ours: string): Promise<Open | null> {
  try {
    const tabs = await browser.tabs.query({ url: RECRUITER_PAGES });
    const [last] = tabs.toSorted(
      (one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0),
    );
    if (last?.id === undefined || last.url === undefined) return null;
    const name: unknown = await browser.tabs.sendMessage(last.id, CONTRACT_ASKED);
    if (typeof name === 'string') return name === ours ? { is: 'ours' } : { is: 'another', name };
    if (hasNav(new URL(last.url))) return null;
    const isOurs = await wasShownIn(last.id, ours, Date.now());
    return { is: isOurs ? 'ours' : 'unnamed' };
  } catch {
    // A page from before the extension was there has nobody to answer.
    return null;
  }
}
