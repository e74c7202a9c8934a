import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { loadFresh, showKept, type TeamList } from '#extension/entrypoints/team/list/load-seats.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';

const REFRESH_MS = 60_000;

export type UsedList = {
  /** Undefined until it is known whether one was kept; null while there is none. */
  list: TeamList | null | undefined;
  /** Why the last try brought nothing; null when it did not. */
  fault: ApiFault | null;
};

/**
 * The list as it was last kept, at once, and as fresh as the server has it.
 * @param isInView it is fetched anew each time that somebody comes back to it.
 */
export function useTeamList(credentials: Credentials, isInView: boolean): UsedList {
  const [used, setUsed] = useState<UsedList>({ list: undefined, fault: null });
  const account = accountOf(credentials);
  const refreshed = useRef<() => Promise<void>>(null);
  useEffect(() => {
    if (isInView) void refreshed.current?.();
  }, [isInView]);
  useLayoutEffect(() => {
    let isGone = false;
    let isLoading = false;
    let isFresh = false;
    let shown: TeamList | null = null;
    const show = (list: TeamList): void => {
      shown = list;
      if (!isGone) setUsed((known) => ({ ...known, list }));
    };
    // The kept one and the fresh one are asked for together, and the fresh one is the newer.
    let kept: TeamList | null = null;
    void showKept(account, (list) => {
      kept = list;
      if (!isFresh) show(list);
    }).catch(() => null);
    const refresh = async (): Promise<void> => {
      if (isLoading || isGone || document.hidden) return;
      isLoading = true;
      const until = isFresh ? shown : null;
      const fault = await loadFresh(
        credentials.identity.contract.id,
        () => until ?? kept,
        (list) => {
          isFresh = true;
          show(list);
        },
      );
      isLoading = false;
      if (!isGone) setUsed(({ list }) => ({ list: list ?? null, fault }));
    };
    refreshed.current = refresh;
    void refresh();
    const onVisible = (): void => void refresh();
    document.addEventListener('visibilitychange', onVisible);
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [account]);
  return used;
}
