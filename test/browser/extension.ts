import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { Approve } from '#test/server/people.ts';
import { launchChromium, type LaunchOptions } from './chromium.ts';
import { secretsIn } from './own-database.ts';

export const BUILT_FOR_CHROMIUM = fileURLToPath(
  new URL('../../dist/extension/chrome-mv3', import.meta.url),
);

/** What the key in the manifest makes of it, on every machine. */
export const EXTENSION_ID = 'jlaajgcbamhjajfaccdncbnckfeilefh';

export type ExtensionPage = 'popup.html' | 'options.html' | 'review.html' | `team.html${string}`;

export type Extension = {
  context: BrowserContext;
  /** Opens a page of the extension in a tab of its own. */
  open(file: ExtensionPage): Promise<Page>;
  /** Connects as a person does: by the form of the options, and the approval that it leads to. */
  connect(server: string, approve: Approve): Promise<void>;
  /** Stops the worker wherever it is, as the browser may at any time. */
  killWorker(): Promise<void>;
  worker(): Promise<Worker>;
  /** The tokens that it holds, which no place but its own database has. */
  secrets(): Promise<string[]>;
  /** All that `storage.local` holds: what content scripts can read. */
  stored(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

/** The built extension in a Chromium of its own. */
export async function launchExtension(options: LaunchOptions = {}): Promise<Extension> {
  assert(existsSync(BUILT_FOR_CHROMIUM), 'build the extension first: wxt build');
  const context = await launchChromium({ ...options, extension: BUILT_FOR_CHROMIUM });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  assert.equal(new URL((await worker()).url()).host, EXTENSION_ID);
  const open = async (file: string): Promise<Page> => {
    const page = await context.newPage();
    if (file === 'popup.html') await page.setViewportSize({ width: 400, height: 600 });
    await page.goto(`chrome-extension://${EXTENSION_ID}/${file}`);
    return page;
  };
  return {
    context,
    worker,
    open,
    async connect(server, approve) {
      const page = await open('options.html');
      await page.locator('#server').fill(server);
      const opened = context.waitForEvent('page');
      await page.locator('button[type=submit]').click();
      const userCode = await page.locator('.code [aria-hidden]').textContent();
      await approve(`${server}/connect?code=${userCode}`);
      // It asks who is there, as nobody has signed in in this browser.
      await (await opened).close();
      // What the page says itself where somebody comes back to it.
      await page.evaluate(
        `chrome.runtime.sendMessage({ id: 1, type: 'approvalExpected', timestamp: 1 })`,
      );
      await page.waitForFunction(
        `chrome.storage.local.get('connection').then(({ connection }) => connection === 'live')`,
      );
      await page.close();
    },
    async killWorker() {
      const page = await open('options.html');
      const cdp = await context.newCDPSession(page);
      await cdp.send('ServiceWorker.enable');
      const stopped = new Promise<void>((resolve) => {
        cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await cdp.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await page.close();
    },
    async secrets() {
      const page = await open('options.html');
      const secrets = await secretsIn(page);
      await page.close();
      return secrets;
    },
    async stored() {
      const page = await open('options.html');
      const all: unknown = await page.evaluate('chrome.storage.local.get()');
      await page.close();
      assert(typeof all === 'object' && all !== null);
      return Object.fromEntries(Object.entries(all));
    },
    close: () => context.close(),
  };
}

/** Runs an expression where our content script runs: its own world in somebody else's page. */
export async function evaluateInContentScript(page: Page, expression: string): Promise<unknown> {
  const cdp = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${EXTENSION_ID}`) resolve(context.id);
    });
  });
  await cdp.send('Runtime.enable');
  const contextId = await found;
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
  const value: unknown = result.value;
  return value;
}

/** What a content script says to the worker, answered by what the worker made of it. */
export function tellWorker(page: Page, type: string, data: unknown): Promise<unknown> {
  const message = JSON.stringify({ id: 1, type, data, timestamp: 1 });
  return evaluateInContentScript(page, `chrome.runtime.sendMessage(${message})`);
}
