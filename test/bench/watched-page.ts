import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

/** How long a task took, and for how much of that it had a processor. */
export type Task = { ms: number; cpuMs: number };

const MARK = 'watched-page';

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** In microseconds; of a task, the whole and what of it was on a processor. */
  dur: z.number().default(0),
  tdur: z.number().default(0),
});

function browserProtocol(page: Page): Promise<CDPSession> {
  const browser = page.context().browser();
  assert(browser !== null, 'a context of its own has its browser');
  return browser.newBrowserCDPSession();
}

/** What the browser's own trace has of some work, and the page's own mark in it. */
async function trace(page: Page, work: () => Promise<unknown>) {
  const protocol = await browserProtocol(page);
  const traced: unknown[] = [];
  protocol.on('Tracing.dataCollected', ({ value }) => traced.push(...value));
  const traceConfig = {
    includedCategories: ['blink.user_timing', 'toplevel'],
    excludedCategories: ['*'],
  };
  await protocol.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await page.evaluate(`performance.mark('${MARK}')`);
  await work();
  const complete = new Promise((done) => protocol.once('Tracing.tracingComplete', done));
  await protocol.send('Tracing.end');
  await complete;
  await protocol.detach();
  const events = z.array(eventSchema).parse(traced);
  const mark = events.find(({ name }) => name === MARK);
  assert(mark !== undefined, 'the trace has the page’s own mark');
  return { events, mark };
}

/** The tasks of a page's main thread during some work. */
export async function tasksDuring(page: Page, work: () => Promise<unknown>): Promise<Task[]> {
  const { events, mark } = await trace(page, work);
  return events
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .filter(({ name }) => name.endsWith('RunTask'))
    .map(({ dur, tdur }) => ({ ms: dur / 1000, cpuMs: tdur / 1000 }));
}

/** What the page's process has of memory to itself; null where the system does not say. */
export async function privateBytes(page: Page): Promise<number | null> {
  const { mark } = await trace(page, () => Promise.resolve());
  try {
    const text = readFileSync(`/proc/${mark.pid}/smaps_rollup`, 'utf8');
    const parts = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)];
    return 1024 * parts.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0);
  } catch {
    return null;
  }
}

/**
 * Lets the main thread of a page, and the one that throttles it, go before all else on the machine: a
 * bench has two processors for a browser that paints by them, a server and itself, and each moment
 * that the page waits for one would be taken for its own work, and throttled four times.
 * @returns false where the system does not let it.
 */
export async function goesFirst(page: Page): Promise<boolean> {
  const { mark } = await trace(page, () => Promise.resolve());
  try {
    const threads = readdirSync(`/proc/${mark.pid}/task`).filter((thread) => {
      const name = readFileSync(`/proc/${mark.pid}/task/${thread}/comm`, 'utf8');
      return Number(thread) === mark.pid || name.startsWith('CPUThrottling');
    });
    for (const thread of threads) setPriority(Number(thread), constants.priority.PRIORITY_HIGHEST);
    return true;
  } catch {
    return false;
  }
}

/** How long the page takes for some arithmetic, in milliseconds. */
export function loopMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const begunAt = performance.now();
    let sum = 0;
    for (let turn = 0; turn < 3e7; turn += 1) sum += turn % 7;
    return sum > 0 ? performance.now() - begunAt : Number.NaN;
  });
}

const heapSchema = z.object({ usedSize: z.number() });

type Asks = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>;

/** What is alive on a JavaScript heap. */
export async function heapBytes(ask: Asks): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  return heapSchema.parse(await ask('Runtime.getHeapUsage')).usedSize;
}

const receivedSchema = z.object({ id: z.number(), result: z.unknown() });

/** Asks the extension's worker, which no page's protocol reaches. */
export async function workerAsks(page: Page): Promise<Asks> {
  const protocol = await browserProtocol(page);
  const { targetInfos } = await protocol.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => {
    return type === 'service_worker' && url.startsWith(new URL('/', page.url()).href);
  });
  assert(worker !== undefined, 'the worker is awake');
  const { targetId } = worker;
  const { sessionId } = await protocol.send('Target.attachToTarget', { targetId });
  let last = 0;
  return (method) => {
    const id = (last += 1);
    const message = JSON.stringify({ id, method });
    return new Promise((resolve, reject) => {
      protocol.on('Target.receivedMessageFromTarget', (received) => {
        const answer = receivedSchema.safeParse(JSON.parse(received.message));
        if (answer.success && answer.data.id === id) resolve(answer.data.result);
      });
      protocol.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  };
}
