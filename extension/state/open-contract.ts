import { browser } from 'wxt/browser';
import { CONTRACT_ASKED } from '#extension/state/contract-asked.ts';
import { RECRUITER_PAGES } from '#extension/surfaces/matches.ts';

/** The contract that Recruiter was last looked at with; null where it is not open or does not say. */
export async function openContract(): Promise<string | null> {
  try {
    const tabs = await browser.tabs.query({ url: RECRUITER_PAGES });
    const [last] = tabs.toSorted(
      (one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0),
    );
    if (last?.id === undefined) return null;
    const answer: unknown = await browser.tabs.sendMessage(last.id, CONTRACT_ASKED);
    return typeof answer === 'string' ? answer : null;
  } catch {
    // A page from before the extension was there has nobody to answer.
    return null;
  }
}
