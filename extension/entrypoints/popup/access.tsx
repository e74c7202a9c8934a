import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Saying } from '#extension/entrypoints/popup/saying.tsx';
import type { Numbers } from '#shared/words/numbers.ts';
import { popupWords } from '#shared/words/popup.ts';

/** The manifest's own patterns of Recruiter, without those of servers. */
function recruiterOrigins(): string[] {
  const patterns: string[] = browser.runtime.getManifest().host_permissions ?? [];
  return patterns.filter((pattern) => pattern.includes('linkedin.com'));
}

/** Whoever takes the permission for Recruiter away sees why nothing is shown there any more. */
export function Access({ numbers }: { numbers: Numbers }) {
  const words = popupWords[numbers.language];
  const [isAllowed, setAllowed] = useState(true);
  useEffect(() => {
    void browser.permissions.contains({ origins: recruiterOrigins() }).then(setAllowed);
  }, []);
  if (isAllowed) return null;
  const ask = async (): Promise<void> => {
    setAllowed(await browser.permissions.request({ origins: recruiterOrigins() }));
  };
  return (
    <Saying title={words.noAccess} lines={[words.noAccessMeans, words.noAccessTodo]}>
      <button type="button" class="primary" onClick={() => void ask()}>
        {words.allow}
      </button>
    </Saying>
  );
}
