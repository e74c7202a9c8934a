/** Somebody who scrolls all the time waits no longer than this for what is new. */
const LONGEST_MS = 500;

/** Nothing else is to be done just now, so that whoever scrolls notices nothing of it. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
  });
}
