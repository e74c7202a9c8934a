import { useLayoutEffect, useState } from 'preact/hooks';
import { askForSeats } from '#extension/entrypoints/team/list/ask-seats.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { keptSeats, type KeptSeats } from '#extension/state/kept.ts';

const REFRESH_MS = 60_000;
/** The popup shows who is at risk soonest; the team page has everybody. */
export const HEAD = { limit: 6, after: null, page: 'head' } as const;

type UsedHead = { kept: KeptSeats | null | undefined; fault: ApiFault | null };

/**
 * The head of the list as it was last kept, at once, and as fresh as the server has it: both are
 * asked for together.
 */
export function useHead(credentials: Credentials): UsedHead {
  const [used, setUsed] = useState<UsedHead>({ kept: undefined, fault: null });
  const account = accountOf(credentials);
  useLayoutEffect(() => {
    let isGone = false;
    const showKept = async (): Promise<void> => {
      const found = await keptSeats.read('head');
      if (isGone || found?.account !== account) return;
      // What has come meanwhile is newer.
      setUsed(({ kept, fault }) => ({ kept: kept ?? found, fault }));
    };
    const refresh = async (): Promise<void> => {
      const outcome = await askForSeats(HEAD, credentials.identity.contract.id);
      if (isGone) return;
      setUsed(({ kept }) =>
        outcome.ok
          ? { kept: { account, list: outcome.value, receivedAt: Date.now() }, fault: null }
          : { kept: kept ?? null, fault: outcome.fault },
      );
    };
    void showKept();
    void refresh();
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [account]);
  return used;
}
