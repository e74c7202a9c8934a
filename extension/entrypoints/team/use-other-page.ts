import { useEffect, useState } from 'preact/hooks';
import type { OtherPage } from '#extension/entrypoints/team/other-page.tsx';

/** @param isWanted read at once, or when there are rows already. @returns null until it is read. */
export function useOtherPage(isWanted: boolean): typeof OtherPage | null {
  const [page, setPage] = useState<typeof OtherPage | null>(null);
  useEffect(() => {
    if (!isWanted || page !== null) return;
    void import('#extension/entrypoints/team/other-page.tsx').then((read) =>
      setPage(() => read.OtherPage),
    );
  }, [isWanted]);
  return page;
}
