import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ApiFault, ApiOutcome } from '#extension/state/api-client.ts';

const REFRESH_MS = 60_000;

export type Asked<Value> = {
  /** Null until it is here; what was here stays while a later try brings nothing. */
  value: Value | null;
  fault: ApiFault | null;
  askAgain: () => void;
};

/**
 * What the server answers, asked anew every minute while the page is looked at.
 * @param key names what is asked: for another one what was here is no answer.
 */
export function useAsked<Value>(key: string, ask: () => Promise<ApiOutcome<Value>>): Asked<Value> {
  const [answered, setAnswered] = useState<Omit<Asked<Value>, 'askAgain'> & { key: string }>({
    key,
    value: null,
    fault: null,
  });
  const run = useCallback(async (): Promise<void> => {
    const outcome = await ask().catch(() => ({ ok: false, fault: { code: 'offline' } }) as const);
    setAnswered((known) => {
      const before = known.key === key ? known.value : null;
      return outcome.ok
        ? { key, value: outcome.value, fault: null }
        : { key, value: before, fault: outcome.fault };
    });
  }, [key]);
  useEffect(() => {
    void run();
    const timer = setInterval(() => {
      if (!document.hidden) void run();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [run]);
  const isOfKey = answered.key === key;
  return {
    value: isOfKey ? answered.value : null,
    fault: isOfKey ? answered.fault : null,
    askAgain: () => void run(),
  };
}
