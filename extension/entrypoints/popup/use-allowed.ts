import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/**
 * Whether the browser lets the extension reach all of these, now and from now on: a person can take
 * it away at any time. Undefined until it is known.
 */
export function useAllowed(origins: readonly string[]): boolean | undefined {
  const [isAllowed, setAllowed] = useState<boolean>();
  const key = origins.join(' ');
  useEffect(() => {
    const look = (): void => {
      void browser.permissions.contains({ origins: key.split(' ') }).then(setAllowed);
    };
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [key]);
  return isAllowed;
}
