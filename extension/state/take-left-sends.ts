import { browser } from 'wxt/browser';
import { LEFT_PREFIX } from '#extension/state/left-sends.ts';

/** Hands on what pages left as they went away, and forgets each once it is kept for good. */
async function takeLeftSends(keep: (raw: unknown) => Promise<void>): Promise<void> {
  const stored = await browser.storage.local.get<Record<string, unknown>>(null);
  for (const [key, raw] of Object.entries(stored)) {
    if (!key.startsWith(LEFT_PREFIX)) continue;
    await keep(raw);
    await browser.storage.local.remove(key);
  }
}

/** Now, and whenever one is left; that wakes the worker. */
export function listenForLeftSends(
  keep: (raw: unknown) => Promise<void>,
  report: (error: unknown) => void,
): void {
  browser.storage.local.onChanged.addListener((changes) => {
    const isLeft = Object.entries(changes).some(
      ([key, { newValue }]) => key.startsWith(LEFT_PREFIX) && newValue !== undefined,
    );
    if (isLeft) takeLeftSends(keep).catch(report);
  });
  takeLeftSends(keep).catch(report);
}
