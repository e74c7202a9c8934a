import { browser } from 'wxt/browser';
import { managedOf, NOTHING_MANAGED, type Managed } from '#extension/state/managed-values.ts';

/**
 * What the organisation has set for this browser. Firefox answers with an error where nothing is
 * set, and in Chromium it is empty.
 */
export async function readManaged(): Promise<Managed> {
  try {
    return managedOf(await browser.storage.managed.get());
  } catch {
    return NOTHING_MANAGED;
  }
}

/** Calls `changed` when an administrator changes it while the browser runs, until it is stopped. */
export function onManagedChange(changed: () => void): () => void {
  const heard = (_changes: unknown, area: string): void => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
