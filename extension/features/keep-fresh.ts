import { isOrphan } from '#extension/features/live.ts';
import type { Tell } from '#extension/features/tell.ts';

/** Ages, countdowns and ends of periods go on without anything changing on the page. */
const LOOK_EVERY_MS = 5_000;
/** A reading is at most so old while Recruiter is visible. */
const WANTED_EVERY_MS = 60_000;

/** Looks now and then while Recruiter can be seen, and asks for a fresh reading each minute. */
export function keepFresh(tell: Tell, lookSoon: () => void): void {
  let wantedAt = Number.NEGATIVE_INFINITY;
  const inView = (isFirst: boolean) => {
    if (document.visibilityState !== 'visible') return;
    lookSoon();
    if (isOrphan() || (!isFirst && performance.now() - wantedAt < WANTED_EVERY_MS)) return;
    wantedAt = performance.now();
    tell.inView();
  };
  document.addEventListener('visibilitychange', () => {
    inView(true);
  });
  window.addEventListener('focus', () => {
    inView(true);
  });
  // The page changes its address by script. Where this is not told, the next look finds out.
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', lookSoon);
  setInterval(() => {
    inView(false);
  }, LOOK_EVERY_MS);
  inView(true);
}
