import { browser } from 'wxt/browser';
import type { Instant } from '#shared/policy/instant.ts';

/** The contract that a page of a tab named last, and when. */
export type ShownContract = { name: string; at: Instant };

const PREFIX = 'shown-';
/** Long enough for a visit to pages that name none, and short of another day's work. */
const MOST_AGE_MS = 30 * 60_000;

type Items = Record<string, ShownContract | undefined>;

/**
 * Whether a page that names no contract is of this one: a page of the same tab named it within half
 * an hour, and none of another tab has named another, as they share whom Recruiter takes them for.
 * @param shown by tab.
 */
export function isShownIn(
  tab: string,
  name: string,
  shown: ReadonlyMap<string, ShownContract>,
  now: Instant,
): boolean {
  const recent = [...shown].filter(([, { at }]) => now - at < MOST_AGE_MS);
  return recent.some(([of]) => of === tab) && recent.every(([, each]) => each.name === name);
}

// In the browser's memory, which ends with it and which no content script can reach.
async function readShown(): Promise<Map<string, ShownContract>> {
  const items = await browser.storage.session.get<Items>(null);
  return new Map(
    Object.entries(items).flatMap(([key, shown]) =>
      key.startsWith(PREFIX) && shown !== undefined ? [[key.slice(PREFIX.length), shown]] : [],
    ),
  );
}

/** Remembers what a page of a tab names, and forgets what is too old to say anything. */
export async function rememberShown(tab: number, name: string, now: Instant): Promise<void> {
  // One item a tab, so that two of them cannot overwrite each other's.
  await browser.storage.session.set({ [PREFIX + tab]: { name, at: now } });
  const old = [...(await readShown())].filter(([, { at }]) => now - at >= MOST_AGE_MS);
  await browser.storage.session.remove(old.map(([of]) => PREFIX + of));
}

/** The same of what is remembered now. */
export async function wasShownIn(tab: number, name: string, now: Instant): Promise<boolean> {
  return isShownIn(String(tab), name, await readShown(), now);
}
