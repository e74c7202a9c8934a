/** Long enough to cost a page that never rests little, and short of what anyone would notice. */
const WAIT_MS = 122;
/** Attributes whose change can move or unmark something of ours. */
const ATTRIBUTES = ['aria-disabled', 'class', 'content', 'disabled', 'hidden', 'href', 'open'];

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
};

/**
 * Calls `look` soon after anything on the page changed. One observer for everything, which rests
 * while we wait: a page that changes all the time costs eight looks a second at the most, a quiet one
 * nothing.
 */
export function watchPage(
  roots: () => readonly Node[],
  look: () => void,
): { lookSoon(): void; stop(): void } {
  let waiting: number | undefined;
  let isStopped = false;
  const observer = new MutationObserver(() => {
    lookSoon();
  });
  const observe = () => {
    // A document and not what is in it, as a page may bring another root.
    for (const root of roots()) observer.observe(root, OBSERVED);
  };
  const lookSoon = () => {
    if (waiting !== undefined || isStopped) return;
    observer.disconnect();
    waiting = window.setTimeout(() => {
      waiting = undefined;
      try {
        look();
      } finally {
        // What we changed ourselves is nothing to look at again.
        if (!isStopped) observe();
      }
    }, WAIT_MS);
  };
  observe();
  lookSoon();
  return {
    lookSoon,
    stop() {
      isStopped = true;
      observer.disconnect();
      window.clearTimeout(waiting);
    },
  };
}
