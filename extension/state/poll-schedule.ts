import { browser } from 'wxt/browser';
import type { Instant } from '#shared/policy/instant.ts';

const POLL_ALARM = 'poll';
/** The browser keeps no alarm that is sooner. */
const SOONEST_ALARM_MS = 30_000;

/**
 * Calls `poll` at an instant: by a timer, which is exact and ends with the worker, and by an alarm
 * for a worker that was stopped before. Whoever listens to alarms calls `poll` at any of them.
 */
export function createPollSchedule(poll: () => void): (at: Instant | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (at) => {
    clearTimeout(timer);
    if (at === null) {
      void browser.alarms.clear(POLL_ALARM);
      return;
    }
    const waitMs = Math.max(0, at - Date.now());
    timer = setTimeout(poll, waitMs);
    const when = Date.now() + Math.max(SOONEST_ALARM_MS, waitMs);
    void browser.alarms.create(POLL_ALARM, { when });
  };
}
