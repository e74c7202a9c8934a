import { createBackgroundWork, type BackgroundWork } from '#extension/state/background-work.ts';
import type { Ports } from '#extension/state/ports.ts';

/** What the worker does, on these ports; a fault that it would report is one of the test. */
export function workOn(ports: Ports): BackgroundWork {
  return createBackgroundWork(ports, (error) => {
    throw error;
  });
}
