import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { RECRUITER_PAGES } from '#extension/surfaces/matches.ts';
import { startStandIn, type StandIn } from '../recruiter/server.ts';
import { CONTRACT_NAME, startApi, type TestApi } from './api.ts';
import { launchFirefox, type Firefox } from './firefox.ts';
import { secretsIn } from './own-database.ts';

let api: TestApi;
let standIn: StandIn;
let firefox: Firefox;

const MESSAGE = 'button[data-test-action="send-message"]';
const SELECT_ALL = '[data-live-test-select-all] input';

/** All that stands in our own places in the page, joined. */
const OVERLAY_TEXT = `[...document.querySelectorAll('good-standing')]
  .map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join(' ')`;

/** Of all tabs the one that shows the approval page. */
async function approvalTab(): Promise<Page> {
  const found = await firefox.browser.waitForTarget((target) => target.url().startsWith(api.url));
  const page = await found.page();
  if (page === null) throw new Error('The approval page is in no tab.');
  return page;
}

async function connect(): Promise<void> {
  const page = await firefox.openOwn('options.html');
  await page.waitForSelector('#server');
  await page.$eval('#server', (input) => {
    if (input instanceof HTMLInputElement) input.value = '';
  });
  await page.type('#server', api.url);
  await page.click('button[type=submit]');
  const code = await page.waitForSelector('.code [aria-hidden]');
  const userCode = await code?.evaluate((shown) => shown.textContent);
  await api.approve.recruiter(`${api.url}/connect?code=${userCode}`);
  await (await approvalTab()).close();
  await page.evaluate(
    `browser.runtime.sendMessage({ id: 1, type: 'approvalExpected', timestamp: 1 })`,
  );
  await page.waitForSelector('[role=status] .who');
  await page.close();
}

async function openSearch(): Promise<Page> {
  const page = await firefox.browser.newPage();
  await page.goto(`${standIn.origin}/talent/search?searchContextId=1&searchHistoryId=2&start=0`);
  await page.waitForSelector(SELECT_ALL);
  return page;
}

test.beforeEach(async () => {
  api = await startApi({ mode: 'enforce' });
  standIn = await startStandIn({ now: () => api.now(), contractName: CONTRACT_NAME });
  firefox = await launchFirefox(standIn.port);
});

test.afterEach(async () => {
  await firefox.close();
  await standIn.close();
  await api.close();
});

test('in Firefox it connects, shows the standing in Recruiter, and holds bulk sends back', async () => {
  await api.pause();
  await connect();
  const page = await openSearch();
  await expect.poll(() => page.evaluate(OVERLAY_TEXT)).toContain('Bulk paused');
  await page.click(SELECT_ALL);
  await page.waitForSelector(MESSAGE);
  await page.click(MESSAGE);
  await page.focus(MESSAGE);
  await page.keyboard.press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await page.$('.messaging-composer')).toBeNull();
  expect(standIn.sent()).toEqual([]);
});

test('in Firefox the same press goes through while nothing is paused', async () => {
  await connect();
  const page = await openSearch();
  await page.click(SELECT_ALL);
  await page.waitForSelector(MESSAGE);
  await page.click(MESSAGE);
  await page.waitForSelector('.messaging-composer');
});

test('in Firefox the popup shows the card', async () => {
  await api.warn();
  await connect();
  const popup = await firefox.openOwn('popup.html');
  await expect.poll(() => popup.evaluate('document.body.textContent')).toContain('Robin Ellery');
  expect(await popup.evaluate('document.body.textContent')).toContain('Notice to read');
  await popup.screenshot({ path: test.info().outputPath('popup.png') });
  const kept: unknown = await popup.evaluate('browser.storage.local.get().then(JSON.stringify)');
  const secrets = await secretsIn(popup);
  expect(secrets).toHaveLength(2);
  for (const secret of secrets) expect(kept).not.toContain(secret);
});

test('in Firefox the popup says which access was taken away, and asks for it again', async () => {
  await connect();
  const popup = await firefox.openOwn('popup.html');
  const text = (): Promise<unknown> => popup.evaluate('document.body.textContent');
  const allow = async (name: string): Promise<void> => {
    await popup.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  };
  await expect.poll(text).toContain('Robin Ellery');
  expect(await text()).not.toContain('No access');
  await firefox.takeAway(RECRUITER_PAGES);
  await expect.poll(text).toContain('The browser keeps the extension out of Recruiter');
  await popup.screenshot({ path: test.info().outputPath('no-access-to-recruiter.png') });
  await allow('Allow');
  await expect.poll(text).not.toContain('No access');
  await firefox.takeAway(['http://127.0.0.1/*']);
  await expect.poll(text).toContain('No access to the server');
  await popup.screenshot({ path: test.info().outputPath('no-access-to-the-server.png') });
  await allow('Allow the server');
  await expect.poll(text).not.toContain('No access');
});

test('in Firefox the clipboard counts after its tab has named the contract, and not before', async () => {
  await connect();
  const page = await firefox.browser.newPage();
  const sendFromClipboard = async (): Promise<void> => {
    await page.goto(`${standIn.origin}/recruiter/smartsearch/clipboard`);
    await (await page.waitForSelector('[data-tracking-control-name="selectAllBtn"]'))?.click();
    await page.click('#project-bulk-action');
    await page.waitForSelector('.compose-textarea__textarea');
    await page.type('.compose-textarea__textarea', 'Hello');
    const before = standIn.sent().length;
    await page.locator('button.compose-actions__submit-button').click();
    await expect.poll(() => standIn.sent().length).toBe(before + 1);
  };
  await sendFromClipboard();
  const popup = await firefox.openOwn('popup.html');
  const text = (): Promise<unknown> => popup.evaluate('document.body.textContent');
  await expect.poll(text).toContain('This page of Recruiter names no contract.');
  await popup.screenshot({ path: test.info().outputPath('unnamed.png') });
  await popup.close();
  await page.goto(`${standIn.origin}/talent/home`);
  await expect.poll(() => page.evaluate(OVERLAY_TEXT)).toContain('0 of 100');
  await sendFromClipboard();
  await expect.poll(() => api.idsOf('inmail.sent'), { timeout: 15_000 }).toHaveLength(40);
});
