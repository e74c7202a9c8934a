import { useEffect, useState } from 'preact/hooks';
import { accountOf, type Credentials } from '#extension/state/credentials.ts';
import { keptSeats, type KeptSeats } from '#extension/state/kept.ts';
import { ownMessages } from '#extension/state/own-messages.ts';

const REFRESH_MS = 60_000;

/** The list as it was last kept, at once, and as fresh as the server has it; undefined until read. */
export function useSeats(credentials: Credentials): KeptSeats | null | undefined {
  const [kept, setKept] = useState<KeptSeats | null>();
  const account = accountOf(credentials);
  useEffect(() => {
    let isGone = false;
    const show = async (): Promise<void> => {
      const found = await keptSeats.read();
      if (!isGone) setKept(found?.account === account ? found : null);
    };
    const refresh = async (): Promise<void> => {
      await ownMessages.sendMessage('seatsWanted', undefined).catch(() => undefined);
      await show();
    };
    void show().then(refresh);
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [account]);
  return kept;
}
