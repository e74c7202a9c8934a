import { z } from 'zod';
import type { Page } from '@playwright/test';
import type { Extension, ExtensionPage } from '#test/browser/extension.ts';

const ROUNDS = 7;
/** What a page goes on to do is no part of the next opening. */
const REST_MS = 1_500;

const watchedSchema = z.object({ firstRowMs: z.number().nullable() });

/** Runs in the page before anything of its own. */
function watch(selector: string): void {
  const watched: z.output<typeof watchedSchema> = { firstRowMs: null };
  Object.assign(globalThis, { watched });
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    // A task of its own after the frame: by then it was painted.
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.addEventListener('message', () => (watched.firstRowMs = performance.now()));
      painted.port1.start();
      painted.port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

async function firstRowMs(page: Page): Promise<number> {
  for (;;) {
    const { firstRowMs: ms } = watchedSchema.parse(await page.evaluate('watched'));
    if (ms !== null) return ms;
    await page.waitForTimeout(20);
  }
}

/** Empties, in a page of the extension, what was kept of the list. */
const FORGET = `new Promise((resolve) => {
  indexedDB.open('good-standing').addEventListener('success', ({ target: { result } }) => {
    const write = result.transaction('seats', 'readwrite');
    write.objectStore('seats').clear();
    write.addEventListener('complete', () => resolve(result.close()));
  });
})`;

/** Connects the browser, which was connected before. */
export type ConnectAnew = () => Promise<void>;

export type Opening = {
  file: ExtensionPage;
  /** A selector of its rows. */
  row: string;
  /** For the first time since it was connected; again; or with nothing kept, as after a fault. */
  opened: 'first' | 'again' | 'with_nothing';
};

/** Opens a page again and again. @returns from each opening until its first row had been painted, in ms. */
export async function openAgain(
  extension: Extension,
  connectAnew: ConnectAnew,
  { file, row, opened }: Opening,
) {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (opened === 'first') await connectAnew();
    const options = await extension.open('options.html');
    if (opened === 'with_nothing') await options.evaluate(FORGET);
    const page = await extension.context.newPage();
    await page.addInitScript(watch, row);
    await page.goto(new URL(file, options.url()).href);
    await options.close();
    taken.push(await firstRowMs(page));
    await page.waitForTimeout(REST_MS);
    await page.close();
  }
  return taken;
}
