import { HOUR_MS, type Instant } from '#shared/policy/instant.ts';
import { startDemoApi, type DemoApi } from '#test/demo/api.ts';
import { playHistory, type Callers } from '#test/demo/history.ts';
import { HISTORY_DAYS, RECRUITER_SEAT, startOfDay } from '#test/demo/sample-contract.ts';
import { openStage, type Stage } from '#test/demo/stage.ts';

export type Demo = { api: DemoApi; stage: Stage; callers: Callers };

function showProgress(part: number): void {
  if (!process.stdout.isTTY) return;
  const WIDTH = 30;
  const done = Math.round(part * WIDTH);
  const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`;
  process.stdout.write(`\r  ${bar} ${Math.round(part * 100)} %${part === 1 ? '\n' : ''}`);
}

/** A sample contract that has come to `present`, and a browser that is connected to it. */
export async function openDemo(present: Instant, headless: boolean): Promise<Demo> {
  console.log(`Living through the sample contract's last ${HISTORY_DAYS} days ...`);
  const api = await startDemoApi(startOfDay(present, HISTORY_DAYS) + HOUR_MS);
  const callers = await api.prepare();
  await playHistory(api, callers, present, showProgress);
  api.letRun();
  await api.moveTo(present);
  console.log(`The API answers on ${api.url}. Opening the browser ...`);
  const stage = await openStage({ now: api.clock, headless });
  await stage.connect(api.url, api.approverOf(RECRUITER_SEAT));
  return { api, stage, callers };
}

export async function closeDemo({ api, stage }: Demo): Promise<void> {
  await stage.close();
  await api.close();
}
