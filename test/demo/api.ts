import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Instant } from '#shared/policy/instant.ts';
import type { Call } from '#test/demo/api-calls.ts';
import type { Bearer } from '#test/demo/api-caller.ts';
import type { Callers } from '#test/demo/history.ts';
import type { Approve } from '#test/server/people.ts';

export type DemoApi = {
  url: string;
  /** The API's own time. */
  clock: () => Instant;
  /** Sets its clock, and makes the checks that are due by then. */
  moveTo(at: Instant): Promise<void>;
  /** From now on its clock runs by itself. */
  letRun(): void;
  /** Creates the contract, its seats and its people. */
  prepare(): Promise<Callers>;
  /** What a seat's recruiter, or the `lead`, answers a device that asks. */
  approverOf(who: string): Approve;
  close(): Promise<void>;
};

const replySchema = z.object({ id: z.int(), value: z.unknown(), error: z.string().optional() });

/** Calls over the process's own channel, each answered once. */
function caller(child: ChildProcess): (call: Call) => Promise<unknown> {
  let lastId = 0;
  return (call) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      const listen = (raw: unknown): void => {
        const reply = replySchema.parse(raw);
        if (reply.id !== id) return;
        child.off('message', listen);
        if (reply.error === undefined) resolve(reply.value);
        else reject(new Error(reply.error));
      };
      child.on('message', listen);
      child.send({ id, call });
    });
}

/** Starts the API on a fresh database of its own, with its clock standing at `at`. */
export async function startDemoApi(at: Instant): Promise<DemoApi> {
  const folder = await mkdtemp(join(tmpdir(), 'good-standing-demo-'));
  const child = fork(fileURLToPath(new URL('api-process.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const call = caller(child);
  const databaseUrl = pathToFileURL(join(folder, 'demo.db')).href;
  const url = z.string().parse(await call({ do: 'open', databaseUrl, at }));
  let clock = { at, since: Date.now(), isRunning: false };
  const bearerOf =
    (who: string): Bearer =>
    async () =>
      z.string().parse(await call({ do: 'bearer', who }));
  const now = (): Instant => clock.at + (clock.isRunning ? Date.now() - clock.since : 0);
  return {
    url,
    clock: now,
    letRun: () => {
      clock = { at: now(), since: Date.now(), isRunning: true };
    },
    moveTo: async (to) => {
      clock = { at: to, since: Date.now(), isRunning: clock.isRunning };
      await call({ do: 'move', at: to, isRunning: clock.isRunning });
    },
    prepare: async () => {
      await call({ do: 'prepare' });
      return { lead: bearerOf('lead'), feed: bearerOf('feed'), recruiter: bearerOf };
    },
    approverOf: (who) => async (verificationUrl) => {
      await call({ do: 'approve', verificationUrl, who });
    },
    close: async () => {
      await call({ do: 'close' });
      child.disconnect();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
