/** A tab that nobody looks at paints nothing, and is waited for no longer. */
const LONGEST_MS = 200;

/** What was changed has been painted, in a task that is over. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, LONGEST_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
