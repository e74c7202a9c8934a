import { useLayoutEffect, useState } from 'preact/hooks';
import { askForSeats } from '#extension/entrypoints/team/list/ask-seats.ts';
import type { ApiFault } from '#extension/state/api-client.ts';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { HEAD } from '#extension/state/first-rows.ts';
import { keptSeats, type KeptSeats } from '#extension/state/kept.ts';

const REFRESH_MS = 60_000;

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
