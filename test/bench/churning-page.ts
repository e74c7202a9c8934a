import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type { Bench, Limited } from '#test/bench/bench.ts';
import { CHURN, churningDocument, type Churned } from '#test/bench/churning-document.ts';
import { idleExtension } from '#test/bench/idle-extension.ts';
import { startBench } from '#test/browser/bench.ts';
import { launchChromium } from '#test/browser/chromium.ts';
import { BUILT_FOR_CHROMIUM } from '#test/browser/extension.ts';
import { paused } from '#test/browser/readings.ts';
import { DEFAULT_SETTINGS } from '#test/recruiter/settings.ts';

const ROUNDS = 3;
const ADDRESS = 'https://www.linkedin.com/talent/search?churning';
const MOST_SHARE = 0.01;
const MOST_MARKED_MS = 150;

type Watched = 'none' | 'idle' | 'ours';
type Measured = Churned & { scriptMs: number };

function isChurned(value: unknown): value is Churned {
  return typeof value === 'object' && value !== null && 'markedAfterMs' in value;
}

async function scriptMsOf(page: Page): Promise<() => Promise<number>> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Performance.enable');
  return async () => {
    const { metrics } = await protocol.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
  };
}

/** A tab in front of the document, come to rest, and then the churning and nothing else. */
async function measure(context: BrowserContext): Promise<Measured> {
  const page = await context.newPage();
  const body = churningDocument(DEFAULT_SETTINGS.contractName);
  await page.route(ADDRESS, (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto(ADDRESS);
  await page.waitForTimeout(1_500);
  const scriptMs = await scriptMsOf(page);
  const before = await scriptMs();
  const churned: unknown = await page.evaluate('churn()');
  if (!isChurned(churned)) throw new Error('The page has not churned.');
  return { ...churned, scriptMs: (await scriptMs()) - before };
}

async function measureWith(watched: Watched): Promise<Measured> {
  if (watched === 'ours') {
    const bench = await startBench();
    await bench.store({ reading: paused() });
    const measured = await measure(bench.context);
    await bench.close();
    return measured;
  }
  const extension = watched === 'idle' ? idleExtension(BUILT_FOR_CHROMIUM) : undefined;
  const context = await launchChromium(extension === undefined ? {} : { extension });
  const measured = await measure(context);
  await context.close();
  if (extension !== undefined) rmSync(extension, { recursive: true, force: true });
  return measured;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

const whole = (value: number): string => value.toFixed(0);

function linesOf(rounds: Readonly<Record<Watched, readonly Measured[]>>): (string | Limited)[] {
  const median = (watched: Watched, of: (measured: Measured) => number) =>
    quantile(rounds[watched].map(of), 0.5);
  const script = (watched: Watched) => median(watched, ({ scriptMs }) => scriptMs);
  const [none, idle, ours] = [script('none'), script('idle'), script('ours')];
  const tookMs = median('ours', (measured) => measured.tookMs);
  const share = (ours - idle) / tookMs;
  const marked = rounds.ours.flatMap(({ markedAfterMs }) => markedAfterMs);
  const after = marked.flatMap((ms) => ms ?? []);
  const markedP95 = quantile(after, 0.95);
  const each = (watched: Watched) =>
    rounds[watched].map(({ scriptMs }) => whole(scriptMs)).join(' ');
  return [
    `script on the main thread in ${whole(tookMs)} ms, medians of ${ROUNDS} rounds:`,
    `  no extension     ${whole(none)} ms   (${each('none')})`,
    `  an idle one      ${whole(idle)} ms   (${each('idle')})`,
    `  Good Standing    ${whole(ours)} ms   (${each('ours')})`,
    {
      says: `above the idle floor: ${whole(ours - idle)} ms, ${(100 * share).toFixed(2)} % of the time (at most ${100 * MOST_SHARE} %)`,
      isHeld: share <= MOST_SHARE,
    },
    `above no extension: ${whole(ours - none)} ms, ${((100 * (ours - none)) / tookMs).toFixed(2)} %`,
    {
      says: `from a bulk control’s appearing to its mark: p50 ${whole(quantile(after, 0.5))} ms, p95 ${whole(markedP95)} ms, most ${whole(quantile(after, 1))} ms (p95 at most ${MOST_MARKED_MS} ms); ${after.length} of ${marked.length} marked`,
      isHeld: markedP95 <= MOST_MARKED_MS,
    },
  ];
}

/** What the extension costs a page that never comes to rest, and how soon it marks what it holds. */
export const churningPage: Bench = {
  name: 'churning-page',
  about: `${CHURN.elements} elements, ${(CHURN.changesATick * 1_000) / CHURN.everyMs} changes a second for ${(CHURN.ticks * CHURN.everyMs) / 1_000} s`,
  async run() {
    const rounds: Record<Watched, Measured[]> = { none: [], idle: [], ours: [] };
    const order: readonly Watched[] = ['none', 'idle', 'ours'];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Turned round each time, so that a machine that grows slower is no one's fault.
      for (const watched of round % 2 === 0 ? order : order.toReversed()) {
        rounds[watched].push(await measureWith(watched));
      }
    }
    return linesOf(rounds);
  },
};
