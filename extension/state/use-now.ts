import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '#shared/policy/instant.ts';

const STEP_MS = 10_000;

/** This machine's clock, in steps that keep "in 3 hours" true while it is looked at. */
export function useNow(): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The server's clock as its last answer tells it: at no step of ours is it before that answer. */
export function useNowAfter(asOf: Instant, receivedAt: Instant): Instant {
  return asOf + Math.max(0, useNow() - receivedAt);
}
